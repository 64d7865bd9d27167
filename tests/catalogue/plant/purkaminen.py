"""A permit to demolish a protected store, a notice of a small building, and a permit for a tenant."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

PERMIT: Final[Application] = {
    "grounds": ["detailed", "protected"],
    "exception": "no",
    "filing": "permit",
    "applicant_kind": "company",
    "property_id": "638-1-2-3",
    "holding": "own",
    "buildings": [
        {
            "building_use": Text(fi="Varasto", sv="Lager"),
            "building_year": "1962",
            "building_area": "400",
            "building_volume": "1600",
            "building_extent": "all",
        }
    ],
    "reason": "new",
    "dates": {"first": "1.3.2028", "last": "30.4.2028"},
    "value": Text(fi="Katto vuotaa, runko on laho.", sv="Taket läcker, stommen är murken."),
    "reasons": Text(fi="Korjaus maksaisi enemmän kuin uusi.", sv="Reparation vore dyrare än nybygge."),
    "after": Text(fi="Uusi halli", sv="En ny hall"),
    "neighbours": "authority",
    "materials": [{"material": "concrete", "tonnes": "350", "destination": Text(fi="Murskaamo", sv="Krossverket")}],
    "hazardous": ["asbestos", "impregnated"],
    "asbestos_survey": "yes",
    "safety": Text(fi="Alue aidataan ja pöly sidotaan vedellä.", sv="Området inhägnas och dammet binds med vatten."),
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "invoice_to_applicant": "yes",
    "site_map": ["liite1"],
    "photos": ["liite1"],
    "asbestos_file": ["liite1"],
    "history": ["liite1"],
    "true_information": "yes",
}
NOTICE: Final[Application] = {
    **without(
        PERMIT,
        "value",
        "reasons",
        "after",
        "neighbours",
        "applicant_organisation",
        "photos",
        "asbestos_file",
        "history",
    ),
    "grounds": ["-"],
    "filing": "notice",
    "applicant_kind": "person",
    "hazardous": ["-"],
    "asbestos_survey": "no",
    "applicant_name": "Aino Esimerkki",
    "asbestos_reason": Text(fi="Tehdään tammikuussa.", sv="Görs i januari."),
}
TENANT: Final[Application] = {
    **PERMIT,
    "holding": "rented",
    "buildings": [
        {
            "building_code": "100123456A",
            "building_use": Text(fi="Varasto", sv="Lager"),
            "building_year": "1962",
            "building_area": "400",
            "building_volume": "1600",
            "building_extent": "all",
        }
    ],
    "neighbours": "self",
    "invoice_to_applicant": "no",
    "tenure": ["liite1"],
    "neighbour_papers": ["liite1"],
    "other_files": ["liite1"],
    "site_address": {"street": "Varastotie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
BRANCHES: Final = {"permit": PERMIT, "notice": NOTICE, "tenant": TENANT}
OPTIONAL: Final = {"invoice_details", "building_code", "other_files", "site_address"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 35
PAGES: Final = {
    "permit": ["start", "building", "justification", "work", "applicant", "attachments"],
    "notice": ["start", "building", "work", "applicant", "attachments"],
    "tenant": ["start", "building", "justification", "work", "applicant", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {
    "permit_note": ("notice", {"grounds": ["detailed"]}),
    "late": ("notice", {"dates": {"first": "20.5.2027", "last": "30.5.2027"}}),
}
"""Which branch meets the note, after these changes."""
