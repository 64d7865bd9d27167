"""Names of the parts of composite answers, in the three languages of the pages."""

from collections.abc import Mapping
from typing import Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.spec import Question

_PARTS: Final[Mapping[str, Text]] = {
    "given_name": Text(fi="Etunimi", sv="Förnamn", en="First name"),
    "family_name": Text(fi="Sukunimi", sv="Efternamn", en="Last name"),
    "role": Text(fi="Tehtävä tai asema", sv="Uppgift eller ställning", en="Role or position"),
    "email": Text(fi="Sähköpostiosoite", sv="E-postadress", en="Email address"),
    "phone": Text(fi="Puhelinnumero", sv="Telefonnummer", en="Phone number"),
    "street": Text(fi="Katuosoite", sv="Gatuadress", en="Street address"),
    "postcode": Text(fi="Postinumero", sv="Postnummer", en="Postcode"),
    "city": Text(fi="Postitoimipaikka", sv="Postort", en="Town or city"),
    "country": Text(fi="Maa", sv="Land", en="Country"),
    "kind": Text(fi="Toimijan muoto", sv="Aktörens form", en="Type of organisation"),
    "name": Text(fi="Nimi", sv="Namn", en="Name"),
    "business_id": Text(fi="Y-tunnus", sv="FO-nummer", en="Business ID"),
    "register_number": Text(fi="Rekisterinumero", sv="Registernummer", en="Register number"),
    "first": Text(fi="Alkaa", sv="Börjar", en="Starts"),
    "last": Text(fi="Päättyy", sv="Slutar", en="Ends"),
    "first_time": Text(fi="Alkaa kello", sv="Börjar klockan", en="Start time"),
    "last_time": Text(fi="Päättyy kello", sv="Slutar klockan", en="End time"),
}

_OTHER_NAMES: Final[Mapping[tuple[str, str], Text]] = {
    ("date_range", "first"): Text(fi="Ensimmäinen päivä", sv="Första dagen", en="First day"),
    ("date_range", "last"): Text(fi="Viimeinen päivä", sv="Sista dagen", en="Last day"),
    ("period", "first"): Text(fi="Alkamispäivä", sv="Startdag", en="Start date"),
    ("period", "last"): Text(fi="Päättymispäivä", sv="Slutdag", en="End date"),
}

ORGANISATION_KINDS: Final[Mapping[str, Text]] = {
    "company": Text(fi="Yritys", sv="Företag", en="Company"),
    "sole_trader": Text(fi="Yksityinen elinkeinonharjoittaja", sv="Enskild näringsidkare", en="Sole trader"),
    "association": Text(fi="Yhdistys", sv="Förening", en="Association"),
    "foundation": Text(fi="Säätiö", sv="Stiftelse", en="Foundation"),
    "parish": Text(fi="Seurakunta", sv="Församling", en="Parish"),
    "public": Text(fi="Kunta tai muu julkinen toimija", sv="Kommun eller annan offentlig aktör",
                   en="Municipality or other public body"),
    "group": Text(fi="Rekisteröimätön ryhmä", sv="Oregistrerad grupp", en="Unregistered group"),
    "other": Text(fi="Muu", sv="Annan", en="Other"),
}  # fmt: skip
"""The choices of an organisation's `kind`."""


def part_label(question: Question, part: str) -> Text:
    """The name of a part of the question's answer; the question's own label for the whole (`""`)."""
    if not part:
        return question.label
    return _OTHER_NAMES.get((question.type, part)) or _PARTS[part]
