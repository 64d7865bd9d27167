"""Fireworks at a wedding, page by page, as the bride would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "occasion": "Häät: ilotulitus päättää juhlan.",
            "firing_period": {"first": day, "first_time": "22", "last": day, "last_time": "22.15"},
            "landowner": "received",
        },
        "place": {
            "place_name": "Rantaniitty juhlatalon takana",
            "place_address": {"street": "Rantatie 5", "postcode": "06100", "city": "Porvoo"},
            "distance_people": "50",
            "distance_buildings": "80",
        },
        "fireworks_page": {
            "fireworks__firework_category": "f2",
            "fireworks__firework_type": "Raketti",
            "fireworks__firework_count": "20",
            "storage": "Lukitussa vajassa juhlatalon pihalla saman päivän ajan.",
            "extinguishing": "Vesiletku ja 6 kg jauhesammutin.",
            "informing": "Lappu lähimpien talojen postilaatikoihin.",
        },
        "notifier": {
            "notifier_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "on_call": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"},
            "adult": True,
        },
        "attachments": {"firing_map": MAP, "true_information": True},
    }
