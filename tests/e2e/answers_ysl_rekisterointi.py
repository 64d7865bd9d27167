"""The registration of a heating plant, page by page, as its operator would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"about": "new", "activity": "energy", "permit_reasons": ["-"], "notifier_kind": "company"},
        "site": {
            "site_name": "Esimerkin lämpölaitos",
            "property_id": "638-1-2-3",
            "start_date": day,
            "plan": ["detailed"],
            "sensitive": "Lähin asunto on 300 metrin päässä.",
        },
        "operation": {
            "operating_times": "Ympäri vuorokauden.",
            "water": "Hulevedet johdetaan ojaan.",
            "wastes": "Tuhkaa 40 tonnia vuodessa.",
            "noise": "Puhaltimet on koteloitu.",
            "accidents": "Imeytysainetta on paikalla.",
            "in_charge": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "monitoring": "Tarkkailusuunnitelma on liitteenä.",
        },
        "energy_plant": {
            "total_power": "6,5",
            "units__unit_kind": "boiler",
            "units__unit_power": "6,5",
            "units__unit_fuels": "Metsähake 95 %, öljy 5 %",
            "units__unit_taken": "3/2028",
            "units__unit_hours": "6000",
            "units__unit_stack": "30",
            "units__unit_emissions": "Sähkösuodatin, hiukkaset 50 mg/m³",
            "industry": "35300",
            "load": "60 %",
            "fuel_storage": "Hake säilytetään siilossa.",
        },
        "notifier": {
            "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "invoice_to_notifier": True,
        },
        "attachments": {"site_map": MAP, "monitoring_plan": MAP, "true_information": True},
    }
