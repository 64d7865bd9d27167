"""Stage effects and a fire show at one evening, page by page, as the performers would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"what": ["effects", "fire_show"], "setting": ["outdoors"], "notifier_kind": "company"},
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "event_organiser": "Esimerkkiseura ry",
            "event_period": {"first": day, "first_time": "16", "last": day, "last_time": "22"},
            "show_times": "Harjoitus kello 15, esitys kello 21.30-21.45.",
            "place_name": "Jokirannan lava",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
        },
        "effects_page": {
            "effects__effect_name": "Hopeasuihku",
            "effects__effect_category": "t1",
            "effects__effect_amount": "12 kappaletta",
            "effects__effect_place": "Lavan etureuna, viimeinen kappale",
            "effects__effect_distance": "5",
            "storage": "Lukitussa laatikossa lavan takana, jota panostaja valvoo.",
            "licence_holder": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"},
            "licence": "Erikoispanostajan pätevyyskirja nro 1, voimassa 31.12.2028 asti",
        },
        "fire_page": {
            "fire_tools__tool_name": "Soihdut ja poi-välineet",
            "fire_tools__tool_fuel": "Lamppuöljy, 3 litraa",
            "fuel_handling": "Välineet kastellaan lavan takana metalliastiassa, jossa on kansi.",
            "fire_distance": "8",
            "fire_people": "Kolme aikuista esiintyjää puuvillavaatteissa, kaksi turvahenkilöä sammutuspeitteiden kanssa.",
            "risks": "Vaatteen syttyminen: peite valmiina. Yleisö liian lähellä: lavan edessä on aita.",
            "instructions": "Henkilöstö käy ohjeet läpi kello 15. Yleisölle kuulutetaan raja ennen esitystä.",
            "owner_consent": "received",
        },
        "safety": {
            "extinguishing": "Kaksi sammutinta ja kaksi peitettä lavan sivuilla. Paikkaa valvotaan tunti esityksen jälkeen.",
            "interruption": "Turvahenkilö keskeyttää, jos tuuli on yli 10 m/s tai yleisö ylittää rajan.",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
        },
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "invoice_to_notifier": True,
        },
        "attachments": {"drawing": MAP, "consent_file": MAP, "true_information": True},
    }
