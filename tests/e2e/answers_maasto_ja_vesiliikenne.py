"""An enduro race in a forest, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "applicant_kind": "company",
            "where": ["terrain"],
            "activity": ["competition"],
            "recurrence": "repeated",
        },
        "activities": {
            "event_name": "Jokiajot",
            "description": "Kolme lähtöä, 60 ajajaa.",
            "vehicles__vehicle": "Enduropyörä",
            "vehicles__vehicle_count": "60",
            "activity_dates": {"first": day, "last": day},
            "activity_times": "Molempina päivinä klo 10 alkaen.",
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "route": "Viiden kilometrin lenkki metsässä.",
            "place_owner": "private",
        },
        "effects": {
            "nature_effects": "Talousmetsää, ei suojelualueita.",
            "people_effects": "Lähin talo 800 metrin päässä.",
            "safety": "Rata nauhoitettu, ensiapu lähdössä.",
            "restoring": "Urat tasoitetaan viikossa.",
            "fuels": "Tankkaus suojamatolla.",
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
            "site_map": MAP,
            "owner_consent": MAP,
            "safety_plan": MAP,
            "other_files": MAP,
            "true_information": True,
        },
    }
