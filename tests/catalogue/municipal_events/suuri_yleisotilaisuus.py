"""Large public events: a festival with all that concerns health, a concert in a hall without any of it."""

import datetime as dt
from typing import Final

from catalogue.municipal_events.case import EVENT_DAYS, ON_CALL, PLACE, TODAY, Case, company, contact, person
from kevytasiointi.core.text import Text
from support.filling import Application, without

COMMON: Final[Application] = {
    **PLACE,
    **contact("organiser"),
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "description": Text(fi="Musiikkia kahdella lavalla.", sv="Musik på två scener."),
    "event_period": EVENT_DAYS,
    "attendance_peak": "2 500",
    "setting": ["outdoors"],
    "toilets_women": "30",
    "toilets_men": "20",
    "toilets_unisex": "6",
    "toilets_accessible": "3",
    "toilets_staff": "4",
    "toilet_emptying": Text(fi="Yritys tyhjentää joka yö.", sv="Ett företag tömmer varje natt."),
    "hand_washing": ["water", "sanitiser"],
    "water_sources": ["mains", "tank"],
    "water_points": "6",
    "wastewater": ["sewer"],
    "waste": Text(fi="Astiat tyhjennetään yöllä.", sv="Kärlen töms på natten."),
    "cleaning": Text(fi="Käymälät tunnin välein.", sv="Toaletterna en gång i timmen."),
    "on_call": ON_CALL,
    "site_map": ["kartta1"],
}
FESTIVAL: Final[Application] = {
    **COMMON,
    **company("organiser"),
    "extras": ["food", "overnight", "bathing", "roofs"],
    "food_sellers": [
        {"seller_name": "Esimerkki Oy", "seller_foods": Text(fi="Muikkuja", sv="Siklöjor")},
        {"seller_name": Text(fi="Talkooväki ry", sv="Talkofolket rf"), "seller_foods": Text(fi="Kahvia", sv="Kaffe")},
    ],
    "smoking": Text(fi="Kyltit ja valvonta.", sv="Skyltar och övervakning."),
    "bathing": Text(fi="Vesi vaihdetaan joka ilta.", sv="Vattnet byts varje kväll."),
    "overnight": Text(fi="Koululla 80 henkeä.", sv="80 personer i skolan."),
}
BY_LIST: Final[Application] = {**without(FESTIVAL, "food_sellers"), "seller_list": ["luettelo1"]}
HALL: Final[Application] = {**COMMON, **person("organiser"), "extras": ["-"], "setting": ["indoors"]}

DEMANDED: Final = {
    "all": [
        "organiser_kind", "extras", "event_name", "description", "event_period", "attendance_peak", "place_name",
        "setting", "toilets_women", "toilets_men", "toilets_unisex", "toilets_accessible", "toilets_staff",
        "toilet_emptying", "hand_washing", "water_sources", "water_points", "wastewater", "waste", "cleaning",
        "organiser_phone", "organiser_email", "on_call", "site_map", "true_information",
    ],
    "sellers by list": ["seller_list", "smoking", "bathing", "overnight", "organiser_organisation"],
    "festival": ["smoking", "bathing", "overnight", "organiser_organisation"],
    "hall": ["organiser_name"],
}  # fmt: skip
MET: Final = {"sellers by list": 32, "festival": 34, "hall": 27}

CASE: Final = Case(
    procedure="suuri-yleisotilaisuus",
    branches={"sellers by list": BY_LIST, "festival": FESTIVAL, "hall": HALL},
    demanded=DEMANDED,
    met=MET,
    personal=["organiser_name", "organiser_phone", "organiser_email", "on_call"],
    information=frozenset({"few_accessible", "late"}),
    told=[
        ("festival", {}, TODAY, frozenset()),
        ("hall", {"toilets_accessible": "0"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {"toilets_accessible": "2"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {"attendance_peak": "1000", "toilets_accessible": "1"}, TODAY, frozenset()),
        ("hall", {"attendance_peak": "1001", "toilets_accessible": "1"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {"attendance_peak": "3001"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {"attendance_peak": "5001", "toilets_accessible": "5"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {"attendance_peak": "10001", "toilets_accessible": "10"}, TODAY, frozenset({"few_accessible"})),
        ("hall", {}, dt.date(2027, 5, 29), frozenset()),
        ("hall", {}, dt.date(2027, 5, 30), frozenset({"late"})),
    ],
)
