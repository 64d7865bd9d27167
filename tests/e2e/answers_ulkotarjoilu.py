"""A restaurant's terrace for one summer, page by page, as its owner would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "matter": "new",
            "applicant_kind": "company",
            "permit_length": "fixed",
            "alcohol": True,
            "equipment": ["furniture", "fence", "shade"],
            "owns_building": False,
        },
        "terrace": {
            "place_name": "Ravintola Esimerkki",
            "place_address": {"street": "Torikatu 1", "postcode": "06100", "city": "Porvoo"},
            "terrace_site": "pavement",
            "terrace_place": "Ikkunoiden edessä.",
            "terrace_area": "24,5",
            "seats": "32",
            "passage": "2",
        },
        "use": {
            "season": {"first": day, "last": day},
            "opening_hours": "Joka päivä klo 10 alkaen.",
            "equipment_details": "Puiset pöydät ja tuolit.",
            "cleaning": "Lakaisu joka ilta.",
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
            "site_plan": MAP,
            "pictures": MAP,
            "building_consent": MAP,
            "other_files": MAP,
            "true_information": True,
        },
    }
