"""Waste management plans: a festival with toilets of its own, a market of a person without them."""

import datetime as dt
from typing import Final

from catalogue.municipal_events.case import EVENT_DAYS, ON_CALL, PLACE, TODAY, Case, company, contact, person
from kevytasiointi.core.text import Text
from support.filling import Application, without

FESTIVAL: Final[Application] = {
    **PLACE,
    **contact("organiser"),
    **company("organiser"),
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "event_period": EVENT_DAYS,
    "attendance": "6 000",
    "attendance_peak": "3 000",
    "toilets": "yes",
    "wastes": [
        {"waste_kind": "mixed", "waste_amount": "400 kg", "bin_count": "8", "bin_size": "660 l"},
        {"waste_kind": "bio", "waste_amount": "150 kg", "bin_count": "4", "bin_size": "240 l"},
    ],
    "sorting": Text(fi="Kyltit ja opastajat.", sv="Skyltar och vägledare."),
    "emptying": Text(fi="Joka yö jäteasemalle.", sv="Varje natt till avfallsstationen."),
    "carrier": {"name": "Jätekuljetus Oy", "business_id": "9999999-2"},
    "reduction": Text(fi="Pantilliset mukit.", sv="Muggar med pant."),
    "sludge": Text(fi="Puhdistamolle, 40 käymälää.", sv="Till reningsverket, 40 toaletter."),
    "cleaning": Text(fi="Kaksi siivoojaa.", sv="Två städare."),
    "final_cleaning": Text(fi="Talkooväki, myös Jokikatu.", sv="Talkofolket, också Ågatan."),
    "clean_by": "14.6.2027",
    "waste_contact": ON_CALL,
    "site_map": ["kartta1"],
}
MARKET: Final[Application] = {
    **without(FESTIVAL, "organiser_organisation", "sludge", "reduction"),
    **person("organiser"),
    "toilets": "no",
}

DEMANDED: Final = {
    "all": [
        "organiser_kind", "event_name", "event_period", "attendance", "attendance_peak", "place_name", "toilets",
        "wastes", "sorting", "emptying", "carrier", "cleaning", "final_cleaning", "clean_by", "organiser_phone",
        "organiser_email", "waste_contact", "site_map", "true_information",
    ],
    "festival": ["sludge", "organiser_organisation"],
    "market": ["organiser_name"],
}  # fmt: skip
MET: Final = {"festival": 27, "market": 26}

CASE: Final = Case(
    procedure="jatehuoltosuunnitelma",
    branches={"festival": FESTIVAL, "market": MARKET},
    demanded=DEMANDED,
    met=MET,
    personal=["organiser_name", "organiser_phone", "organiser_email", "waste_contact"],
    information=frozenset({"late"}),
    told=[
        ("market", {}, dt.date(2027, 5, 29), frozenset()),
        ("market", {}, dt.date(2027, 5, 30), frozenset({"late"})),
        ("market", {}, TODAY, frozenset()),
    ],
)
