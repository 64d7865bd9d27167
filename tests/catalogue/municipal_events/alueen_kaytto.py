"""Use of municipal land: a festival with everything, a fair of a person without anything."""

import datetime as dt
from typing import Final

from catalogue.municipal_events.case import (
    EVENT_DAYS,
    ON_CALL,
    PLACE,
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
    **PLACE,
    **contact("applicant"),
    **address("applicant"),
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "description": Text(fi="Musiikkia ja työpajoja.", sv="Musik och verkstäder."),
    "attendance": "3 000",
    "area_size": "4 500",
    "surface": ["grass", "gravel"],
    "event_period": EVENT_DAYS,
    "reserved_days": {"first": "10.6.2027", "last": "14.6.2027"},
    "cleaning": Text(fi="Talkooväki siivoaa joka ilta.", sv="Talkofolket städar varje kväll."),
    "restoring": Text(fi="Nurmikolla suojalevyt.", sv="Skyddsskivor på gräsmattan."),
    "on_call": ON_CALL,
    "site_plan": ["piirros1"],
}
FESTIVAL: Final[Application] = {
    **COMMON,
    **company("applicant"),
    **invoice_elsewhere("applicant"),
    "area_uses": ["structures", "vehicles", "power_water", "food", "sale", "alcohol", "signs", "traffic"],
    "admission": "ticket",
    "structures": Text(fi="Lava 8 x 6 m, kaksi telttaa.", sv="Scen 8 x 6 m, två tält."),
    "vehicles": Text(fi="Kaksi kuorma-autoa, 12 t.", sv="Två lastbilar, 12 t."),
    "power_water": Text(fi="63 A lavalle, vesiposti.", sv="63 A till scenen, vattenpost."),
    "food": Text(fi="Viisi ruokavaunua.", sv="Fem matvagnar."),
    "other_sale": Text(fi="Levyjä.", sv="Skivor."),
    "alcohol": Text(fi="Esimerkki Oy, aidattu alue.", sv="Esimerkki Oy, ett inhägnat område."),
    "signs": Text(fi="Neljä opastetta.", sv="Fyra skyltar."),
    "traffic_plan": ["suunnitelma1"],
    "other_files": ["vakuutus1"],
}
SMALL: Final[Application] = {
    **COMMON,
    **person("applicant"),
    **invoice_to("applicant"),
    "area_uses": ["-"],
    "admission": "free",
}
DEMANDED: Final = {
    "all": [
        "applicant_kind", "area_uses", "event_name", "description", "admission", "attendance", "place_name",
        "area_size", "surface", "event_period", "reserved_days", "cleaning", "restoring", "on_call",
        "applicant_address", "applicant_phone", "applicant_email", "invoice_to_applicant", "site_plan",
        "true_information",
    ],
    "festival": [
        "structures", "vehicles", "power_water", "food", "other_sale", "alcohol", "signs",
        "applicant_organisation", "invoice_recipient",
    ],
    "small": ["applicant_name"],
}  # fmt: skip
MET: Final = {"festival": 34, "small": 24}

CASE: Final = Case(
    procedure="alueen-kaytto",
    branches={"festival": FESTIVAL, "small": SMALL},
    demanded=DEMANDED,
    met=MET,
    personal=["applicant_name", "applicant_address", "applicant_phone", "applicant_email", "on_call"],
    information=frozenset({"traffic_note", "reserved_note"}),
    told=[
        ("festival", {}, TODAY, frozenset({"traffic_note"})),
        ("small", {}, TODAY, frozenset()),
        ("small", {"reserved_days": {"first": "13.6.2027", "last": "14.6.2027"}}, TODAY, frozenset({"reserved_note"})),
        ("small", {"reserved_days": {"first": "12.6.2027", "last": "12.6.2027"}}, TODAY, frozenset({"reserved_note"})),
        ("small", {"reserved_days": {"first": "12.6.2027", "last": "13.6.2027"}}, dt.date(2027, 6, 12), frozenset()),
    ],
)
