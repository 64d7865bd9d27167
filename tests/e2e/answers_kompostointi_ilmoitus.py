"""A family's notification of its composter."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"about": "start", "start_date": day, "method": ["insulated"], "shared": False},
        "property": {
            "site_address": {"street": "Kotitie 1", "postcode": "06100", "city": "Porvoo"},
            "property_id": "638-1-2-3",
            "property_kind": "house",
            "residents": "4",
        },
        "composter": {"composters": "1", "volume": "250", "months": "12"},
        "notifier": {
            "notifier_name": "Aino Esimerkki",
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "true_information": True,
        },
    }
