"""Registrations of each kind of activity, and of a new operator."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

HEATING_PLANT: Final[Application] = {
    "about": "new",
    "activity": "energy",
    "permit_reasons": ["-"],
    "notifier_kind": "company",
    "site_name": Text(fi="Esimerkin lämpölaitos", sv="Exempel värmeverk"),
    "property_id": "638-1-2-3",
    "start_date": "1.3.2028",
    "plan": ["detailed"],
    "sensitive": Text(
        fi="Lähin asunto on 300 metrin päässä.", sv="Den närmaste bostaden ligger på 300 meters avstånd."
    ),
    "operating_times": Text(fi="Ympäri vuorokauden.", sv="Dygnet runt."),
    "water": Text(fi="Hulevedet johdetaan ojaan.", sv="Dagvattnet leds till ett dike."),
    "wastes": Text(fi="Tuhkaa 40 tonnia vuodessa.", sv="40 ton aska per år."),
    "noise": Text(fi="Puhaltimet on koteloitu.", sv="Fläktarna är inbyggda."),
    "accidents": Text(fi="Imeytysainetta on paikalla.", sv="Det finns absorptionsmedel på plats."),
    "in_charge": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "monitoring": Text(fi="Tarkkailusuunnitelma on liitteenä.", sv="Kontrollplanen bifogas."),
    "total_power": "6,5",
    "units": [
        {
            "unit_kind": "boiler",
            "unit_power": "6,5",
            "unit_fuels": Text(fi="Metsähake 95 %, öljy 5 %", sv="Skogsflis 95 %, olja 5 %"),
            "unit_taken": "3/2028",
            "unit_hours": "6000",
            "unit_stack": "30",
            "unit_emissions": Text(fi="Sähkösuodatin, hiukkaset 50 mg/m³", sv="Elfilter, partiklar 50 mg/m³"),
        }
    ],
    "industry": "35300",
    "load": "60 %",
    "fuel_storage": Text(fi="Hake säilytetään siilossa.", sv="Flisen lagras i en silo."),
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "invoice_to_notifier": "yes",
    "site_map": ["liite1"],
    "monitoring_plan": ["liite1"],
    "true_information": "yes",
}
FUEL_STATION: Final[Application] = {
    **without(HEATING_PLANT, "total_power", "units", "industry", "load", "fuel_storage", "monitoring_plan"),
    "activity": "fuel",
    "permit_reasons": ["groundwater"],
    "plan": ["general", "detailed"],
    "invoice_to_notifier": "no",
    "station_kind": "road",
    "tanks": [
        {
            "tank_fuel": Text(fi="Bensiini 95", sv="Bensin 95"),
            "tank_volume": "20",
            "tank_place": "below",
            "tank_safety": Text(fi="2 vaippaa, ylitäytön esto", sv="2 mantlar, överfyllningsskydd"),
        }
    ],
    "sales": "2000",
    "paving": Text(fi="Betonilaatta ja kalvo.", sv="Betongplatta och duk."),
    "separator": Text(fi="Luokka I, hälytin on.", sv="Klass I, larm finns."),
    "vapour": "yes",
    "site_address": {"street": "Asematie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "invoice_details": "003799999992",
    "secret_file": ["liite1"],
    "other_files": ["liite1"],
}
ASPHALT: Final[Application] = {
    **without(HEATING_PLANT, "total_power", "units", "industry", "load", "fuel_storage", "monitoring_plan"),
    "activity": "asphalt",
    "asphalt_mobile": "mobile",
    "asphalt_output": "50000",
    "asphalt_tanks": Text(fi="Bitumia 50 m³.", sv="Bitumen 50 m³."),
    "asphalt_emissions": Text(fi="Suodatin 20 mg/m³, piippu 15 m.", sv="Filter 20 mg/m³, skorsten 15 m."),
    "asphalt_recycled": "0",
}
CONCRETE: Final[Application] = {
    **without(HEATING_PLANT, "total_power", "units", "industry", "load", "fuel_storage", "monitoring_plan"),
    "about": "change",
    "activity": "concrete",
    "concrete_output": "20000",
    "concrete_materials": Text(fi="Sementtiä ja soraa.", sv="Cement och grus."),
    "concrete_water": Text(fi="Kolme allasta, pH mitataan.", sv="Tre bassänger, pH mäts."),
    "concrete_dust": Text(fi="Siilossa on suodatin.", sv="Silon har ett filter."),
}
LAUNDRY: Final[Application] = {
    **without(HEATING_PLANT, "total_power", "units", "industry", "load", "fuel_storage", "monitoring_plan"),
    "activity": "laundry",
    "solvent_use": Text(fi="Yksi suljettu kone.", sv="En sluten maskin."),
    "solvent_amount": "0,8",
    "solvent_classes": Text(fi="Perkloorietyleeni H351", sv="Perkloretylen H351"),
    "solvent_limits": "20 g/kg",
    "solvent_balance": ["liite1"],
}
NEW_OPERATOR: Final[Application] = {
    **without(
        HEATING_PLANT,
        "permit_reasons",
        "plan",
        "sensitive",
        "operating_times",
        "water",
        "wastes",
        "noise",
        "accidents",
        "in_charge",
        "monitoring",
        "total_power",
        "units",
        "industry",
        "load",
        "fuel_storage",
        "notifier_organisation",
        "site_map",
        "monitoring_plan",
    ),
    "about": "operator",
    "activity": "fuel",
    "notifier_kind": "person",
    "site_name": Text(fi="Esimerkkiasema", sv="Exempelstationen"),
    "previous_operator": Text(fi="Vanha Omistaja", sv="Tidigare Ägare"),
    "notifier_name": "Aino Esimerkki",
}
BRANCHES: Final = {
    "heating plant": HEATING_PLANT,
    "fuel station": FUEL_STATION,
    "asphalt": ASPHALT,
    "concrete": CONCRETE,
    "laundry": LAUNDRY,
    "new operator": NEW_OPERATOR,
}
OPTIONAL: Final = {"solvent_balance", "secret_file", "invoice_details", "site_address", "other_files"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 40
PAGES: Final = {
    "heating plant": ["start", "site", "operation", "energy_plant", "notifier", "attachments"],
    "fuel station": ["start", "site", "operation", "fuel_station", "notifier", "attachments"],
    "asphalt": ["start", "site", "operation", "asphalt_station", "notifier", "attachments"],
    "concrete": ["start", "site", "operation", "concrete_station", "notifier", "attachments"],
    "laundry": ["start", "site", "operation", "solvents", "notifier", "attachments"],
    "new operator": ["start", "site", "notifier", "attachments"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {
    "permit_note": ("fuel station", {}),
    "late": ("fuel station", {"start_date": "1.6.2027"}),
}
"""Which branch meets the note, after these changes."""
