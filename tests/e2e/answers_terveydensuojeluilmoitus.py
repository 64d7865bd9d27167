"""The notification of a tattooist with a solarium."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "about": "start",
            "activities": ["skin", "solarium"],
            "has_permit": False,
            "notifier_kind": "company",
        },
        "place": {
            "site_name": "Tatuointi Esimerkki",
            "site_address": {"street": "Torikatu 1", "postcode": "06100", "city": "Porvoo"},
            "room": "LH 3, 1. krs",
            "start_date": day,
        },
        "activity": {
            "service": "Tatuointeja ja solarium.",
            "staff": "2 tatuoijaa, hygieniakurssi",
            "customers": "6 asiakasta päivässä",
            "hours": "ti-la 10-18",
        },
        "rooms": {
            "area": "62,5",
            "use": "Liikehuoneisto",
            "water_drain": "Kunnan verkot",
            "ventilation": "Koneellinen, 90 l/s",
            "wash_waste": "1 wc, siivouskomero.",
            "surroundings": "Asuntoja yläpuolella, ei häiriötä",
        },
        "special": {
            "methods": ["tattoo"],
            "hygiene": "Kertakäyttöiset neulat.",
            "solarium_devices": "1, Malli X",
            "solarium_person": True,
        },
        "risks": {"own_control": "Kirjaamme sterilisoinnit."},
        "notifier": {
            "home_town": "638",
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "invoice_to_notifier": True,
        },
        "attachments": {"floor_plan": MAP, "true_information": True},
    }
