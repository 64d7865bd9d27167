"""A food truck at a summer market, page by page, as its owner would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"about": "own", "notifier_kind": "company"},
        "place": {
            "event_name": "Jokirannan kesämarkkinat",
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "stall": "14",
            "sale_dates": {"first": day, "last": day},
            "sale_times": "Kello kymmenestä kuuteen.",
        },
        "operation": {"registration": "registered", "registered_in": "091", "premises": "vehicle"},
        "food": {
            "foods": "Paistettuja muikkuja, perunoita ja kahvia.",
            "extent": "300 annosta",
            "handling": ["cooking", "drinks"],
            "chilled": True,
        },
        "hygiene": {
            "water": "Auton oma 100 litran vesisäiliö. Käsienpesuallas on autossa.",
            "cold": "Kaksi jääkaappia, joiden lämpötila kirjataan aamulla ja päivällä.",
            "waste": "Jätevesi omaan säiliöön, jätteet järjestäjän astioihin.",
        },
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "on_site": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "site_map": MAP,
            "true_information": True,
        },
    }
