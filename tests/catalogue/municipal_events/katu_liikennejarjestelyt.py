"""Traffic arrangements on streets: a run through the town, and a person who moves house."""

import datetime as dt
from typing import Final

from catalogue.municipal_events.case import (
    ON_CALL,
    TODAY,
    Case,
    address,
    company,
    contact,
    invoice_elsewhere,
    invoice_to,
    person,
)
from kevytasiointi.core.text import Text
from support.filling import Application

COMMON: Final[Application] = {
    **contact("applicant"),
    **address("applicant"),
    "streets": [
        {
            "street": Text(fi="Jokikatu", sv="Ågatan"),
            "section": Text(fi="Torikadulta Rantakadulle", sv="Från Torggatan till Strandgatan"),
        }
    ],
    "arrangement_period": {"first": "12.6.2027", "first_time": "8", "last": "12.6.2027", "last_time": "16"},
    "setup": Text(fi="Esimerkki Oy perjantaina.", sv="Esimerkki Oy på fredag."),
    "rescue_access": Text(fi="Vahti siirtää aidan minuutissa.", sv="Vakten flyttar staketet på en minut."),
    "walking": Text(fi="Toista jalkakäytävää.", sv="På den andra trottoaren."),
    "on_call": ON_CALL,
    "traffic_plan": ["piirros1"],
}
RUN: Final[Application] = {
    **COMMON,
    **company("applicant"),
    **invoice_elsewhere("applicant"),
    "occasion_kind": "event",
    "measures": ["close", "detour", "bus_stop"],
    "traffic_directors": "yes",
    "event_name": Text(fi="Jokijuoksu", sv="Åloppet"),
    "description": Text(fi="Kaksisataa juoksijaa.", sv="Tvåhundra löpare."),
    "signs": [
        {
            "sign": Text(fi="Sulkuaita", sv="Staket"),
            "sign_count": "4",
            "sign_place": Text(fi="Torikatu", sv="Torggatan"),
        }
    ],
    "detour": Text(fi="Rantakadun kautta.", sv="Via Strandgatan."),
    "informed": ["rescue", "buses", "residents"],
    "other_files": ["kirje1"],
}
MOVE: Final[Application] = {
    **COMMON,
    **person("applicant"),
    **invoice_to("applicant"),
    "occasion_kind": "moving",
    "measures": ["no_parking"],
    "traffic_directors": "no",
    "description": Text(fi="Muuttoauto talon edessä.", sv="En flyttbil framför huset."),
    "informed": ["-"],
}

DEMANDED: Final = {
    "all": [
        "applicant_kind", "occasion_kind", "measures", "traffic_directors", "description", "streets",
        "arrangement_period", "setup", "rescue_access", "walking", "informed", "applicant_address",
        "applicant_phone", "applicant_email", "invoice_to_applicant", "on_call", "traffic_plan",
        "true_information",
    ],
    "run": ["event_name", "detour", "applicant_organisation", "invoice_recipient"],
    "move": ["applicant_name"],
}  # fmt: skip
MET: Final = {"run": 31, "move": 24}

CASE: Final = Case(
    procedure="katu-liikennejarjestelyt",
    branches={"run": RUN, "move": MOVE},
    demanded=DEMANDED,
    met=MET,
    personal=["applicant_name", "applicant_address", "applicant_phone", "applicant_email", "on_call"],
    information=frozenset({"directors_note", "late"}),
    told=[
        ("run", {}, TODAY, frozenset({"directors_note"})),
        ("move", {}, dt.date(2027, 6, 5), frozenset()),
        ("move", {}, dt.date(2027, 6, 6), frozenset({"late"})),
        ("move", {}, dt.date(2027, 6, 12), frozenset({"late"})),
    ],
)
