"""A statement to a state agency: five answers on one page."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "notification": {
            "subject": "Lausunto asiasta ESIM/12/2026",
            "message": f"Pyysitte lausuntoa {day} mennessä. Lausuntomme on liitteenä.",
            "file": MAP,
            "sender": "Esimerkkiyhdistys ry, Aino Esimerkki",
            "email": "aino@asiakas.example",
        },
    }
