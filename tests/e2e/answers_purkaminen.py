"""An application to demolish a store, as its company would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "grounds": ["detailed", "protected"],
            "exception": False,
            "filing": "permit",
            "applicant_kind": "company",
        },
        "building": {
            "property_id": "638-1-2-3",
            "holding": "own",
            "buildings__building_use": "Varasto",
            "buildings__building_year": "1962",
            "buildings__building_area": "400",
            "buildings__building_volume": "1600",
            "buildings__building_extent": "all",
            "reason": "new",
            "dates": {"first": day, "last": "30.4.2028"},
        },
        "justification": {
            "value": "Katto vuotaa, runko on laho.",
            "reasons": "Korjaus maksaisi enemmän kuin uusi.",
            "after": "Uusi halli",
            "neighbours": "authority",
        },
        "work": {
            "materials__material": "concrete",
            "materials__tonnes": "350",
            "materials__destination": "Murskaamo",
            "hazardous": ["asbestos", "impregnated"],
            "asbestos_survey": True,
            "safety": "Alue aidataan ja pöly sidotaan vedellä.",
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": True,
        },
        "attachments": {"site_map": MAP, "photos": MAP, "asbestos_file": MAP, "history": MAP, "true_information": True},
    }
