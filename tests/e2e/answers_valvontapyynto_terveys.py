"""A tenant's request that a home be inspected."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "matter": {
            "topics": ["indoor", "smell"],
            "standing": "party",
            "events": "Makuuhuoneessa haisee home.",
            "times": "Maaliskuusta alkaen lauantaisin.",
            "harm": "Perheellä on oireita.",
            "demand": "Tarkastakaa asunto.",
        },
        "place": {"place_name": "Esimerkkitie 1 A 3"},
        "notifier": {
            "notifier_kind": "person",
            "notifier_name": "Aino Esimerkki",
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "withhold_name": True,
            "withhold_reasons": "Naapuri on uhannut minua.",
        },
    }
