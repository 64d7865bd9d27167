"""A farmer's notification of a larger cowshed."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "about": "change",
            "activity": "animals",
            "permit_reasons": ["-"],
            "notifier_kind": "company",
            "holding": "own",
        },
        "site": {
            "site_name": "Esimerkkitila",
            "properties__property_id": "638-1-2-3",
            "plan": ["regional"],
            "sensitive": "Naapuritalo 280 m, kaivo 150 m.",
            "natura": "no",
            "start_date": day,
        },
        "operation": {
            "summary": "Laajennamme navetan.",
            "description": "Pihatto ja lietesäiliö.",
            "operating_times": "Ympäri vuorokauden.",
            "materials": "Polttoöljyä 3 m³.",
            "water_use": "Kunnan vesi, 20 m³/vrk",
            "traffic": "3 autoa vuorokaudessa",
        },
        "livestock": {
            "farm_code": "123456789",
            "animals__animal": "Lypsylehmä",
            "animals__animals_now": "60",
            "animals__animals_after": "180",
            "manure_storage": "Lietesäiliö 4 000 m³, kate.",
            "spreading_area": "210,5",
            "silage": "Laakasiilo, puristeneste kerätään.",
        },
        "emissions": {
            "waters": "Maitohuoneen vedet säiliöön.",
            "air": "Hajua levityksen aikana.",
            "noise": "Traktorit, ei yli 45 dB.",
            "soil": "Tiiviit lattiat.",
            "wastes": "Muovia 2 t.",
            "risks": "Säiliön vuoto.",
            "monitoring": "Kirjanpito ja tarkastukset.",
        },
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "invoice_to_notifier": True,
        },
        "attachments": {
            "site_map": MAP,
            "site_plan": MAP,
            "parties": MAP,
            "manure_papers": MAP,
            "true_information": True,
        },
    }
