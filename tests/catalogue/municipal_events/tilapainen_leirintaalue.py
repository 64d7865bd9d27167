"""Temporary campsites: of a festival on a rented field, and of a person on their own land."""

import datetime as dt
from typing import Final

from catalogue.municipal_events.case import ON_CALL, PLACE, TODAY, Case, company, contact, person
from kevytasiointi.core.text import Text
from support.filling import Application, without

FESTIVAL: Final[Application] = {
    **PLACE,
    **contact("notifier"),
    **company("notifier"),
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "description": Text(fi="Festivaalin kävijöitä teltoissa.", sv="Festivalbesökare i tält."),
    "camping_dates": {"first": "10.6.2027", "last": "14.6.2027"},
    "max_guests": "800",
    "property_id": "638-1-2-3",
    "area_size": "2,5",
    "place_owner": "private",
    "tent_places": "350",
    "caravan_places": "20",
    "motorhome_places": "30",
    "water_supply": Text(fi="Vesijohto, 6 hanaa.", sv="Vattenledning, 6 kranar."),
    "toilets": "32",
    "showers": "12",
    "wastewater": Text(fi="Viemäriin, liete puhdistamolle.", sv="Till avloppet, slammet till reningsverket."),
    "waste": Text(fi="Kymmenen jätepistettä.", sv="Tio avfallspunkter."),
    "fire_safety": Text(fi="Palokadut 8 m, ei avotulta.", sv="Brandgator 8 m, ingen öppen eld."),
    "supervision": Text(fi="Kuusi järjestyksenvalvojaa.", sv="Sex ordningsvakter."),
    "traffic": Text(fi="Jokikadulta, pysäköinti pellolla.", sv="Från Ågatan, parkering på åkern."),
    "on_call": ON_CALL,
    "site_plan": ["piirros1"],
    "owner_consent": ["suostumus1"],
    "rescue_plan": ["suunnitelma1"],
}
OWN_LAND: Final[Application] = {
    **without(FESTIVAL, "notifier_organisation", "event_name", "owner_consent", "rescue_plan"),
    **person("notifier"),
    "place_owner": "organiser",
}

DEMANDED: Final = {
    "all": [
        "notifier_kind", "description", "camping_dates", "max_guests", "place_name", "property_id", "area_size",
        "place_owner", "tent_places", "caravan_places", "motorhome_places", "water_supply", "toilets", "showers",
        "wastewater", "waste", "fire_safety", "supervision", "traffic", "notifier_phone", "notifier_email",
        "on_call", "site_plan", "true_information",
    ],
    "festival": ["notifier_organisation", "owner_consent"],
    "own land": ["notifier_name"],
}  # fmt: skip
MET: Final = {"festival": 29, "own land": 28}

CASE: Final = Case(
    procedure="tilapainen-leirintaalue",
    branches={"festival": FESTIVAL, "own land": OWN_LAND},
    demanded=DEMANDED,
    met=MET,
    personal=["notifier_name", "notifier_phone", "notifier_email", "on_call"],
    information=frozenset({"few_guests", "too_long", "late"}),
    told=[
        ("festival", {}, TODAY, frozenset()),
        ("festival", {"max_guests": "100"}, TODAY, frozenset({"few_guests"})),
        ("festival", {"max_guests": "101"}, TODAY, frozenset()),
        ("festival", {"camping_dates": {"first": "10.6.2027", "last": "24.6.2027"}}, TODAY, frozenset()),
        ("festival", {"camping_dates": {"first": "10.6.2027", "last": "25.6.2027"}}, TODAY, frozenset({"too_long"})),
        ("festival", {}, dt.date(2027, 3, 10), frozenset()),
        ("festival", {}, dt.date(2027, 3, 11), frozenset({"late"})),
    ],
)
