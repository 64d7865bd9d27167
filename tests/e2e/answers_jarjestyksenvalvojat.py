"""Two stewards without a card and a traffic director for a summer concert, page by page."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "people": ["stewards", "traffic_directors"],
            "organiser_kind": "association",
            "event_notified": True,
        },
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "event_period": {"first": day, "first_time": "16", "last": day, "last_time": "22"},
            "place_name": "Jokirannan puisto, Jokikatu 1",
        },
        "stewards": {
            "temporary_stewards__steward_name": {"given_name": "Bo", "family_name": "Exempel"},
            "temporary_stewards__steward_code": "030376-911B",
            "temporary_stewards__steward_experience": "Järjestyksenvalvojana samassa tapahtumassa kahtena vuonna.",
        },
        "traffic": {
            "traffic_directors__director_name": {
                "given_name": "Aino",
                "family_name": "Esimerkki",
                "phone": "000 999 0101",
            },
            "traffic_directors__director_born": "14.5.1985",
            "traffic_directors__director_post": "Jokikadun ja Koulukadun risteys kello 15.30-16.30 ja 21.30-22.30",
            "instructions": "Seuran puheenjohtaja kello 15 paikalla.",
            "traffic_plan": MAP,
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkkiseura ry"},
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_organiser": True,
        },
        "declarations": {"people_told": True, "true_information": True},
    }
