"""A café, a sales van, a baker at home, an online shop, and the end of transport."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

CAFE: Final[Application] = {
    "about": "start",
    "place_kind": "fixed",
    "animal_origin": "no",
    "notifier_kind": "company",
    "site_name": Text(fi="Kahvila Esimerkki", sv="Kafé Exempel"),
    "site_address": {"street": "Torikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "start_date": "1.3.2028",
    "activities": ["restaurant"],
    "main_activity": Text(fi="Kahvila", sv="Kafé"),
    "extent": Text(fi="80 annosta päivässä, 30 paikkaa", sv="80 portioner per dag, 30 platser"),
    "foods": ["perishable", "drinks"],
    "handling": ["cooking", "loose"],
    "area": "95",
    "use": "yes",
    "water": "mains",
    "own_check": Text(fi="Lämpötilat mitataan päivittäin.", sv="Temperaturerna mäts dagligen."),
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "invoice_to_notifier": "yes",
    "true_information": "yes",
}
SALES_VAN: Final[Application] = {
    **without(CAFE, "site_address", "area", "use"),
    "about": "change",
    "place_kind": "mobile",
    "animal_origin": "yes",
    "water": "tank",
    "invoice_to_notifier": "no",
    "mobile": Text(fi="Myyntiauto ABC-123", sv="Försäljningsbil ABC-123"),
    "mobile_area": Text(fi="Uusimaa, Teollisuustie 5", sv="Nyland, Industrivägen 5"),
    "home_municipality": "638",
    "change_description": Text(fi="Alamme myydä savukalaa.", sv="Vi börjar sälja rökt fisk."),
    "floor_plan": ["liite1"],
    "own_check_plan": ["liite1"],
    "other_files": ["liite1"],
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
HOME_BAKER: Final[Application] = {
    **without(CAFE, "use", "notifier_organisation"),
    "about": "operator",
    "place_kind": "home",
    "notifier_kind": "person",
    "handling": ["-"],
    "water": "well",
    "notifier_name": "Aino Esimerkki",
    "previous_operator": Text(fi="Vanha Yritys Oy", sv="Gamla Företaget Ab"),
    "well_test": ["liite1"],
}
ONLINE_SHOP: Final[Application] = {
    **without(CAFE, "site_address", "area", "use", "water"),
    "place_kind": "virtual",
    "web_address": "www.kauppa.example",
    "home_municipality": "638",
}
END: Final[Application] = {
    **without(
        CAFE,
        "animal_origin",
        "site_address",
        "activities",
        "main_activity",
        "extent",
        "foods",
        "handling",
        "area",
        "use",
        "water",
        "own_check",
    ),
    "about": "end",
    "place_kind": "transport",
    "fleet": Text(fi="3 autoa, koko maa", sv="3 bilar, hela landet"),
    "home_municipality": "638",
    "site_name": Text(fi="Esimerkin kuljetus", sv="Exempels transport"),
}
BRANCHES: Final = {
    "cafe": CAFE,
    "sales van": SALES_VAN,
    "home baker": HOME_BAKER,
    "online shop": ONLINE_SHOP,
    "end": END,
}
OPTIONAL: Final = {"other_files", "own_check_plan", "floor_plan", "invoice_details"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 25
PAGES: Final = {
    "cafe": ["start", "place", "food", "premises", "notifier", "attachments"],
    "sales van": ["start", "place", "food", "premises", "notifier", "attachments"],
    "home baker": ["start", "place", "food", "premises", "notifier", "attachments"],
    "online shop": ["start", "place", "food", "premises", "notifier", "attachments"],
    "end": ["start", "place", "notifier", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {
    "approval_note": ("sales van", {}),
    "late": ("cafe", {"start_date": "10.5.2027"}),
}
"""Which branch meets the note, after these changes."""
