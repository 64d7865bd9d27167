"""Applications to deviate from a plan for a hall and on a shore for a cottage."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

HALL: Final[Application] = {
    "rules": ["detailed", "order"],
    "measures": ["extension"],
    "applicant_kind": "company",
    "property_id": "638-1-2-3",
    "site_area": "12000",
    "holding": "own",
    "planned": [
        {
            "planned_use": Text(fi="Hallin laajennus", sv="Hallens utvidgning"),
            "planned_area": "600",
            "planned_floor_area": "580",
            "planned_storeys": "1",
            "planned_dwellings": "0",
        }
    ],
    "provision": Text(fi="Rakennusoikeus ylittyy 4 %.", sv="Byggrätten överskrids med 4 %."),
    "reasons": Text(fi="Linja ei mahdu nykyiseen halliin.", sv="Linjen ryms inte i den nuvarande hallen."),
    "effects": Text(fi="Liikenne ei lisäänny.", sv="Trafiken ökar inte."),
    "water_sewage": Text(fi="Kunnan verkot.", sv="Kommunens nät."),
    "neighbours": "authority",
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "invoice_to_applicant": "yes",
    "site_plan": ["liite1"],
    "map_extract": ["liite1"],
    "true_information": "yes",
}
COTTAGE: Final[Application] = {
    **without(HALL, "applicant_organisation"),
    "rules": ["shore"],
    "measures": ["home"],
    "applicant_kind": "person",
    "holding": "rented",
    "neighbours": "self",
    "invoice_to_applicant": "no",
    "applicant_name": "Aino Esimerkki",
    "existing": [{"existing_use": Text(fi="Mökki", sv="Stuga"), "existing_area": "65"}],
    "site_address": {"street": "Rantatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
    "drawings": ["liite1"],
    "tenure": ["liite1"],
    "neighbour_papers": ["liite1"],
    "other_files": ["liite1"],
}
BRANCHES: Final = {"hall": HALL, "cottage": COTTAGE}
OPTIONAL: Final = {"site_address", "drawings", "invoice_details", "other_files", "existing"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 28
PAGES: Final = {key: ["start", "site", "deviation", "applicant", "attachments"] for key in BRANCHES}
NOTES: Final[dict[str, tuple[str, Application]]] = {}
"""Which branch meets the note, after these changes."""
