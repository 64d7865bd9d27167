"""A new quarry whose plan tells all, and the continuation of a gravel pit."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

QUARRY: Final[Application] = {
    "matter": "new",
    "crushing": "over",
    "plan_covers": "yes",
    "early_start": "no",
    "applicant_kind": "company",
    "site_name": Text(fi="Esimerkkiharju", sv="Exempelåsen"),
    "properties": [{"property_id": "638-1-2-3"}],
    "holding": "own",
    "plan": ["regional"],
    "groundwater": "no",
    "shore": "no",
    "sensitive": Text(fi="Asunto 520 m, kaivo 600 m.", sv="Bostad 520 m, brunn 600 m."),
    "description": Text(fi="Otamme kalliota ja murskaamme sen.", sv="Vi tar berg och krossar det."),
    "materials": [{"material": "rock", "material_amount": "400000"}],
    "yearly": "40000",
    "years": "10",
    "area": "4,5",
    "lowest": "32,50",
    "use": Text(fi="Teiden rakentaminen", sv="Vägbyggen"),
    "security": "bank",
    "security_amount": "45 000,00",
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
    "extraction_plan": ["liite1"],
    "site_map": ["liite1"],
    "waste_plan": ["liite1"],
    "parties": ["liite1"],
    "true_information": "yes",
}
GRAVEL_PIT: Final[Application] = {
    **without(QUARRY, "applicant_organisation"),
    "matter": "continue",
    "crushing": "no",
    "plan_covers": "no",
    "early_start": "yes",
    "applicant_kind": "person",
    "holding": "other",
    "groundwater": "partly",
    "materials": [{"material": "gravel", "material_amount": "60000"}],
    "yearly": "6000",
    "invoice_to_applicant": "no",
    "applicant_name": "Aino Esimerkki",
    "groundwater_level": Text(fi="+28,10, putki 1, 4/2027", sv="+28,10, rör 1, 4/2027"),
    "nature_now": Text(fi="Mäntymetsää.", sv="Tallskog."),
    "operations": Text(fi="Kaivuri, arkisin 7-18.", sv="Grävmaskin, vardagar 7-18."),
    "traffic": Text(fi="Harjutie, 8 autoa", sv="Åsvägen, 8 bilar"),
    "effects": Text(fi="Pölyä kastellaan.", sv="Dammet bevattnas."),
    "restoring": Text(fi="Luiskataan ja istutetaan.", sv="Släntas och planteras."),
    "early_reasons": Text(fi="Sopimus alkaa, vakuus 10 000 euroa.", sv="Avtalet börjar, säkerhet 10 000 euro."),
    "tenure": ["liite1"],
    "old_permit": ["liite1"],
    "nature_report": ["liite1"],
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
BRANCHES: Final = {"quarry": QUARRY, "gravel pit": GRAVEL_PIT}
OPTIONAL: Final = {"other_files", "nature_report", "invoice_details", "secret_file"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 40
PAGES: Final = {
    "quarry": ["start", "site", "extraction", "security", "applicant", "attachments"],
    "gravel pit": ["start", "site", "extraction", "details", "security", "applicant", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {"joint_note": ("quarry", {})}
"""Which branch meets the note, after these changes."""
