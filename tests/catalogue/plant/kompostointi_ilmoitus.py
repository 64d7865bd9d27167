"""A family's composter, that of a housing company shared with another, and an end."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

HOME: Final[Application] = {
    "about": "start",
    "start_date": "1.3.2028",
    "method": ["insulated"],
    "shared": "no",
    "site_address": {"street": "Kotitie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "property_id": "638-1-2-3",
    "property_kind": "house",
    "residents": "4",
    "composters": "1",
    "volume": "250",
    "months": "12",
    "notifier_name": "Aino Esimerkki",
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "true_information": "yes",
}
HOUSING_COMPANY: Final[Application] = {
    **HOME,
    "about": "change",
    "method": ["plain", "bokashi"],
    "shared": "yes",
    "property_kind": "flats",
    "dwellings": "12",
    "partners": [
        {
            "partner_address": {"street": "Kotitie 3", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
            "partner_residents": "10",
        }
    ],
    "after": Text(fi="Puutarhan kompostissa", sv="I trädgårdskomposten"),
    "keeper": Text(fi="Huoltoyhtiö Esimerkki", sv="Servicebolaget Exempel"),
}
END: Final[Application] = {
    **without(HOME, "method", "shared", "property_kind", "residents", "composters", "volume", "months"),
    "about": "end",
}
BRANCHES: Final = {"home": HOME, "housing company": HOUSING_COMPANY, "end": END}
OPTIONAL: Final = {"keeper"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 20
PAGES: Final = {
    "home": ["start", "property", "composter", "notifier"],
    "housing company": ["start", "property", "composter", "notifier"],
    "end": ["start", "property", "notifier"],
}
NOTES: Final[dict[str, tuple[str, Application]]] = {}
"""Which branch meets the note, after these changes."""
