"""Motor competitions: enduro on rented land, jet skis on a lake, training on one's own ice."""

from typing import Final

from catalogue.municipal_events.case import (
    ON_CALL,
    PLACE,
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
    "description": Text(fi="Kolme lähtöä, 60 ajajaa.", sv="Tre starter, 60 förare."),
    "activity_dates": {"first": "12.6.2027", "last": "13.6.2027"},
    "activity_times": Text(fi="Molempina päivinä klo 10 alkaen.", sv="Båda dagarna från kl. 10."),
    "route": Text(fi="Viiden kilometrin lenkki metsässä.", sv="En fem kilometer lång slinga i skogen."),
    "nature_effects": Text(fi="Talousmetsää, ei suojelualueita.", sv="Ekonomiskog, inga skyddsområden."),
    "people_effects": Text(fi="Lähin talo 800 metrin päässä.", sv="Närmaste hus på 800 meters avstånd."),
    "safety": Text(fi="Rata nauhoitettu, ensiapu lähdössä.", sv="Banan märkt, första hjälpen vid starten."),
    "restoring": Text(fi="Urat tasoitetaan viikossa.", sv="Spåren jämnas inom en vecka."),
    "fuels": Text(fi="Tankkaus suojamatolla.", sv="Tankning på skyddsmatta."),
    "on_call": ON_CALL,
    "site_map": ["kartta1"],
}
ENDURO: Final[Application] = {
    **COMMON,
    **company("applicant"),
    **invoice_elsewhere("applicant"),
    "where": ["terrain"],
    "activity": ["competition"],
    "recurrence": "repeated",
    "event_name": Text(fi="Jokiajot", sv="Åtävlingen"),
    "vehicles": [{"vehicle": Text(fi="Enduropyörä", sv="Enduromotorcykel"), "vehicle_count": "60"}],
    "place_owner": "private",
    "owner_consent": ["suostumus1", "suostumus2"],
    "safety_plan": ["selvitys1"],
    "other_files": ["muu1"],
}
LAKE: Final[Application] = {
    **COMMON,
    **company("applicant"),
    **invoice_to("applicant"),
    "where": ["water"],
    "activity": ["competition", "training"],
    "recurrence": "single",
    "vehicles": [{"vehicle": Text(fi="Vesiskootteri", sv="Vattenskoter"), "vehicle_count": "12"}],
    "place_owner": "municipality",
    "water_use": Text(fi="Alue merkitään poijuin.", sv="Området märks ut med bojar."),
    "owner_consent": ["suostumus1"],
}
OWN_ICE: Final[Application] = {
    **COMMON,
    **person("applicant"),
    **invoice_to("applicant"),
    "where": ["ice"],
    "activity": ["training"],
    "recurrence": "permanent",
    "vehicles": [{"vehicle": Text(fi="Henkilöauto", sv="Personbil"), "vehicle_count": "5"}],
    "place_owner": "organiser",
}

DEMANDED: Final = {
    "all": [
        "applicant_kind", "where", "activity", "recurrence", "description", "vehicles", "activity_dates",
        "activity_times", "place_name", "route", "place_owner", "nature_effects", "people_effects", "safety",
        "restoring", "fuels", "applicant_address", "applicant_phone", "applicant_email", "invoice_to_applicant",
        "on_call", "site_map", "true_information",
    ],
    "enduro": ["applicant_organisation", "invoice_recipient", "owner_consent"],
    "lake": ["water_use", "applicant_organisation", "owner_consent"],
    "own ice": ["applicant_name"],
}  # fmt: skip
MET: Final = {"enduro": 33, "lake": 33, "own ice": 31}

CASE: Final = Case(
    procedure="maasto-ja-vesiliikenne",
    branches={"enduro": ENDURO, "lake": LAKE, "own ice": OWN_ICE},
    demanded=DEMANDED,
    met=MET,
    personal=["applicant_name", "applicant_address", "applicant_phone", "applicant_email", "on_call"],
)
