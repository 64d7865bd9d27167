"""An application to exceed the plan, as a company would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"rules": ["detailed", "order"], "measures": ["extension"], "applicant_kind": "company"},
        "site": {
            "property_id": "638-1-2-3",
            "site_area": "12000",
            "holding": "own",
            "planned__planned_use": "Hallin laajennus",
            "planned__planned_area": "600",
            "planned__planned_floor_area": "580",
            "planned__planned_storeys": "1",
            "planned__planned_dwellings": "0",
        },
        "deviation": {
            "provision": "Rakennusoikeus ylittyy 4 %.",
            "reasons": "Linja ei mahdu nykyiseen halliin.",
            "effects": "Liikenne ei lisäänny.",
            "water_sewage": "Kunnan verkot.",
            "neighbours": "authority",
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": True,
        },
        "attachments": {"site_plan": MAP, "map_extract": MAP, "true_information": True},
    }
