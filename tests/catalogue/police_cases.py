"""The forms that police departments receive, filled in."""

from typing import Final

from catalogue.cases import Case
from kevytasiointi.core.text import Text
from support.filling import Application

DEMONSTRATION: Final[Application] = {
    "purpose": Text(fi="Lähikirjaston säilyttäminen", sv="Närbiblioteket ska bevaras"),
    "meeting_period": {"first": "12.6.2027", "first_time": "14", "last": "12.6.2027", "last_time": "16"},
    "place_name": Text(fi="Kirjastonaukio", sv="Biblioteksplatsen"),
    "equipment": ["signs"],
    "organiser_name": "Aino Esimerkki",
    "contact": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
}
MARCH: Final[Application] = {
    **DEMONSTRATION,
    "participants": "300",
    "route": Text(fi="Jokikatu, Torikatu, tori. Kuljemme ajoradalla.", sv="Ågatan, Torggatan, torget. På körbanan."),
    "equipment": ["signs", "sound", "vehicles"],
    "equipment_details": Text(fi="Pakettiauto kulkueen edessä.", sv="En paketbil före tåget."),
    "stewards_count": "6",
    "organiser_name": Text(fi="Esimerkkiyhdistys ry", sv="Exempelföreningen rf"),
    "route_map": ["kartta1"],
}

NOTIFIER: Final[Application] = {
    "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "organiser_phone": "000 999 0101",
    "organiser_email": "aino@asiakas.example",
    "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "invoice_to_organiser": "yes",
    "true_information": "yes",
}
BY_ASSOCIATION: Final[Application] = {
    **NOTIFIER,
    "organiser_organisation": {"name": Text(fi="Esimerkkiseura ry", sv="Exempelföreningen rf")},
    "invoice_to_organiser": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992, 003721291126",
}
PEOPLE: Final[Application] = {
    "event_name": Text(fi="Jokirannan kesäsoitto", sv="Sommarmusik vid ån"),
    "event_period": {"first": "12.6.2027", "first_time": "14", "last": "12.6.2027", "last_time": "22"},
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandens park"),
    "people_told": "yes",
}
STEWARDS: Final[Application] = {
    **NOTIFIER,
    **PEOPLE,
    "people": ["stewards"],
    "organiser_kind": "person",
    "organiser_name": "Aino Esimerkki",
    "event_notified": "no",
    "temporary_stewards": [
        {"steward_name": {"given_name": "Bo", "family_name": "Exempel"}, "steward_code": "030376-911B"},
    ],
}
TRAFFIC_DIRECTORS: Final[Application] = {
    **BY_ASSOCIATION,
    **PEOPLE,
    "people": ["traffic_directors"],
    "organiser_kind": "association",
    "event_notified": "yes",
    "event_reference": "POL-2027-1234",
    "traffic_directors": [
        {
            "director_name": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"},
            "director_born": "3.3.1976",
            "director_post": Text(fi="Jokikadun risteys kello 13-15", sv="Korsningen vid Ågatan kl. 13-15"),
        }
    ],
    "instructions": Text(fi="Aino Esimerkki kello 12 paikalla.", sv="Aino Esimerkki kl. 12 på platsen."),
    "traffic_plan": ["kartta1"],
}
BOTH_KINDS: Final[Application] = {
    **TRAFFIC_DIRECTORS,
    "people": ["stewards", "traffic_directors"],
    "temporary_stewards": [
        {
            "steward_name": {"given_name": "Li", "family_name": "Esimerkki"},
            "steward_code": "250795-977T",
            "steward_experience": Text(fi="Kortti vuosina 2019-2024.", sv="Kort åren 2019-2024."),
        },
    ],
}

CASES: Final = {
    "yleinen-kokous": Case(
        branches={"demonstration": DEMONSTRATION, "march": MARCH},
        demanded={
            "demonstration": ["purpose", "meeting_period", "place_name", "equipment", "organiser_name", "contact"],
            "march": ["equipment_details"],
        },
        most=11,
        personal=frozenset({"organiser_name", "contact"}),
    ),
    "jarjestyksenvalvojat": Case(
        branches={"stewards": STEWARDS, "traffic directors": TRAFFIC_DIRECTORS, "both": BOTH_KINDS},
        demanded={
            "stewards": [
                "people",
                "organiser_kind",
                "event_notified",
                "event_name",
                "event_period",
                "place_name",
                "temporary_stewards",
                "organiser_name",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "on_call",
                "invoice_to_organiser",
                "people_told",
                "true_information",
            ],
            "traffic directors": [
                "traffic_directors",
                "instructions",
                "traffic_plan",
                "organiser_organisation",
                "invoice_recipient",
            ],
        },
        parts={
            "temporary_stewards": ["steward_name", "steward_code"],
            "traffic_directors": ["director_name", "director_born", "director_post"],
        },
        most=30,
        personal=frozenset(
            {
                "steward_name",
                "steward_code",
                "steward_experience",
                "director_name",
                "director_born",
                "organiser_name",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "on_call",
                "invoice_recipient",
            }
        ),
    ),
}
