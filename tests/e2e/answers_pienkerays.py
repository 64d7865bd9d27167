"""An association collects for a playground, page by page, as its secretary would answer."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"organiser_kind": "association", "collection_dates": {"first": day, "last": day}},
        "purpose": {
            "goal": "4 000",
            "costs": "50",
            "primary_purpose": "Uusi keinu Jokirannan leikkipuistoon.",
            "secondary_purpose": "Muut leikkivälineet samaan leikkipuistoon.",
            "methods": ["box", "mobile"],
            "area": "Porvoo, kesäsoiton tapahtuma-alue",
            "accounts__account_number": "FI21 1234 5600 0007 85",
            "accounts__account_users": "Puheenjohtaja ja rahastonhoitaja yhdessä",
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkkiseura ry"},
            "deciders__decider_name": {"given_name": "Aino", "family_name": "Esimerkki"},
            "deciders__decider_code": "140585-9001",
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "invoice_to_organiser": True,
            "conditions_met": True,
            "true_information": True,
        },
    }
