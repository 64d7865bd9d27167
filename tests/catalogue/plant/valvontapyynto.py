"""Requests for supervision by a neighbour, an association and a passer-by."""

from typing import Final

from kevytasiointi.core.text import Text
from support.filling import Application, without

NEIGHBOUR: Final[Application] = {
    "topics": ["waste", "burning"],
    "standing": "party",
    "events": Text(fi="Naapuritontilla poltetaan muovia.", sv="På granntomten bränns plast."),
    "times": Text(fi="Maaliskuusta alkaen lauantaisin.", sv="Sedan mars, på lördagar."),
    "harm": Text(fi="Savu tulee pihalle.", sv="Röken kommer in på gården."),
    "demand": Text(fi="Käykää paikalla ja kieltäkää polttaminen.", sv="Besök platsen och förbjud förbränningen."),
    "place_name": Text(fi="Esimerkkitien päässä oleva tontti", sv="Tomten i slutet av Exempelvägen"),
    "notifier_kind": "person",
    "notifier_name": "Aino Esimerkki",
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "notifier_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "withhold_name": "yes",
    "withhold_reasons": Text(fi="Naapuri on uhannut minua.", sv="Grannen har hotat mig."),
}
ASSOCIATION: Final[Application] = {
    **without(NEIGHBOUR, "harm", "notifier_name", "withhold_reasons"),
    "topics": ["water"],
    "standing": "association",
    "notifier_kind": "association",
    "withhold_name": "no",
    "notifier_organisation": {"name": "Esimerkkiyhdistys ry"},
    "place_address": {"street": "Rantatie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "causer": "Esimerkki Oy",
    "talked": Text(fi="Yritys ei vastannut.", sv="Företaget svarade inte."),
    "pictures": ["liite1"],
}
PASSER_BY: Final[Application] = {
    **without(NEIGHBOUR, "harm", "notifier_address", "withhold_reasons"),
    "standing": "observer",
    "withhold_name": "no",
}
BRANCHES: Final = {"neighbour": NEIGHBOUR, "association": ASSOCIATION, "passer-by": PASSER_BY}
OPTIONAL: Final = {"place_address", "talked", "pictures", "causer"}
"""What may be left out; all else that the branches answer is demanded."""
LIMIT: Final = 17
PAGES: Final = {key: ["matter", "place", "notifier"] for key in BRANCHES}
NOTES: Final[dict[str, tuple[str, Application]]] = {"danger": ("neighbour", {})}
"""Which branch meets the note, after these changes."""
