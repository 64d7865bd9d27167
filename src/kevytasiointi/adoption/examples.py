"""Whom the demonstration has, what they offer and who works there: tables, nothing else.

Named after real municipalities and areas, made up in all else, and marked so. Business ids begin with
999, which nobody has been given; addresses end in `.example`, which no mail reaches; telephone numbers
begin with 000, which nothing answers.

A new procedure needs a row in `OFFERS` (those of police, rescue and health care are in `offers`); a new kind of
authority, rows in `EXAMPLES` too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kevytasiointi.adoption.municipal_offers import MUNICIPAL_EVENT_OFFERS
from kevytasiointi.adoption.offers import FIRST_OFFERS, POLICE_RESCUE_OFFERS
from kevytasiointi.adoption.plant_offers import PLANT_OFFERS
from kevytasiointi.authorities.models import AreaKind, AuthorityType, RoleName
from kevytasiointi.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example authority. One that has not joined adopts nothing: people are told where to turn.

    Its territory is one municipality (`code`), or all of an area, or, with neither, the mainland.
    """

    slug: str
    type: AuthorityType
    sector: str = ""
    business_id: str
    organisation: Text
    name: Text
    mailbox: str
    domain: str
    phone: str
    code: str = ""
    area: tuple[AreaKind, str] | None = None
    alert_language: str = "fi"
    has_joined: bool = True

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{self.domain}.example"

    @property
    def own_service(self) -> str:
        return f"https://asiointi.{self.domain}.example/"


@dataclass(frozen=True, slots=True)
class Post:
    """That a person of the test identification has a role; the service owner has it nowhere."""

    subject: str
    role: RoleName
    authority: str | None


@dataclass(frozen=True, slots=True)
class _Town:
    """`whose` begins the names of its offices: Porvoon …, Borgå …, Porvoo …"""

    code: str
    domain: str
    business_id: str
    name: Text
    whose: Text
    alert_language: str = "fi"
    has_joined: bool = True


_TOWNS: Final = (
    _Town(
        "638",
        "porvoo",
        "9990638-9",
        Text(fi="Porvoon kaupunki", sv="Borgå stad", en="City of Porvoo"),
        Text(fi="Porvoon", sv="Borgå", en="Porvoo"),
    ),
    _Town(
        "753",
        "sipoo",
        "9990753-3",
        Text(fi="Sipoon kunta", sv="Sibbo kommun", en="Municipality of Sipoo"),
        Text(fi="Sipoon", sv="Sibbo", en="Sipoo"),
    ),
    _Town(
        "837",
        "tampere",
        "9990837-6",
        Text(fi="Tampereen kaupunki", sv="Tammerfors stad", en="City of Tampere"),
        Text(fi="Tampereen", sv="Tammerfors", en="Tampere"),
    ),
    _Town(
        "564",
        "oulu",
        "9990564-2",
        Text(fi="Oulun kaupunki", sv="Uleåborgs stad", en="City of Oulu"),
        Text(fi="Oulun", sv="Uleåborgs", en="Oulu"),
    ),
    _Town(
        "710",
        "raasepori",
        "9990710-3",
        Text(fi="Raaseporin kaupunki", sv="Raseborgs stad", en="City of Raseborg"),
        Text(fi="Raaseporin", sv="Raseborgs", en="Raseborg"),
        alert_language="sv",
    ),
    _Town(
        "434",
        "loviisa",
        "9990434-0",
        Text(fi="Loviisan kaupunki", sv="Lovisa stad", en="City of Loviisa"),
        Text(fi="Loviisan", sv="Lovisa", en="Loviisa"),
        has_joined=False,
    ),
)

# Sector, mailbox, beginning of the telephone number, name after the town's.
_OFFICES: Final = (
    (
        "environment",
        "ymparisto",
        "000 999",
        Text(fi="ympäristönsuojelu", sv="miljövård", en="environmental protection"),
    ),
    (
        "health",
        "terveys",
        "000 998",
        Text(fi="ympäristöterveydenhuolto", sv="miljöhälsovård", en="environmental health"),
    ),
    (
        "public_areas",
        "alueet",
        "000 995",
        Text(fi="yleiset alueet", sv="allmänna områden", en="public areas"),
    ),
    (
        "building",
        "rakennusvalvonta",
        "000 996",
        Text(fi="rakennusvalvonta", sv="byggnadstillsyn", en="building control"),
    ),
    (
        "waste",
        "jatehuolto",
        "000 994",
        Text(fi="jätehuoltoviranomainen", sv="avfallshanteringsmyndighet", en="waste management authority"),
    ),
)

