"""An application for a quarry, as its company would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "matter": "new",
            "crushing": "over",
            "plan_covers": True,
            "early_start": False,
            "applicant_kind": "company",
        },
        "site": {
            "site_name": "Esimerkkiharju",
            "properties__property_id": "638-1-2-3",
            "holding": "own",
            "plan": ["regional"],
            "groundwater": "no",
            "shore": False,
            "sensitive": "Asunto 520 m, kaivo 600 m.",
        },
        "extraction": {
            "description": "Otamme kalliota ja murskaamme sen.",
            "materials__material": "rock",
            "materials__material_amount": "400000",
            "yearly": "40000",
            "years": "10",
            "area": "4,5",
            "lowest": "32,50",
            "use": "Teiden rakentaminen",
        },
        "security": {"security": "bank", "security_amount": "45 000,00"},
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "contact_person": {
                "given_name": "Aino",
                "family_name": "Esimerkki",
                "email": "aino@asiakas.example",
                "phone": "000 999 0101",
            },
            "invoice_to_applicant": True,
        },
        "attachments": {
            "extraction_plan": MAP,
            "site_map": MAP,
            "waste_plan": MAP,
            "parties": MAP,
            "true_information": True,
        },
    }
