"""The fireworks that end a summer concert, page by page, as the operator would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"show_kind": "professional", "part_of_event": True, "goods_told": "rows"},
        "show": {
            "event_name": "Jokirannan kesäsoitto",
            "show_period": {"first": day, "first_time": "22.30", "last": day, "last_time": "22.45"},
            "place_name": "Proomu joella, 80 metriä rannasta",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
        },
        "goods": {
            "articles__article_name": "Pommi 100 mm, eri värejä",
            "articles__article_category": "f4",
            "articles__article_count": "24",
            "explosive_mass": "18,5",
            "storage": "Ilotulitteet tuodaan paikalle kello 18. Ne ovat lukitussa autossa, jota kaksi ihmistä vartioi.",
        },
        "safety": {
            "audience_distance": "120",
            "precautions": "Rakennuksiin 150 metriä. Ranta on aidattu. Kaksi sammutinta. Perutaan, jos tuuli on yli 12 m/s.",
            "person_in_charge": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "person_email": "aino@asiakas.example",
            "competence": "Erikoispanostajan pätevyyskirja nro 1, voimassa 31.12.2028 asti",
            "shooters__shooter_name": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"},
            "shooters__shooter_competence": "Aino Esimerkin valvonnassa",
        },
        "operator": {
            "operator_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "operator_address": {"street": "PL 1", "postcode": "00101", "city": "Helsinki"},
            "operator_phone": "000 999 0100",
            "operator_email": "naytos@asiakas.example",
            "invoice_to_operator": True,
        },
        "attachments": {"tukes_decision": MAP, "safety_map": MAP, "true_information": True},
    }
