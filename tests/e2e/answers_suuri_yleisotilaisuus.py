"""A festival for two and a half thousand, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "organiser_kind": "company",
            "extras": ["food", "overnight", "bathing", "roofs"],
        },
        "event": {
            "event_name": "Jokifestivaali",
            "description": "Musiikkia kahdella lavalla.",
            "event_period": {"first": day, "first_time": "12", "last": day, "last_time": "18"},
            "attendance_peak": "2 500",
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "setting": ["outdoors"],
        },
        "toilets": {
            "toilets_women": "30",
            "toilets_men": "20",
            "toilets_unisex": "6",
            "toilets_accessible": "3",
            "toilets_staff": "4",
            "toilet_emptying": "Yritys tyhjentää joka yö.",
            "hand_washing": ["water", "sanitiser"],
        },
        "water": {
            "water_sources": ["mains", "tank"],
            "water_points": "6",
            "wastewater": ["sewer"],
            "waste": "Astiat tyhjennetään yöllä.",
            "cleaning": "Käymälät tunnin välein.",
        },
        "food": {
            "seller_list": MAP,
        },
        "other": {
            "smoking": "Kyltit ja valvonta.",
            "bathing": "Vesi vaihdetaan joka ilta.",
            "overnight": "Koululla 80 henkeä.",
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "site_map": MAP,
            "true_information": True,
        },
    }
