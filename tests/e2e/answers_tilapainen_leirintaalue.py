"""The campsite of a festival, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "notifier_kind": "company",
            "event_name": "Jokifestivaali",
            "description": "Festivaalin kävijöitä teltoissa.",
            "camping_dates": {"first": day, "last": day},
            "max_guests": "800",
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "property_id": "638-1-2-3",
            "area_size": "2,5",
            "place_owner": "private",
            "tent_places": "350",
            "caravan_places": "20",
            "motorhome_places": "30",
        },
        "services": {
            "water_supply": "Vesijohto, 6 hanaa.",
            "toilets": "32",
            "showers": "12",
            "wastewater": "Viemäriin, liete puhdistamolle.",
            "waste": "Kymmenen jätepistettä.",
        },
        "safety": {
            "fire_safety": "Palokadut 8 m, ei avotulta.",
            "supervision": "Kuusi järjestyksenvalvojaa.",
            "traffic": "Jokikadulta, pysäköinti pellolla.",
        },
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "site_plan": MAP,
            "owner_consent": MAP,
            "rescue_plan": MAP,
            "true_information": True,
        },
    }
