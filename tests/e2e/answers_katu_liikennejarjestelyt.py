"""A run through the town, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "applicant_kind": "company",
            "occasion_kind": "event",
            "measures": ["close", "detour", "bus_stop"],
            "traffic_directors": True,
        },
        "occasion": {
            "event_name": "Jokijuoksu",
            "description": "Kaksisataa juoksijaa.",
        },
        "place": {
            "streets__street": "Jokikatu",
            "streets__section": "Torikadulta Rantakadulle",
            "arrangement_period": {"first": day, "first_time": "8", "last": day, "last_time": "16"},
            "setup": "Esimerkki Oy perjantaina.",
        },
        "arrangement": {
            "detour": "Rantakadun kautta.",
            "rescue_access": "Vahti siirtää aidan minuutissa.",
            "walking": "Toista jalkakäytävää.",
            "informed": ["rescue", "buses", "residents"],
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": False,
            "invoice_recipient": {"name": "Maksaja Oy", "street": "PL 10", "postcode": "06101", "city": "Porvoo"},
            "invoice_details": "003799999992 / 1201",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
        },
        "attachments": {
            "traffic_plan": MAP,
            "other_files": MAP,
            "true_information": True,
        },
    }
