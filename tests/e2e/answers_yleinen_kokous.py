"""A demonstration for a library, page by page, as its organiser would answer."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "meeting": {
            "purpose": "Lähikirjaston säilyttäminen",
            "meeting_period": {"first": day, "first_time": "14", "last": day, "last_time": "16"},
            "participants": "80",
        },
        "place": {
            "place_name": "Kirjastonaukio",
            "route": "Kirjastonaukiolta Jokikatua torille. Kuljemme jalkakäytävällä.",
            "equipment": ["signs", "sound"],
        },
        "contact_details": {
            "organiser_name": "Lähikirjaston ystävät",
            "contact": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
        },
    }
