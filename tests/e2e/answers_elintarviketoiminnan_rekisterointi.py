"""The registration of a café."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"about": "start", "place_kind": "fixed", "animal_origin": False, "notifier_kind": "company"},
        "place": {
            "site_name": "Kahvila Esimerkki",
            "site_address": {"street": "Torikatu 1", "postcode": "06100", "city": "Porvoo"},
            "start_date": day,
        },
        "food": {
            "activities": ["restaurant"],
            "main_activity": "Kahvila",
            "extent": "80 annosta päivässä, 30 paikkaa",
            "foods": ["perishable", "drinks"],
            "handling": ["cooking", "loose"],
        },
        "premises": {"area": "95", "use": "yes", "water": "mains", "own_check": "Lämpötilat mitataan päivittäin."},
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "invoice_to_notifier": True,
        },
        "attachments": {"true_information": True},
    }
