"""Outdoor serving: a restaurant's terrace for one summer, and a café that changes one it has in its own house."""

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
    "place_name": "Ravintola Esimerkki",
    "place_address": {"street": "Torikatu 1", "postcode": "06100", "city": PORVOO},
    "terrace_place": Text(fi="Ikkunoiden edessä.", sv="Framför fönstren."),
    "terrace_area": "24,5",
    "seats": "32",
    "passage": "2",
    "opening_hours": Text(fi="Joka päivä klo 10 alkaen.", sv="Varje dag från kl. 10."),
    "equipment_details": Text(fi="Puiset pöydät ja tuolit.", sv="Bord och stolar av trä."),
    "cleaning": Text(fi="Lakaisu joka ilta.", sv="Sopning varje kväll."),
    "contact_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "site_plan": ["piirros1"],
    "pictures": ["kuva1"],
}
SUMMER: Final[Application] = {
    **COMMON,
    **company("applicant"),
    **invoice_elsewhere("applicant"),
    "matter": "new",
    "permit_length": "fixed",
    "alcohol": "yes",
    "equipment": ["furniture", "fence", "shade"],
    "owns_building": "no",
    "terrace_site": "pavement",
    "season": {"first": "1.5.2027", "last": "30.9.2027"},
    "building_consent": ["suostumus1"],
    "other_files": ["muu1"],
}
CAFE: Final[Application] = {
    **COMMON,
    **person("applicant"),
    **invoice_to("applicant"),
    "matter": "change",
    "permit_length": "open",
    "alcohol": "no",
    "equipment": ["furniture"],
    "owns_building": "yes",
    "present_permit": "15/2024",
    "terrace_site": "square",
    "start_date": "1.5.2027",
    "open_months": Text(fi="Toukokuusta syyskuuhun", sv="Från maj till september"),
}

DEMANDED: Final = {
    "all": [
        "matter", "applicant_kind", "permit_length", "alcohol", "equipment", "owns_building", "place_name",
        "place_address", "terrace_site", "terrace_place", "terrace_area", "seats", "passage", "opening_hours",
        "equipment_details", "cleaning", "applicant_address", "applicant_phone", "applicant_email",
        "contact_person", "invoice_to_applicant", "site_plan", "pictures", "true_information",
    ],
    "summer": ["season", "applicant_organisation", "invoice_recipient", "building_consent"],
    "café": ["start_date", "open_months", "applicant_name"],
}  # fmt: skip
MET: Final = {"summer": 31, "café": 30}

CASE: Final = Case(
    procedure="ulkotarjoilu",
    branches={"summer": SUMMER, "café": CAFE},
    demanded=DEMANDED,
    met=MET,
    personal=["applicant_name", "applicant_address", "applicant_phone", "applicant_email", "contact_person"],
    information=frozenset({"alcohol_note", "building_note", "narrow"}),
    told=[
        ("summer", {}, TODAY, frozenset({"alcohol_note"})),
        ("café", {}, TODAY, frozenset()),
        ("café", {"equipment": ["roof"]}, TODAY, frozenset({"building_note"})),
        ("café", {"equipment": ["floor"]}, TODAY, frozenset({"building_note"})),
        ("café", {"passage": "1,2"}, TODAY, frozenset()),
        ("café", {"passage": "1,1"}, TODAY, frozenset({"narrow"})),
    ],
)
