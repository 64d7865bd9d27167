"""Sale of tobacco: a shop, a person at an event, a ship that sells more, and a kiosk that stops."""

from typing import Final

from catalogue.municipal_events.case import (
    PORVOO,
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
    "place_name": "Esimerkki",
}
CONTACT: Final[Application] = {
    "contact_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"}
}
SALE: Final[Application] = {
    "forbidden_place": "no",
    "withdrawn": "no",
    "points": "2",
    "points_location": Text(fi="Kassat 1 ja 2 ovella.", sv="Kassorna 1 och 2 vid dörren."),
    "placement": Text(fi="Suljetussa kaapissa.", sv="I ett stängt skåp."),
    "control_plan": ["suunnitelma1"],
    "floor_plan": ["pohja1"],
}
STREET: Final[Application] = {"place_address": {"street": "Torikatu 1", "postcode": "06100", "city": PORVOO}}
SHOP: Final[Application] = {
    **COMMON,
    **SALE,
    **STREET,
    **CONTACT,
    **company("applicant"),
    **invoice_elsewhere("applicant"),
    "matter": "new",
    "place_kind": "shop",
    "products": ["tobacco", "liquids", "smokeless"],
    "start_date": "1.6.2027",
    "economic_operator": "QEOFI0001",
    "facility": "QFIFI0001",
}
AT_EVENT: Final[Application] = {
    **COMMON,
    **SALE,
    **STREET,
    **person("applicant"),
    **invoice_to("applicant"),
    "matter": "new",
    "place_kind": "event",
    "products": ["smokeless"],
    "event_name": Text(fi="Jokifestivaali", sv="Åfestivalen"),
    "sale_dates": {"first": "12.6.2027", "last": "13.6.2027"},
    "applicant_code": "sealed",
    "adult": "yes",
}
SHIP: Final[Application] = {
    **COMMON,
    **SALE,
    **CONTACT,
    **company("applicant"),
    **invoice_to("applicant"),
    "matter": "addition",
    "place_kind": "vehicle",
    "products": ["tobacco", "smokeless"],
    "permit_number": "12/2025",
    "vehicle_id": "M/S Esimerkki",
    "start_date": "1.6.2027",
    "economic_operator": "QEOFI0001",
    "facility": "QFIFI0001",
}
STOPS: Final[Application] = {
    **COMMON,
    **STREET,
    **CONTACT,
    **company("applicant"),
    "matter": "ending",
    "place_kind": "kiosk",
    "products": ["tobacco"],
    "ending_date": "30.4.2027",
}

DEMANDED: Final = {
    "all": [
        "matter", "applicant_kind", "place_kind", "products", "place_name", "applicant_address",
        "applicant_phone", "applicant_email", "true_information",
    ],
    "shop": [
        "place_address", "start_date", "forbidden_place", "withdrawn", "points", "points_location", "placement",
        "economic_operator", "facility", "applicant_organisation", "contact_person", "invoice_to_applicant",
        "invoice_recipient", "control_plan", "floor_plan",
    ],
    "at an event": [
        "place_address", "event_name", "sale_dates", "forbidden_place", "withdrawn", "points", "points_location",
        "placement", "applicant_name", "applicant_code", "invoice_to_applicant", "control_plan", "floor_plan",
        "adult",
    ],
    "ship": [
        "vehicle_id", "start_date", "forbidden_place", "withdrawn", "points", "points_location", "placement",
        "economic_operator", "facility", "applicant_organisation", "contact_person", "invoice_to_applicant",
        "control_plan", "floor_plan",
    ],
    "stops": ["place_address", "ending_date", "applicant_organisation", "contact_person"],
}  # fmt: skip
MET: Final = {"shop": 25, "at an event": 24, "ship": 25, "stops": 14}

CASE: Final = Case(
    procedure="tupakkatuotteiden-myynti",
    branches={"shop": SHOP, "at an event": AT_EVENT, "ship": SHIP, "stops": STOPS},
    demanded=DEMANDED,
    met=MET,
    personal=[
        "applicant_name",
        "applicant_address",
        "applicant_phone",
        "applicant_email",
        "applicant_code",
        "contact_person",
    ],
    information=frozenset({"obstacle"}),
    told=[
        ("shop", {}, TODAY, frozenset()),
        ("shop", {"forbidden_place": "yes"}, TODAY, frozenset({"obstacle"})),
        ("shop", {"withdrawn": "yes"}, TODAY, frozenset({"obstacle"})),
        ("stops", {}, TODAY, frozenset()),
    ],
)
