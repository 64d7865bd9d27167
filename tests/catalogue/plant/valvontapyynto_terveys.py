"""Requests for supervision by somebody whose home smells of mould, and by a company."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

TENANT: Final[Application] = {
    "topics": ["indoor", "smell"],
    "standing": "party",
    "events": Text(fi="Makuuhuoneessa haisee home.", sv="Det luktar mögel i sovrummet."),
    "times": Text(fi="Maaliskuusta alkaen lauantaisin.", sv="Sedan mars, på lördagar."),
    "harm": Text(fi="Perheellä on oireita.", sv="Familjen har symtom."),
    "demand": Text(fi="Tarkastakaa asunto.", sv="Inspektera bostaden."),
    "place_name": Text(fi="Esimerkkitie 1 A 3", sv="Exempelvägen 1 A 3"),
    "notifier_kind": "person",
    "notifier_name": "Aino Esimerkki",
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "withhold_name": "yes",
    "withhold_reasons": Text(fi="Naapuri on uhannut minua.", sv="Grannen har hotat mig."),
}
COMPANY: Final[Application] = {
    **without(TENANT, "harm", "notifier_name", "notifier_address", "withhold_reasons"),
    "topics": ["food"],
    "standing": "observer",
    "notifier_kind": "company",
    "withhold_name": "no",
    "place_address": {"street": "Rantatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "causer": "Esimerkki Oy",
    "talked": Text(fi="Isännöitsijä ei vastannut.", sv="Disponenten svarade inte."),
    "pictures": ["liite1"],
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
}
BRANCHES: Final = {"tenant": TENANT, "company": COMPANY}
OPTIONAL: Final = {"place_address", "talked", "pictures", "causer"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 17
PAGES: Final = {key: ["matter", "place", "notifier"] for key in BRANCHES}
NOTES: Final[dict[str, tuple[str, Application]]] = {"danger": ("tenant", {})}
"""Which branch meets the note, after these changes."""
