"""An oil tank that leaves the ground, page by page, as the owner of the house would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"fate": "removed", "location": "underground", "notifier_kind": "person", "is_owner": True},
        "tank": {
            "place_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "contents": "heating_oil",
            "volume": "3",
            "material": "metal",
            "installed": "1978",
        },
        "removal": {
            "inspected_on": "20.10.2026",
            "inspector": "Säiliötarkastus Esimerkki Oy",
            "removed_on": day,
            "remover": "Maanrakennus Esimerkki Oy",
            "recipient": "Metalli Esimerkki Oy",
            "pipes": "removed",
            "soil": "seen",
        },
        "notifier": {
            "notifier_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
        },
        "attachments": {"inspection_record": MAP, "true_information": True},
    }
