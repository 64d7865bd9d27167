"""An application to place a solar plant, as its company would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "ground": "clean",
            "project_kinds": ["renewable", "storage"],
            "applicant_kind": "company",
            "eia": "decision",
        },
        "site": {
            "site_name": "Esimerkkiaukean aurinkovoimala",
            "properties__property_id": "638-1-2-3",
            "area": "26,3",
            "holding": "rented",
            "plan": ["regional"],
            "surroundings": "Turvesuo, lähin asunto 450 m.",
            "groundwater": False,
        },
        "project": {
            "description": "Aurinkovoimala ja akkuvarasto.",
            "floor_area": "60",
            "height": "4",
            "power": "21,6",
            "grid": "20 kV, uutta johtoa 2 km.",
            "water": "Hulevedet imeytetään.",
            "traffic": "Yksityistie, kaksi pelastustietä.",
            "schedule": "2029-2030, käyttöikä 35 vuotta",
            "dismantling": "Vuokralainen purkaa, vakuus.",
        },
        "effects": {
            "people": "Heijastuksia ei tule taloihin.",
            "landscape": "Puuvyöhyke jää.",
            "nature": "Ojat säilyvät.",
            "natura": "none",
            "risks": "Akkupalo, sammutusvettä on 60 m³.",
            "other_permits": ["line", "road"],
        },
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
            "site_map": MAP,
            "site_plan": MAP,
            "parties": MAP,
            "tenure": MAP,
            "nature_report": MAP,
            "eia_documents": MAP,
            "true_information": True,
        },
    }
