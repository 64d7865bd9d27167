"""The registration of a collection centre of fish waste."""

from typing import Any


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"about": "registration", "activities": ["collection", "storage"], "applicant_kind": "company"},
        "site": {
            "site_name": "Esimerkin keräyskeskus",
            "site_address": {"street": "Kalatie 1", "postcode": "06100", "city": "Porvoo"},
            "start_date": day,
        },
        "materials": {
            "categories": ["c3"],
            "by_products__material": "Kalan perkuujäte",
            "by_products__material_class": "c3",
            "by_products__material_amount": "40",
            "by_products__material_route": "Kalasatama, rehutehdas",
            "method": "Kerätään ja jäähdytetään.",
            "traceability": "Kaupalliset asiakirjat 2 vuotta.",
        },
        "premises": {
            "cold": "Kylmähuone +2 astetta",
            "cleaning": "Kuuma vesi joka päivä.",
            "pests": "Syötit ja tiiviit ovet",
            "waste_water": "Viemäriin",
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "invoice_to_applicant": True,
        },
        "attachments": {"true_information": True},
    }
