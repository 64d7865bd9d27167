"""Waste of a festival, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "organiser_kind": "company",
            "event_name": "Jokifestivaali",
            "event_period": {"first": day, "first_time": "12", "last": day, "last_time": "18"},
            "attendance": "6 000",
            "attendance_peak": "3 000",
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": "Porvoo"},
            "toilets": True,
        },
        "waste": {
            "wastes__waste_kind": "mixed",
            "wastes__waste_amount": "400 kg",
            "wastes__bin_count": "8",
            "wastes__bin_size": "660 l",
            "sorting": "Kyltit ja opastajat.",
            "emptying": "Joka yö jäteasemalle.",
            "carrier": {"name": "Jätekuljetus Oy", "business_id": "9999999-2"},
            "reduction": "Pantilliset mukit.",
            "sludge": "Puhdistamolle, 40 käymälää.",
        },
        "cleaning": {
            "cleaning": "Kaksi siivoojaa.",
            "final_cleaning": "Talkooväki, myös Jokikatu.",
            "clean_by": day,
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "waste_contact": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "site_map": MAP,
            "true_information": True,
        },
    }
