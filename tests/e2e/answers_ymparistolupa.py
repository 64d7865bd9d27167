"""An application for a stone crushing plant, page by page, as its operator would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {
            "matter": "new",
            "applicant_kind": "company",
            "activity_name": "Kivenmurskaamo",
            "permit_grounds": ["annex"],
            "emission_kinds": ["noise", "odour_dust"],
            "treats_waste": False,
            "uses_materials": True,
            "early_start": False,
        },
        "site": {
            "site_name": "Esimerkkikallion alue",
            "properties__property_id": "638-1-2-3",
            "holding": "rented",
            "plan": ["regional", "general"],
            "groundwater": "no",
            "environment": "Alue on vanha louhos metsän keskellä. Lähin järvi on kahden kilometrin päässä.",
            "sensitive_sites__place_kind": "home",
            "sensitive_sites__place_label": "Louhostie 8",
            "sensitive_sites__distance": "450",
            "natura": "none",
        },
        "activity": {
            "summary": "Kalliota louhitaan ja kivi murskataan soraksi. Toiminnasta tulee melua ja pölyä arkipäivisin.",
            "description": "Siirrettävä murskauslaitos toimii louhoksen pohjalla kaksi jaksoa vuodessa.",
            "start_date": day,
            "valid_years": "10",
            "operating_times": "Murskaus 60 päivää vuodessa, arkisin klo 7-18.",
            "products__product": "Murske",
            "products__volume": "40 000 t, enintään 60 000 t",
            "materials__material": "Polttoöljy",
            "materials__consumption": "30 t",
            "materials__storage": "5 m³, kaksivaippainen säiliö",
            "energy_water": "Energia tulee polttoöljystä. Pölyä sidotaan vedellä, jota kuluu 200 m³ vuodessa.",
            "sewage": "none",
            "traffic": "Noin 20 kuorma-autoa vuorokaudessa Louhostien kautta.",
        },
        "emissions": {
            "noise": "Murskaimen äänitehotaso on 118 dB. Lähimmän talon pihalla melu on enintään 53 dB.",
            "odour_dust": "Murskaus ja liikenne pölyävät kuivalla säällä. Pöly leviää enintään 200 metriä.",
            "soil_protection": "Tankkauspaikan alusta on tiivis. Hulevedet johdetaan laskeutusaltaaseen.",
            "reduction": "Murskain on kasojen takana, kuljettimet on koteloitu ja kiveä kastellaan.",
        },
        "waste": {
            "wastes__waste_name": "Jäteöljy 13 02 05*",
            "wastes__waste_amount": "400 kg",
            "wastes__waste_destination": "Lukittu kontti, luvan saanut kerääjä",
            "waste_reduction": "Öljyt vaihdetaan huoltovälien mukaan.",
        },
        "impacts": {
            "risks": "Polttoainevuoto on suurin riski. Imeytysainetta on paikalla.",
            "impacts_people": "Melu kuuluu lähimpään taloon päivällä.",
            "impacts_nature": "Louhinta muuttaa maisemaa. Vesistöihin ei tule päästöjä.",
            "monitoring": "Melu mitataan ensimmäisen jakson aikana. Raportti annetaan vuosittain.",
            "eia": "no",
        },
        "applicant": {
            "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "applicant_address": {"street": "Teollisuustie 5", "postcode": "06100", "city": "Porvoo"},
            "applicant_phone": "000 999 0101",
            "applicant_email": "aino@asiakas.example",
            "contact_person": {
                "given_name": "Aino",
                "family_name": "Esimerkki",
                "email": "aino@asiakas.example",
                "phone": "000 999 0101",
            },
            "invoice_to_applicant": True,
        },
        "attachments": {
            "other_permits": ["extraction"],
            "permit_copies": MAP,
            "site_map": MAP,
            "site_plan": MAP,
            "plan_extract": MAP,
            "process_chart": MAP,
            "parties": MAP,
            "tenure": MAP,
        },
        "reports": {"true_information": True},
    }
