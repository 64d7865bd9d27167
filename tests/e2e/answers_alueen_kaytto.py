"""A town festival in a park, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "applicant_kind": "company",
            "area_uses": ["structures", "vehicles", "power_water", "food", "sale", "alcohol", "signs", "traffic"],
        },
        "event": {
            "event_name": "Jokifestivaali",
            "description": "Musiikkia ja työpajoja.",
            "admission": "ticket",
            "attendance": "3 000",
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "area_size": "4 500",
            "surface": ["grass", "gravel"],
            "event_period": {"first": day, "first_time": "12", "last": day, "last_time": "18"},
            "reserved_days": {"first": day, "last": day},
        },
        "uses": {
            "structures": "Lava 8 x 6 m, kaksi telttaa.",
            "vehicles": "Kaksi kuorma-autoa, 12 t.",
            "power_water": "63 A lavalle, vesiposti.",
            "food": "Viisi ruokavaunua.",
            "other_sale": "Levyjä.",
            "alcohol": "Esimerkki Oy, aidattu alue.",
            "signs": "Neljä opastetta.",
        },
        "care": {
            "cleaning": "Talkooväki siivoaa joka ilta.",
            "restoring": "Nurmikolla suojalevyt.",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": False,
            "invoice_recipient": {"name": "Maksaja Oy", "street": "PL 10", "postcode": "06101", "city": "Porvoo"},
            "invoice_details": "003799999992 / 1201",
        },
        "attachments": {
            "site_plan": MAP,
            "traffic_plan": MAP,
            "other_files": MAP,
            "true_information": True,
        },
    }
