"""A tattooist, a spa hotel, a day care centre, a gym, and a new operator."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

TATTOOIST: Final[Application] = {
    "about": "start",
    "activities": ["skin", "solarium"],
    "has_permit": "no",
    "notifier_kind": "company",
    "site_name": Text(fi="Tatuointi Esimerkki", sv="Tatuering Exempel"),
    "site_address": {"street": "Torikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "room": Text(fi="LH 3, 1. krs", sv="AL 3, vån. 1"),
    "start_date": "1.3.2028",
    "service": Text(fi="Tatuointeja ja solarium.", sv="Tatueringar och solarium."),
    "staff": Text(fi="2 tatuoijaa, hygieniakurssi", sv="2 tatuerare, hygienkurs"),
    "customers": Text(fi="6 asiakasta päivässä", sv="6 kunder per dag"),
    "hours": Text(fi="ti-la 10-18", sv="ti-lö 10-18"),
    "area": "62,5",
    "use": Text(fi="Liikehuoneisto", sv="Affärslokal"),
    "water_drain": Text(fi="Kunnan verkot", sv="Kommunens nät"),
    "ventilation": Text(fi="Koneellinen, 90 l/s", sv="Maskinell, 90 l/s"),
    "wash_waste": Text(fi="1 wc, siivouskomero.", sv="1 toalett, städskrubb."),
    "surroundings": Text(fi="Asuntoja yläpuolella, ei häiriötä", sv="Bostäder ovanför, ingen störning"),
    "methods": ["tattoo"],
    "hygiene": Text(fi="Kertakäyttöiset neulat.", sv="Engångsnålar."),
    "solarium_devices": Text(fi="1, Malli X", sv="1, Modell X"),
    "solarium_person": "yes",
    "own_control": Text(fi="Kirjaamme sterilisoinnit.", sv="Vi antecknar steriliseringarna."),
    "home_town": "638",
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "invoice_to_notifier": "yes",
    "floor_plan": ["liite1"],
    "true_information": "yes",
}
SPA_HOTEL: Final[Application] = {
    **without(TATTOOIST, "staff", "methods", "hygiene", "solarium_devices", "solarium_person"),
    "about": "change",
    "activities": ["lodging", "bath", "beach", "water"],
    "invoice_to_notifier": "no",
    "lodging_rooms": Text(fi="20 huonetta, 40 paikkaa", sv="20 rum, 40 platser"),
    "pools": [
        {
            "pool_size": Text(fi="8 x 4 m, 1,3 m, 28 astetta", sv="8 x 4 m, 1,3 m, 28 grader"),
            "pool_cleaning": Text(fi="Suodatus ja kloori", sv="Filtrering och klor"),
        }
    ],
    "beach_details": Text(fi="Kesä-elokuu, 60 kävijää", sv="Juni-augusti, 60 besökare"),
    "water_users": Text(fi="80 asiakasta, 6 m³, porakaivo", sv="80 kunder, 6 m³, borrbrunn"),
    "pool_plan": ["liite1"],
    "water_test": ["liite1"],
    "ventilation_report": ["liite1"],
    "other_files": ["liite1"],
    "more": Text(fi="Sauna lämpiää puulla.", sv="Bastun eldas med ved."),
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
}
DAY_CARE: Final[Application] = {
    **without(TATTOOIST, "methods", "hygiene", "solarium_devices", "solarium_person"),
    "activities": ["children", "care"],
    "staff": Text(fi="4 opettajaa", sv="4 lärare"),
    "children_details": Text(fi="21 lasta, 1-5 v, 7 m².", sv="21 barn, 1-5 år, 7 m²."),
    "care_details": Text(fi="8 asukasta, 58 astetta", sv="8 boende, 58 grader"),
    "radon": ["liite1"],
}
GYM: Final[Application] = {
    **without(TATTOOIST, "staff", "methods", "hygiene", "solarium_devices", "solarium_person", "notifier_organisation"),
    "activities": ["sports"],
    "notifier_kind": "person",
    "notifier_name": "Aino Esimerkki",
}
NEW_OPERATOR: Final[Application] = {
    **without(
        TATTOOIST,
        "room",
        "service",
        "staff",
        "customers",
        "hours",
        "area",
        "use",
        "water_drain",
        "ventilation",
        "wash_waste",
        "surroundings",
        "methods",
        "hygiene",
        "solarium_devices",
        "solarium_person",
        "own_control",
        "floor_plan",
    ),
    "about": "operator",
    "previous_operator": Text(fi="Vanha Yritys Oy", sv="Gamla Företaget Ab"),
}
BRANCHES: Final = {
    "tattooist": TATTOOIST,
    "spa hotel": SPA_HOTEL,
    "day care": DAY_CARE,
    "gym": GYM,
    "new operator": NEW_OPERATOR,
}
OPTIONAL: Final = {
    "room",
    "radon",
    "ventilation_report",
    "more",
    "invoice_details",
    "pool_plan",
    "other_files",
    "pools",
}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 35
PAGES: Final = {
    "tattooist": ["start", "place", "activity", "rooms", "special", "risks", "notifier", "attachments"],
    "spa hotel": ["start", "place", "activity", "rooms", "special", "risks", "notifier", "attachments"],
    "day care": ["start", "place", "activity", "rooms", "special", "risks", "notifier", "attachments"],
    "gym": ["start", "place", "activity", "rooms", "risks", "notifier", "attachments"],
    "new operator": ["start", "place", "notifier", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {
    "permit_note": ("gym", {"has_permit": "yes"}),
    "late": ("gym", {"start_date": "10.5.2027"}),
}
"""Which branch meets the note, after these changes."""
