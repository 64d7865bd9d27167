"""A stage and a tent of a festival, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "organiser_kind": "company",
            "event_name": "Jokifestivaali",
            "standing_dates": {"first": day, "last": day},
            "five_people": True,
            "crowd_spaces": True,
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "property_id": "638-1-2-3",
            "place_owner": "municipality",
        },
        "structures": {
            "structures__structure_kind": "stage",
            "structures__structure_area": "80",
            "structures__structure_height": "7,5",
            "structures__supplier": "Lavat Oy",
            "anchoring": "Betonipainot, 500 kg.",
            "wind_limit": "14",
            "max_people": "400",
            "exits": "Neljä uloskäyntiä, 2,4 m.",
            "inspection": "Aino Esimerkki, rakennusinsinööri",
            "inspection_date": day,
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "builder": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "qualification": "Rakennusmestari",
        },
        "attachments": {
            "site_plan": MAP,
            "floor_plan": MAP,
            "strength": MAP,
            "owner_consent": MAP,
            "true_information": True,
        },
    }
