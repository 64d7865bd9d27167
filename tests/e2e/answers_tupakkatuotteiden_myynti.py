"""A shop that begins to sell tobacco, page by page, as its owner would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "matter": "new",
            "applicant_kind": "company",
            "place_kind": "shop",
            "products": ["tobacco", "liquids", "smokeless"],
        },
        "place": {
            "place_name": "Esimerkki",
            "place_address": {"street": "Torikatu 1", "postcode": "06100", "city": "Porvoo"},
            "start_date": day,
            "forbidden_place": False,
            "withdrawn": False,
        },
        "sale": {
            "points": "2",
            "points_location": "Kassat 1 ja 2 ovella.",
            "placement": "Suljetussa kaapissa.",
            "economic_operator": "QEOFI0001",
            "facility": "QFIFI0001",
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "contact_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_applicant": False,
            "invoice_recipient": {"name": "Maksaja Oy", "street": "PL 10", "postcode": "06101", "city": "Porvoo"},
            "invoice_details": "003799999992 / 1201",
        },
        "attachments": {
            "control_plan": MAP,
            "floor_plan": MAP,
            "true_information": True,
        },
    }
