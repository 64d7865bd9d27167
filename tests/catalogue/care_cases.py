"""The forms that wellbeing services counties receive, filled in."""

from typing import Final

from catalogue.cases import Case
from kevytasiointi.core.text import Text
from support.filling import Application, without

TOWN: Final = Text(fi="Porvoo", sv="Borgå")

SMALL: Final[Application] = {
    "attendance_peak": "900",
    "event_kind": ["sports"],
    "special_risks": ["-"],
    "care": ["-"],
    "organiser_kind": "person",
    "event_name": Text(fi="Jokirannan juoksu", sv="Åloppet"),
    "event_period": {"first": "12.6.2027", "first_time": "9", "last": "12.6.2027", "last_time": "16"},
    "audience": ["everyone"],
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandens park"),
    "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": TOWN},
    "leader": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "leader_training": ["ea1", "ea2"],
    "staff": [
        {"staff_training": "ea2", "staff_count": "2", "staff_hours": Text(fi="Koko ajan", sv="Hela tiden")},
        {"staff_training": "ea1", "staff_count": "4", "staff_hours": Text(fi="Klo 9-16", sv="Kl. 9-16")},
    ],
    "points": Text(fi="Teltta maalialueella, auki 9-16.", sv="Tält vid målet, öppet 9-16."),
    "equipment": ["aed", "bandages"],
    "ambulance_route": Text(fi="Jokikadulta portille A.", sv="Från Ågatan till port A."),
    "communication": Text(fi="Radiopuhelimet, vastaava soittaa 112.", sv="Radiotelefoner, den ansvariga ringer 112."),
    "organiser_name": "Aino Esimerkki",
    "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": TOWN},
    "organiser_phone": "000 999 0101",
    "organiser_email": "aino@asiakas.example",
    "first_aid_map": ["kartta1"],
    "true_information": "yes",
}
LARGE: Final[Application] = {
    **without(SMALL, "place_address", "organiser_name"),
    "attendance_peak": "12 000",
    "event_kind": ["concert"],
    "special_risks": ["water", "alcohol", "crowding"],
    "care": ["ambulance", "nurse"],
    "organiser_kind": "company",
    "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "property_id": "638-1-2-3",
    "leader_training": ["ea3", "health"],
    "leader_experience": Text(fi="Viisi suurta festivaalia.", sv="Fem stora festivaler."),
    "provider": {"name": "Ensiapu Esimerkki Oy", "business_id": "9999999-2"},
    "equipment": ["aed", "oxygen", "stretcher", "bandages", "other"],
    "equipment_other": Text(fi="Mönkijä ja paarit.", sv="Fyrhjuling och bår."),
    "risk_measures": Text(fi="Rannalla partio, vettä jaetaan.", sv="Patrull på stranden, vatten delas ut."),
    "care_details": Text(fi="Yksityinen ambulanssi 16-24, sovittu.", sv="Privat ambulans 16-24, avtalat."),
}

CASES: Final = {
    "ensiapusuunnitelma": Case(
        branches={"small": SMALL, "large": LARGE},
        demanded={
            "small": [
                "attendance_peak",
                "event_kind",
                "special_risks",
                "care",
                "organiser_kind",
                "event_name",
                "event_period",
                "audience",
                "place_name",
                "leader",
                "leader_training",
                "staff",
                "points",
                "equipment",
                "ambulance_route",
                "communication",
                "organiser_name",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "first_aid_map",
                "true_information",
            ],
            "large": [
                "property_id",
                "leader_experience",
                "equipment_other",
                "risk_measures",
                "care_details",
                "organiser_organisation",
            ],
        },
        parts={"staff": ["staff_training", "staff_count", "staff_hours"]},
        most=36,
        personal=frozenset(
            {
                "leader",
                "leader_training",
                "leader_experience",
                "organiser_name",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
            }
        ),
    ),
}
