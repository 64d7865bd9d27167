"""A summer concert that needs stewards, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "event_kind": ["concert"],
            "organiser_kind": "person",
            "arrangements": ["structures", "stewards", "traffic"],
        },
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "description": "Kolme yhtyettä soittaa jokirannan lavalla kello viidestä yhdeksään. Tarkoitus on tuoda asukkaat yhteen.",
            "event_period": {"first": day, "first_time": "16", "last": day, "last_time": "22"},
            "attendance": "450",
            "attendance_peak": "300",
            "audience": ["everyone", "families"],
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "setting": ["outdoors"],
            "owner_consent": "received",
        },
        "details": {"structures_details": "Lava 40 m², kaksi myyntitelttaa ja aita lavan edessä."},
        "order": {
            "order_plan": "Portilla tarkastetaan laukut. Lasipulloja ja omia alkoholijuomia ei saa tuoda alueelle.",
            "rescue_plan": "sent",
            "stewards_count": "4",
            "stewards_from": ["card", "temporary"],
            "insurance": "Esimerkkivakuutus, 1 000 000 euroa",
        },
        "stewards": {
            "temporary_stewards__steward_name": {"given_name": "Bo", "family_name": "Exempel"},
            "temporary_stewards__steward_code": "030376-911B",
        },
        "traffic": {"traffic_description": "Autot pysäköidään koulun pihalle. Katuja ei suljeta."},
        "organiser": {
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_organiser": True,
        },
        "attachments": {"other_permits": ["land_use", "noise"], "site_map": MAP, "true_information": True},
    }
