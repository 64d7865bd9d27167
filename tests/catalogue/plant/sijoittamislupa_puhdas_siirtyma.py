"""Applications for a solar plant, a battery factory, and by a private person."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

SOLAR_PLANT: Final[Application] = {
    "ground": "clean",
    "project_kinds": ["renewable", "storage"],
    "applicant_kind": "company",
    "eia": "decision",
    "site_name": Text(fi="Esimerkkiaukean aurinkovoimala", sv="Exempelslättens solkraftverk"),
    "properties": [{"property_id": "638-1-2-3"}],
    "area": "26,3",
    "holding": "rented",
    "plan": ["regional"],
    "surroundings": Text(fi="Turvesuo, lähin asunto 450 m.", sv="Torvmosse, närmaste bostad 450 m."),
    "groundwater": "no",
    "description": Text(fi="Aurinkovoimala ja akkuvarasto.", sv="Solkraftverk och batterilager."),
    "floor_area": "60",
    "height": "4",
    "power": "21,6",
    "grid": Text(fi="20 kV, uutta johtoa 2 km.", sv="20 kV, 2 km ny ledning."),
    "water": Text(fi="Hulevedet imeytetään.", sv="Dagvattnet infiltreras."),
    "traffic": Text(fi="Yksityistie, kaksi pelastustietä.", sv="Enskild väg, två räddningsvägar."),
    "schedule": Text(fi="2029-2030, käyttöikä 35 vuotta", sv="2029-2030, livslängd 35 år"),
    "dismantling": Text(fi="Vuokralainen purkaa, vakuus.", sv="Arrendatorn river, säkerhet."),
    "people": Text(fi="Heijastuksia ei tule taloihin.", sv="Inga reflexer når husen."),
    "landscape": Text(fi="Puuvyöhyke jää.", sv="En trädzon lämnas."),
    "nature": Text(fi="Ojat säilyvät.", sv="Dikena bevaras."),
    "natura": "none",
    "risks": Text(fi="Akkupalo, sammutusvettä on 60 m³.", sv="Batteribrand, släckvatten 60 m³."),
    "other_permits": ["line", "road"],
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "contact_person": {
        "given_name": "Aino",
        "family_name": "Esimerkki",
        "email": "aino@asiakas.example",
        "phone": "000 999 0101",
    },
    "invoice_to_applicant": "yes",
    "site_map": ["liite1"],
    "site_plan": ["liite1"],
    "parties": ["liite1"],
    "tenure": ["liite1"],
    "nature_report": ["liite1"],
    "eia_documents": ["liite1"],
    "true_information": "yes",
}
FACTORY: Final[Application] = {
    **without(SOLAR_PLANT, "power", "tenure", "eia_documents"),
    "ground": "unsure",
    "project_kinds": ["battery"],
    "eia": "going",
    "holding": "own",
    "plan": ["-"],
    "height": "32",
    "natura": "assessed",
    "invoice_to_applicant": "no",
    "pictures": ["liite1"],
    "natura_report": ["liite1"],
    "stormwater_plan": ["liite1"],
    "noise_report": ["liite1"],
    "statements": ["liite1"],
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
PERSON: Final[Application] = {
    **without(SOLAR_PLANT, "applicant_organisation", "eia_documents"),
    "ground": "need",
    "project_kinds": ["renewable"],
    "applicant_kind": "person",
    "eia": "no",
    "applicant_name": "Aino Esimerkki",
}
BRANCHES: Final = {"solar plant": SOLAR_PLANT, "factory": FACTORY, "person": PERSON}
OPTIONAL: Final = {"noise_report", "invoice_details", "secret_file", "stormwater_plan", "other_files", "statements"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 40
PAGES: Final = {key: ["start", "site", "project", "effects", "applicant", "attachments"] for key in BRANCHES}
NOTES: Final[dict[str, tuple[str, Application]]] = {}
"""Which branch meets the note, after these changes."""
