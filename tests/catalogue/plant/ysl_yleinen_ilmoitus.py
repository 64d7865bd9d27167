"""Notifications of a cowshed, a shooting range and a depot."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

COWSHED: Final[Application] = {
    "about": "change",
    "activity": "animals",
    "permit_reasons": ["-"],
    "notifier_kind": "company",
    "holding": "own",
    "site_name": Text(fi="Esimerkkitila", sv="Exempelgården"),
    "properties": [{"property_id": "638-1-2-3"}],
    "plan": ["regional"],
    "sensitive": Text(fi="Naapuritalo 280 m, kaivo 150 m.", sv="Grannhuset 280 m, brunn 150 m."),
    "natura": "no",
    "start_date": "1.3.2028",
    "summary": Text(fi="Laajennamme navetan.", sv="Vi utvidgar ladugården."),
    "description": Text(fi="Pihatto ja lietesäiliö.", sv="Lösdrift och flytgödselbehållare."),
    "operating_times": Text(fi="Ympäri vuorokauden.", sv="Dygnet runt."),
    "materials": Text(fi="Polttoöljyä 3 m³.", sv="Brännolja 3 m³."),
    "water_use": Text(fi="Kunnan vesi, 20 m³/vrk", sv="Kommunalt vatten, 20 m³/dygn"),
    "traffic": Text(fi="3 autoa vuorokaudessa", sv="3 bilar per dygn"),
    "farm_code": "123456789",
    "animals": [{"animal": Text(fi="Lypsylehmä", sv="Mjölkko"), "animals_now": "60", "animals_after": "180"}],
    "manure_storage": Text(fi="Lietesäiliö 4 000 m³, kate.", sv="Flytgödselbehållare 4 000 m³, täckt."),
    "spreading_area": "210,5",
    "silage": Text(fi="Laakasiilo, puristeneste kerätään.", sv="Plansilo, pressaften samlas upp."),
    "waters": Text(fi="Maitohuoneen vedet säiliöön.", sv="Mjölkrummets vatten till behållaren."),
    "air": Text(fi="Hajua levityksen aikana.", sv="Lukt vid spridning."),
    "noise": Text(fi="Traktorit, ei yli 45 dB.", sv="Traktorer, högst 45 dB."),
    "soil": Text(fi="Tiiviit lattiat.", sv="Täta golv."),
    "wastes": Text(fi="Muovia 2 t.", sv="Plast 2 t."),
    "risks": Text(fi="Säiliön vuoto.", sv="Läckage ur behållaren."),
    "monitoring": Text(fi="Kirjanpito ja tarkastukset.", sv="Bokföring och inspektioner."),
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "invoice_to_notifier": "yes",
    "site_map": ["liite1"],
    "site_plan": ["liite1"],
    "parties": ["liite1"],
    "manure_papers": ["liite1"],
    "true_information": "yes",
}
SHOOTING_RANGE: Final[Application] = {
    **without(COWSHED, "farm_code", "animals", "manure_storage", "spreading_area", "silage", "manure_papers"),
    "about": "new",
    "activity": "shooting",
    "notifier_kind": "association",
    "holding": "rented",
    "natura": "yes",
    "notifier_organisation": {"name": "Esimerkin ampumaseura ry"},
    "invoice_to_notifier": "no",
    "capacity": Text(fi="9 000 laukausta, pienoiskivääri", sv="9 000 skott, miniatyrgevär"),
    "site_address": {"street": "Ratatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "natura_report": ["liite1"],
    "tenure": ["liite1"],
    "noise_report": ["liite1"],
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
DEPOT: Final[Application] = {
    **without(
        COWSHED,
        "farm_code",
        "animals",
        "manure_storage",
        "spreading_area",
        "silage",
        "notifier_organisation",
        "manure_papers",
    ),
    "about": "new",
    "activity": "depot",
    "permit_reasons": ["groundwater"],
    "notifier_kind": "person",
    "invoice_to_notifier": "no",
    "capacity": Text(fi="9 000 laukausta, pienoiskivääri", sv="9 000 skott, miniatyrgevär"),
    "site_address": {"street": "Ratatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
    "notifier_name": "Aino Esimerkki",
}
BRANCHES: Final = {"cowshed": COWSHED, "shooting range": SHOOTING_RANGE, "depot": DEPOT}
OPTIONAL: Final = {"secret_file", "invoice_details", "site_address", "other_files"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 40
PAGES: Final = {
    "cowshed": ["start", "site", "operation", "livestock", "emissions", "notifier", "attachments"],
    "shooting range": ["start", "site", "operation", "emissions", "notifier", "attachments"],
    "depot": ["start", "site", "operation", "emissions", "notifier", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {
    "permit_note": ("depot", {}),
    "late": ("cowshed", {"start_date": "1.8.2027"}),
}
"""Which branch meets the note, after these changes."""
