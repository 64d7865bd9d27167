"""Temporary structures: a stage and a tent on the town's ground, and a person's jetty on their own."""

from typing import Final

from catalogue.municipal_events.case import ON_CALL, PLACE, TODAY, Case, company, contact, person
from kevytasiointi.core.text import Text
from support.filling import Application, without

FESTIVAL: Final[Application] = {
    **PLACE,
    **contact("organiser"),
    **company("organiser"),
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "standing_dates": {"first": "8.6.2027", "last": "15.6.2027"},
    "five_people": "yes",
    "crowd_spaces": "yes",
    "property_id": "638-1-2-3",
    "place_owner": "municipality",
    "structures": [
        {"structure_kind": "stage", "structure_area": "80", "structure_height": "7,5", "supplier": "Lavat Oy"},
        {
            "structure_kind": "tent",
            "structure_area": "300",
            "structure_height": "5",
            "supplier": "Teltat Oy",
            "structure_note": Text(fi="Kaksi samanlaista", sv="Två likadana"),
        },
    ],
    "anchoring": Text(fi="Betonipainot, 500 kg.", sv="Betongvikter, 500 kg."),
    "wind_limit": "14",
    "max_people": "400",
    "exits": Text(fi="Neljä uloskäyntiä, 2,4 m.", sv="Fyra utgångar, 2,4 m."),
    "inspection": Text(fi="Aino Esimerkki, rakennusinsinööri", sv="Aino Esimerkki, byggnadsingenjör"),
    "inspection_date": "11.6.2027",
    "builder": ON_CALL,
    "qualification": Text(fi="Rakennusmestari", sv="Byggmästare"),
    "site_plan": ["piirros1"],
    "floor_plan": ["pohja1"],
    "strength": ["laskelma1"],
    "owner_consent": ["suostumus1"],
}
JETTY: Final[Application] = {
    **without(FESTIVAL, "organiser_organisation", "max_people", "exits", "floor_plan", "strength", "owner_consent"),
    **person("organiser"),
    "five_people": "no",
    "crowd_spaces": "no",
    "place_owner": "organiser",
}

DEMANDED: Final = {
    "all": [
        "organiser_kind", "event_name", "standing_dates", "five_people", "crowd_spaces", "place_name",
        "property_id", "place_owner", "structures", "anchoring", "wind_limit", "inspection", "inspection_date",
        "organiser_phone", "organiser_email", "builder", "qualification", "site_plan", "true_information",
    ],
    "festival": [
        "max_people", "exits", "organiser_organisation", "floor_plan", "strength", "owner_consent",
    ],
    "jetty": ["organiser_name"],
}  # fmt: skip
MET: Final = {"festival": 31, "jetty": 27}

CASE: Final = Case(
    procedure="tilapainen-rakennelma",
    branches={"festival": FESTIVAL, "jetty": JETTY},
    demanded=DEMANDED,
    met=MET,
    personal=["organiser_name", "organiser_phone", "organiser_email", "builder", "inspection", "qualification"],
    information=frozenset({"long_standing"}),
    told=[
        ("jetty", {}, TODAY, frozenset()),
        ("jetty", {"standing_dates": {"first": "2.6.2027", "last": "15.6.2027"}}, TODAY, frozenset()),
        ("jetty", {"standing_dates": {"first": "1.6.2027", "last": "15.6.2027"}}, TODAY, frozenset({"long_standing"})),
    ],
)
