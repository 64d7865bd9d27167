"""Applications for a hall, a solar plant, a home's extension, and for placement only."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

HALL: Final[Application] = {
    "permit_kind": "whole",
    "measures": ["new", "well"],
    "deviates": "no",
    "early_start": "no",
    "applicant_kind": "company",
    "property_id": "638-1-2-3",
    "holding": "own",
    "plan": "detailed",
    "shore": "no",
    "description": Text(fi="Rakennamme tuotantohallin.", sv="Vi bygger en produktionshall."),
    "buildings": [
        {
            "building_use": Text(fi="Tuotantohalli", sv="Produktionshall"),
            "building_area": "1200",
            "building_floor_area": "1150,5",
            "building_volume": "9000",
            "building_storeys": "1",
            "building_structure": Text(fi="Teräs, pelti", sv="Stål, plåt"),
            "building_heating": Text(fi="Maalämpö", sv="Jordvärme"),
        }
    ],
    "wells": Text(fi="8 kaivoa, 300 m, 20 m rajasta.", sv="8 brunnar, 300 m, 20 m från gränsen."),
    "networks": ["water", "sewer", "electricity"],
    "principal_designer": {
        "given_name": "Aino",
        "family_name": "Esimerkki",
        "email": "aino@asiakas.example",
        "phone": "000 999 0101",
    },
    "designer_education": Text(fi="Arkkitehti, 15 vuotta", sv="Arkitekt, 15 år"),
    "neighbours": "authority",
    "on_site_notice": "yes",
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "invoice_to_applicant": "yes",
    "site_plan": ["liite1"],
    "main_drawings": ["liite1"],
    "map_extract": ["liite1"],
    "true_information": "yes",
}
SOLAR_PLANT: Final[Application] = {
    **without(HALL, "buildings", "wells", "networks"),
    "measures": ["energy", "structure"],
    "deviates": "yes",
    "early_start": "yes",
    "holding": "rented",
    "plan": "none",
    "neighbours": "self",
    "invoice_to_applicant": "no",
    "site_address": {"street": "Peltotie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "structures": Text(fi="Masto 31 m.", sv="Mast 31 m."),
    "deviation_reasons": Text(fi="Aita on lähempänä rajaa.", sv="Stängslet är närmare gränsen."),
    "early_reasons": Text(
        fi="Tiet ennen talvea, vakuus 20 000 euroa.", sv="Vägarna före vintern, säkerhet 20 000 euro."
    ),
    "energy_kind": ["solar", "storage"],
    "power": "21,6",
    "plant_area": "26,3",
    "plant_height": "4",
    "plant_details": Text(fi="40 000 paneelia ja akusto 10 MWh.", sv="40 000 paneler och batterier 10 MWh."),
    "dismantling": Text(fi="Teline nostetaan pois.", sv="Ställningen lyfts bort."),
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
    "tenure": ["liite1"],
    "neighbour_papers": ["liite1"],
    "designers": ["liite1"],
    "ground_water": ["liite1"],
    "fire_report": ["liite1"],
    "statements": ["liite1"],
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
}
HOME: Final[Application] = {
    **without(HALL, "wells", "applicant_organisation"),
    "permit_kind": "implementation",
    "measures": ["extension", "alteration"],
    "applicant_kind": "person",
    "plan": "general",
    "networks": ["-"],
    "applicant_name": "Aino Esimerkki",
    "placement_permit": ["liite1"],
    "energy_climate": ["liite1"],
}
PLACEMENT: Final[Application] = {**without(HALL, "main_drawings"), "permit_kind": "placement"}
BRANCHES: Final = {"hall": HALL, "solar plant": SOLAR_PLANT, "home": HOME, "placement": PLACEMENT}
OPTIONAL: Final = {
    "secret_file",
    "other_files",
    "ground_water",
    "statements",
    "energy_climate",
    "fire_report",
    "site_address",
    "invoice_details",
    "designers",
}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 45
PAGES: Final = {
    "hall": ["start", "site", "project", "people", "applicant", "attachments"],
    "solar plant": ["start", "site", "project", "energy_plant", "people", "applicant", "attachments"],
    "home": ["start", "site", "project", "people", "applicant", "attachments"],
    "placement": ["start", "site", "project", "people", "applicant", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {}
"""Which branch meets the note, after these changes."""
