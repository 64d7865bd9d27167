"""An outdoor concert, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"activity_kind": "event", "notifier_kind": "person"},
        "activity": {
            "event_name": "Jokirannan kesäsoitto",
            "event_noise": ["outdoor_music"],
            "visitors": "450",
            "description": "Kolme yhtyettä soittaa jokirannan lavalla.",
            "activity_period": {"first": day, "last": day},
            "noisy_times__happening": "Konsertti",
            "noisy_times__dates": {"first": day, "last": day},
            "noisy_times__starts_at": "17",
            "noisy_times__ends_at": "21.30",
            "night_noise": False,
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "disturbed_sites__kind": "home",
            "disturbed_sites__name": "Jokikatu 3",
            "disturbed_sites__distance": "80",
            "effects": "Musiikki kuuluu rannan asuntoihin.",
        },
        "noise": {"sound_sources": "Kaksi pääkaiutinta joelle päin.", "level_10m": "95", "level_method": "data"},
        "measures": {
            "mitigation": "Kaiuttimet suunnataan pois asunnoista.",
            "informing": ["stairwell"],
            "informing_details": "Tiedote rappukäytäviin viikkoa ennen.",
        },
        "notifier": {
            "notifier_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_notifier": True,
        },
        "attachments": {"other_permits": ["land_use"], "site_map": MAP, "true_information": True},
    }