# Police and rescue: code of the area, business id, name. The names are those of the areas.
_POLICE: Final = (
    (
        "ita-uusimaa",
        "9991001-1",
        Text(
            fi="Itä-Uudenmaan poliisilaitos",
            sv="Polisinrättningen i Östra Nyland",
            en="Eastern Uusimaa Police Department",
        ),
    ),
    (
        "lansi-uusimaa",
        "9991005-4",
        Text(
            fi="Länsi-Uudenmaan poliisilaitos",
            sv="Polisinrättningen i Västra Nyland",
            en="Western Uusimaa Police Department",
        ),
    ),
    (
        "sisa-suomi",
        "9991003-8",
        Text(
            fi="Sisä-Suomen poliisilaitos",
            sv="Polisinrättningen i Inre Finland",
            en="Central Finland Police Department",
        ),
    ),
    (
        "oulu",
        "9991004-6",
        Text(fi="Oulun poliisilaitos", sv="Polisinrättningen i Uleåborg", en="Oulu Police Department"),
    ),
)
_RESCUE: Final = (
    (
        "ita-uusimaa",
        "9992001-7",
        Text(
            fi="Itä-Uudenmaan pelastuslaitos",
            sv="Östra Nylands räddningsverk",
            en="Eastern Uusimaa Rescue Department",
        ),
    ),
    (
        "lansi-uusimaa",
        "9992002-5",
        Text(
            fi="Länsi-Uudenmaan pelastuslaitos",
            sv="Västra Nylands räddningsverk",
            en="Western Uusimaa Rescue Department",
        ),
    ),
    (
        "pirkanmaa",
        "9992003-3",
        Text(fi="Pirkanmaan pelastuslaitos", sv="Birkalands räddningsverk", en="Pirkanmaa Rescue Department"),
    ),
    (
        "pohjois-pohjanmaa",
        "9992004-1",
        Text(
            fi="Pohjois-Pohjanmaan pelastuslaitos",
            sv="Norra Österbottens räddningsverk",
            en="Northern Ostrobothnia Rescue Department",
        ),
    ),
)
# Health care: code of the county, name for addresses, business id, name.
_CARE: Final = (
    (
        "01",
        "ita-uusimaa",
        "9994001-8",
        Text(
            fi="Itä-Uudenmaan hyvinvointialue",
            sv="Östra Nylands välfärdsområde",
            en="Wellbeing Services County of Eastern Uusimaa",
        ),
    ),
    (
        "08",
        "pirkanmaa",
        "9994002-6",
        Text(
            fi="Pirkanmaan hyvinvointialue",
            sv="Birkalands välfärdsområde",
            en="Wellbeing Services County of Pirkanmaa",
        ),
    ),
)
_AGENCY: Final = Text(fi="Esimerkkivirasto", sv="Exempelverket", en="Example Agency")


def _offices() -> Iterator[Example]:
    for sector, mailbox, phone, office in _OFFICES:
        for town in _TOWNS:
            yield Example(
                slug=f"{town.domain}-{sector.replace('_', '-')}",
                type=AuthorityType.MUNICIPALITY,
                sector=sector,
                business_id=town.business_id,
                organisation=town.name,
                name=Text({of: f"{whose} {office[of]}" for of, whose in town.whose.items()}),
                mailbox=mailbox,
                domain=town.domain,
                phone=f"{phone} {town.code}",
                code=town.code,
                alert_language=town.alert_language,
                has_joined=town.has_joined,
            )


def _departments() -> Iterator[Example]:
    for number, (code, business_id, name) in enumerate(_POLICE, start=1):
        yield Example(
            slug=f"{code}-police",
            type=AuthorityType.POLICE_DEPARTMENT,
            business_id=business_id,
            organisation=name,
            name=name,
            mailbox="luvat",
            domain=f"poliisi-{code}",
            phone=f"000 997 10{number}",
            area=(AreaKind.POLICE_DEPARTMENT, code),
        )
    for number, (code, business_id, name) in enumerate(_RESCUE, start=1):
        yield Example(
            slug=f"{code}-rescue",
            type=AuthorityType.RESCUE_DEPARTMENT,
            business_id=business_id,
            organisation=name,
            name=name,
            mailbox="valvonta",
            domain=f"pelastus-{code}",
            phone=f"000 997 20{number}",
            area=(AreaKind.RESCUE_DEPARTMENT, code),
        )
    for number, (code, area, business_id, name) in enumerate(_CARE, start=1):
        yield Example(
            slug=f"{area}-care",
            type=AuthorityType.HEALTH_CARE,
            business_id=business_id,
            organisation=name,
            name=name,
            mailbox="ensihoito",
            domain=f"hyvinvointi-{area}",
            phone=f"000 997 40{number}",
            area=(AreaKind.WELLBEING_COUNTY, code),
        )


EXAMPLES: Final = (
    *_offices(),
    *_departments(),
    Example(
        slug="esimerkkivirasto",
        type=AuthorityType.STATE_AGENCY,
        business_id="9993001-2",
        organisation=_AGENCY,
        name=_AGENCY,
        mailbox="kirjaamo",
        domain="esimerkkivirasto",
        phone="000 997 300",
    ),
)

OFFERS: Final = (*FIRST_OFFERS, *POLICE_RESCUE_OFFERS, *MUNICIPAL_EVENT_OFFERS, *PLANT_OFFERS)

POSTS: Final = (
    Post("onni", RoleName.HANDLER, "porvoo-environment"),
    Post("onni", RoleName.HANDLER, "porvoo-health"),
    Post("onni", RoleName.HANDLER, "porvoo-public-areas"),
    Post("eeva", RoleName.ADMINISTRATOR, "porvoo-environment"),
    Post("eeva", RoleName.ADMINISTRATOR, "porvoo-health"),
    Post("eeva", RoleName.ADMINISTRATOR, "porvoo-public-areas"),
    Post("onni", RoleName.HANDLER, "porvoo-building"),
    Post("onni", RoleName.HANDLER, "porvoo-waste"),
    Post("eeva", RoleName.ADMINISTRATOR, "porvoo-building"),
    Post("eeva", RoleName.ADMINISTRATOR, "porvoo-waste"),
    Post("vaino", RoleName.HANDLER, "tampere-environment"),
    Post("pirkko", RoleName.HANDLER, "ita-uusimaa-police"),
    Post("reino", RoleName.HANDLER, "ita-uusimaa-rescue"),
    Post("tuula", RoleName.HANDLER, "esimerkkivirasto"),
    Post("kerttu", RoleName.SERVICE_OWNER, None),
)
