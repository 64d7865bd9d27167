"""A collection centre, the approval of a plant, and the end of an activity."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

REGISTRATION: Final[Application] = {
    "about": "registration",
    "activities": ["collection", "storage"],
    "applicant_kind": "company",
    "site_name": Text(fi="Esimerkin keräyskeskus", sv="Exempels uppsamlingscentral"),
    "site_address": {"street": "Kalatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "start_date": "1.3.2028",
    "categories": ["c3"],
    "by_products": [
        {
            "material": Text(fi="Kalan perkuujäte", sv="Fiskrens"),
            "material_class": "c3",
            "material_amount": "40",
            "material_route": Text(fi="Kalasatama, rehutehdas", sv="Fiskehamnen, foderfabriken"),
        }
    ],
    "method": Text(fi="Kerätään ja jäähdytetään.", sv="Samlas in och kyls."),
    "traceability": Text(fi="Kaupalliset asiakirjat 2 vuotta.", sv="Handelsdokument i 2 år."),
    "cold": Text(fi="Kylmähuone +2 astetta", sv="Kylrum +2 grader"),
    "cleaning": Text(fi="Kuuma vesi joka päivä.", sv="Hett vatten varje dag."),
    "pests": Text(fi="Syötit ja tiiviit ovet", sv="Beten och täta dörrar"),
    "waste_water": Text(fi="Viemäriin", sv="Till avloppet"),
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "invoice_to_applicant": "yes",
    "true_information": "yes",
}
APPROVAL: Final[Application] = {
    **REGISTRATION,
    "about": "approval",
    "activities": ["technical", "transport"],
    "invoice_to_applicant": "no",
    "farm_code": "123456789",
    "vehicles": [
        {"vehicle": "ABC-123", "containers": Text(fi="Suljettu lava, luokka 3", sv="Sluten låda, kategori 3")}
    ],
    "floor_plan": ["liite1"],
    "own_check": ["liite1"],
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
END: Final[Application] = {
    **without(
        REGISTRATION,
        "categories",
        "by_products",
        "method",
        "traceability",
        "cold",
        "cleaning",
        "pests",
        "waste_water",
        "applicant_organisation",
    ),
    "about": "end",
    "applicant_kind": "person",
    "number": "FI-123",
    "applicant_name": "Aino Esimerkki",
}
BRANCHES: Final = {"registration": REGISTRATION, "approval": APPROVAL, "end": END}
OPTIONAL: Final = {"number", "secret_file", "invoice_details", "other_files", "farm_code", "vehicles"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 30
PAGES: Final = {
    "registration": ["start", "site", "materials", "premises", "applicant", "attachments"],
    "approval": ["start", "site", "materials", "premises", "applicant", "attachments"],
    "end": ["start", "site", "applicant", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {"elsewhere": ("approval", {})}
"""Which branch meets the note, after these changes."""
