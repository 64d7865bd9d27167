"""The forms that police departments receive, filled in."""

from typing import Final

from catalogue.cases import Case
from kevytasiointi.core.text import Text
from support.filling import Application, without

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

SHOW_BY_LIST: Final[Application] = {
    "show_kind": "professional",
    "part_of_event": "no",
    "goods_told": "file",
    "show_period": {"first": "12.6.2027", "first_time": "22.30", "last": "12.6.2027", "last_time": "22.45"},
    "place_name": Text(fi="Proomu satama-altaassa", sv="Pråm i hamnbassängen"),
    "place_address": {"street": "Satamakatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "articles_file": ["luettelo1"],
    "explosive_mass": "48,5",
    "storage": Text(fi="Lukitussa autossa klo 16 alkaen, kaksi vartijaa.", sv="I låst bil från kl. 16, två vakter."),
    "audience_distance": "150",
    "precautions": Text(fi="Rakennuksiin 200 m. Tuuliraja 12 m/s.", sv="Till byggnader 200 m. Vindgräns 12 m/s."),
    "person_in_charge": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "person_email": "aino@asiakas.example",
    "competence": Text(fi="Erikoispanostaja, nro 1, 31.12.2028", sv="Specialladdare, nr 1, 31.12.2028"),
    "shooters": [
        {
            "shooter_name": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"},
            "shooter_competence": Text(fi="Ainon valvonnassa", sv="Övervakas av Aino"),
        }
    ],
    "operator_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "operator_address": {"street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "operator_phone": "000 999 0100",
    "operator_email": "naytos@asiakas.example",
    "invoice_to_operator": "yes",
    "tukes_decision": ["paatos1"],
    "safety_map": ["kartta1"],
    "true_information": "yes",
}
SHOW_AT_EVENT: Final[Application] = {
    **without(SHOW_BY_LIST, "articles_file", "place_address"),
    "part_of_event": "yes",
    "event_name": Text(fi="Jokirannan kesäsoitto", sv="Sommarmusik vid ån"),
    "property_id": "638-1-2-3",
    "goods_told": "rows",
    "articles": [
        {"article_name": Text(fi="Pommi 100 mm", sv="Bomb 100 mm"), "article_category": "f4", "article_count": "24"},
        {"article_name": Text(fi="Rakettipata", sv="Fyrverkeritårta"), "article_category": "f3", "article_count": "6"},
    ],
    "invoice_to_operator": "no",
    "invoice_recipient": {"name": "Tilaaja Oy", "street": "PL 2", "postcode": "00101", "city": "Helsinki"},
}
BY_CLUB: Final[Application] = {
    **without(SHOW_AT_EVENT, "competence", "tukes_decision"),
    "show_kind": "consumer",
    "shooters": [{"shooter_name": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0102"}}],
    "operator_organisation": {"name": Text(fi="Esimerkkiseura ry", sv="Exempelföreningen rf")},
}
COLLECTION: Final[Application] = {
    "collection_dates": {"first": "12.6.2027", "last": "31.7.2027"},
    "goal": "4 000",
    "costs": "0",
    "primary_purpose": Text(fi="Uusi keinu leikkipuistoon.", sv="En ny gunga till lekparken."),
    "secondary_purpose": Text(fi="Leikkipuiston muut hankinnat.", sv="Andra anskaffningar till lekparken."),
    "methods": ["box", "mobile"],
    "area": Text(fi="Porvoo", sv="Borgå"),
    "accounts": [
        {
            "account_number": "FI21 1234 5600 0007 85",
            "account_users": Text(fi="Aino Esimerkki ja Bo Exempel", sv="Aino Esimerkki och Bo Exempel"),
        }
    ],
    **without(NOTIFIER, "on_call"),
    "conditions_met": "yes",
}
BY_MEMBERS: Final[Application] = {
    **COLLECTION,
    "organiser_kind": "group",
    "group_members": [
        {
            "member_name": {"given_name": given, "family_name": "Esimerkki", "email": email, "phone": "000 999 0103"},
            "member_code": code,
        }
        for given, email, code in (
            ("Aino", "aino@asiakas.example", "140585-9001"),
            ("Bo", "bo@asiakas.example", "030376-911B"),
            ("Li", "li@asiakas.example", "250795-977T"),
        )
    ],
}
BY_BOARD: Final[Application] = {
    **COLLECTION,
    "organiser_kind": "association",
    "organiser_organisation": {"name": Text(fi="Esimerkkiseura ry", sv="Exempelföreningen rf")},
    "deciders": [
        {"decider_name": {"given_name": "Aino", "family_name": "Esimerkki"}, "decider_code": "140585-9001"},
    ],
    "invoice_to_organiser": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
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
    "ilotulitusnaytos": Case(
        branches={"list": SHOW_BY_LIST, "at an event": SHOW_AT_EVENT, "club": BY_CLUB},
        demanded={
            "list": [
                "show_kind",
                "part_of_event",
                "goods_told",
                "show_period",
                "place_name",
                "articles_file",
                "explosive_mass",
                "storage",
                "audience_distance",
                "precautions",
                "person_in_charge",
                "person_email",
                "competence",
                "shooters",
                "operator_organisation",
                "operator_address",
                "operator_phone",
                "operator_email",
                "invoice_to_operator",
                "tukes_decision",
                "safety_map",
                "true_information",
            ],
            "at an event": ["event_name", "property_id", "articles", "invoice_recipient"],
        },
        parts={
            "articles": ["article_name", "article_category", "article_count"],
            "shooters": ["shooter_name", "shooter_competence"],
        },
        most=37,
        secret=frozenset({"storage"}),
        personal=frozenset(
            {
                "person_in_charge",
                "person_email",
                "competence",
                "shooter_name",
                "shooter_competence",
                "operator_address",
                "operator_phone",
                "operator_email",
                "invoice_recipient",
            }
        ),
    ),
    "pienkerays": Case(
        branches={"group": BY_MEMBERS, "association": BY_BOARD},
        demanded={
            "group": [
                "organiser_kind",
                "collection_dates",
                "goal",
                "costs",
                "primary_purpose",
                "secondary_purpose",
                "methods",
                "area",
                "accounts",
                "group_members",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "invoice_to_organiser",
                "conditions_met",
                "true_information",
            ],
            "association": ["organiser_organisation", "deciders", "invoice_recipient"],
        },
        parts={
            "accounts": ["account_number", "account_users"],
            "group_members": ["member_name", "member_code"],
            "deciders": ["decider_name", "decider_code"],
        },
        most=26,
        personal=frozenset(
            {
                "account_number",
                "account_users",
                "decider_name",
                "decider_code",
                "member_name",
                "member_code",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "invoice_recipient",
            }
        ),
    ),
}
