"""Liquefied gas in the food tents of a summer concert, page by page, as the organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"gas_total": "264", "fuel_total": "200", "organiser_kind": "person"},
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "event_period": {"first": day, "first_time": "8", "last": day, "last_time": "23"},
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
        },
        "chemicals_page": {
            "chemicals__user": "Muurikka Oy, lettujen paisto",
            "chemicals__substance": "gas",
            "chemicals__amount": "24 pulloa, 11 kg kukin",
            "chemicals__use_place": "Paikat 1-12",
            "reason": "Puiston sähköliittymä ei riitä paistamiseen.",
        },
        "safety": {
            "risks": "Kaasuvuoto ja palo: pullot sidotaan pystyyn, letkut suojataan, ajoneuvot pidetään pois.",
            "storage": "Varapullot ja tyhjät ovat lukitussa häkissä 20 metrin päässä teltoista. Portinvartija valvoo.",
            "equipment": "Myyjä tarkastaa laitteet ja letkut ennen avausta, järjestäjä merkitsee tarkastuksen listaan.",
            "extinguishing": "Joka paikalla 6 kg jauhesammutin ja sammutuspeite.",
            "arrangements": "Jokainen myyjä saa kirjallisen ohjeen. Turvallisuusvastaava kiertää paikat tunnin välein.",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
        },
        "organiser": {
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
            "invoice_to_organiser": True,
        },
        "attachments": {"site_plan": MAP, "true_information": True},
    }
