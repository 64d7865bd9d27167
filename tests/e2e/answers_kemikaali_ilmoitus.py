"""A paint shop's store of solvents and a gas tank, page by page, as its owner would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"matter": "new", "operator_kind": "company"},
        "activity": {
            "description": "Maalaamme metalliosia. Liuottimet tulevat tynnyreissä ja nestekaasu lämmittää hallin.",
            "start_date": day,
            "substances": ["lpg", "flammable", "environment"],
            "listing": "rows",
        },
        "place": {
            "site_name": "Esimerkin maalaamo",
            "site_address": {"street": "Teollisuustie 5", "postcode": "06100", "city": "Porvoo"},
            "groundwater": "no",
            "neighbours__neighbour_kind": "home",
            "neighbours__neighbour_name": "Teollisuustie 12",
            "neighbours__distance": "180",
        },
        "chemicals": {
            "chemicals__chemical_name": "Ohenne 650",
            "chemicals__hazard_class": "H225, H319, H336",
            "chemicals__in_equipment": "0,1",
            "chemicals__stored_most": "6,5",
            "chemicals__storage_way": "drums",
            "chemicals__chemical_place": "Varasto V2",
            "lpg": "Yksi 1 000 kg:n säiliö ulkona, kytketty hallin lämmittimeen.",
            "chemical_papers": MAP,
        },
        "safety": {
            "hazards": "Tynnyri voi vuotaa trukin kolhaistessa ja höyryt voivat syttyä.",
            "leak_control": ["bund", "floor", "absorbent"],
            "fire_safety": ["compartment", "extinguishers", "ventilation"],
            "safety_details": "Altaan tilavuus on 2 m³. Varasto on lukittu ja merkitty. Henkilökunta on koulutettu.",
        },
        "operator": {
            "operator_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "operator_address": {"street": "Teollisuustie 5", "postcode": "06100", "city": "Porvoo"},
            "operator_phone": "000 999 0101",
            "operator_email": "aino@asiakas.example",
            "contact_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_operator": True,
        },
        "attachments": {"site_map": MAP, "layout": MAP, "true_information": True},
    }
