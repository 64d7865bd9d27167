"""The forms that police departments receive, filled in."""

from typing import Final

from catalogue.cases import Case
from kevytasiointi.core.text import Text
from support.filling import Application

DEMONSTRATION: Final[Application] = {
    "purpose": Text(fi="Lähikirjaston säilyttäminen", sv="Närbiblioteket ska bevaras"),
    "meeting_period": {"first": "12.6.2027", "first_time": "14", "last": "12.6.2027", "last_time": "16"},
    "place_name": Text(fi="Kirjastonaukio", sv="Biblioteksplatsen"),
    "equipment": ["signs"],
    "organiser_name": "Aino Esimerkki",
    "contact": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
}
MARCH: Final[Application] = {
    **DEMONSTRATION,
    "participants": "300",
    "route": Text(fi="Jokikatu, Torikatu, tori. Kuljemme ajoradalla.", sv="Ågatan, Torggatan, torget. På körbanan."),
    "equipment": ["signs", "sound", "vehicles"],
    "equipment_details": Text(fi="Pakettiauto kulkueen edessä.", sv="En paketbil före tåget."),
    "stewards_count": "6",
    "organiser_name": Text(fi="Esimerkkiyhdistys ry", sv="Exempelföreningen rf"),
    "route_map": ["kartta1"],
}

CASES: Final = {
    "yleinen-kokous": Case(
        branches={"demonstration": DEMONSTRATION, "march": MARCH},
        demanded={
            "demonstration": ["purpose", "meeting_period", "place_name", "equipment", "organiser_name", "contact"],
            "march": ["equipment_details"],
        },
        most=11,
        personal=frozenset({"organiser_name", "contact"}),
    ),
}
