"""First aid of a large summer concert, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "attendance_peak": "2 500",
            "event_kind": ["concert"],
            "special_risks": ["water", "crowding"],
            "care": ["ambulance"],
            "organiser_kind": "association",
        },
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "event_period": {"first": day, "first_time": "16", "last": day, "last_time": "22"},
            "audience": ["everyone", "families"],
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
        },
        "people": {
            "leader": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "leader_training": ["ea1", "ea2"],
            "leader_experience": "Ensiavun johtajana samassa tapahtumassa kolmena vuonna.",
            "staff__staff_training": "ea2",
            "staff__staff_count": "6",
            "staff__staff_hours": "Kello 15-23",
            "provider": {"name": "Ensiapujärjestö Esimerkki ry"},
        },
        "points_page": {
            "points": "Ensiaputeltta portin A vieressä, auki 15-23. Kaksi paria kiertää alueella.",
            "equipment": ["aed", "stretcher", "bandages"],
            "risk_measures": "Rannassa on partio ja pelastusrenkaat. Lavan edessä on aita, ja musiikki keskeytetään.",
        },
        "emergency": {
            "care_details": "Yksityinen ambulanssi kello 16-23, sovittu hyvinvointialueen kanssa.",
            "ambulance_route": "Jokikadulta portille B, jossa portinvartija opastaa.",
            "communication": "Henkilöstöllä on radiopuhelimet. Ensiavun johtaja soittaa hätänumeroon 112.",
        },
        "organiser": {
            "organiser_organisation": {"name": "Esimerkkiseura ry"},
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
        },
        "attachments": {"first_aid_map": MAP, "true_information": True},
    }
