"""An application for a building permit for a hall, as its company would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "permit_kind": "whole",
            "measures": ["new", "well"],
            "deviates": False,
            "early_start": False,
            "applicant_kind": "company",
        },
        "site": {"property_id": "638-1-2-3", "holding": "own", "plan": "detailed", "shore": False},
        "project": {
            "description": "Rakennamme tuotantohallin.",
            "buildings__building_use": "Tuotantohalli",
            "buildings__building_area": "1200",
            "buildings__building_floor_area": "1150,5",
            "buildings__building_volume": "9000",
            "buildings__building_storeys": "1",
            "buildings__building_structure": "Teräs, pelti",
            "buildings__building_heating": "Maalämpö",
            "wells": "8 kaivoa, 300 m, 20 m rajasta.",
            "networks": ["water", "sewer", "electricity"],
        },
        "people": {
            "principal_designer": {
                "given_name": "Aino",
                "family_name": "Esimerkki",
                "email": "aino@asiakas.example",
                "phone": "000 999 0101",
            },
            "designer_education": "Arkkitehti, 15 vuotta",
            "neighbours": "authority",
            "on_site_notice": True,
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": True,
        },
        "attachments": {"site_plan": MAP, "main_drawings": MAP, "map_extract": MAP, "true_information": True},
    }
