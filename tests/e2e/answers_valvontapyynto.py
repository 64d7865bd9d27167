"""A neighbour's request that the burning of waste be stopped."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "matter": {
            "topics": ["waste", "burning"],
            "standing": "party",
            "events": "Naapuritontilla poltetaan muovia.",
            "times": "Maaliskuusta alkaen lauantaisin.",
            "harm": "Savu tulee pihalle.",
            "demand": "Käykää paikalla ja kieltäkää polttaminen.",
        },
        "place": {"place_name": "Esimerkkitien päässä oleva tontti"},
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
