"""The authorities of the demonstration: named after real municipalities, made up in all else, and marked so.

Business ids begin with 999, which nobody has been given; addresses end in `.example`, which no mail
reaches; telephone numbers begin with 000, which nothing answers.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services import Terms, adopt, bring_into_force
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, AuthorityType, RoleName, Territory
from kevytasiointi.authorities.services import give_role
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.identity.adapters.test_identification import ISSUER, persona
from kevytasiointi.identity.models import Account, Organisation
from kevytasiointi.identity.services import arrive

FIRST_DAY: Final = dt.date(2026, 1, 1)
SECTOR: Final = "environment"


class NotInProduction(Refusal):
    """Made-up authorities and roles belong to a database that is made for pretending."""

    code = "not_in_production"


@dataclass(frozen=True, slots=True)
class Example:
    """An example municipality. `office` is its environmental protection; one that has not joined adopts nothing."""

    code: str
    domain: str
    business_id: str
    municipality: Text
    office: Text
    alert_language: str = "fi"
    has_joined: bool = True

    @property
    def email(self) -> str:
        return f"ymparisto@{self.domain}.example"

    @property
    def phone(self) -> str:
        return f"000 999 {self.code}"


EXAMPLES: Final = (
    Example(
        "638",
        "porvoo",
        "9990638-9",
        Text(fi="Porvoon kaupunki", sv="Borgå stad", en="City of Porvoo"),
        Text(fi="Porvoon ympäristönsuojelu", sv="Borgå miljövård", en="Porvoo environmental protection"),
    ),
    Example(
        "753",
        "sipoo",
        "9990753-3",
        Text(fi="Sipoon kunta", sv="Sibbo kommun", en="Municipality of Sipoo"),
        Text(fi="Sipoon ympäristönsuojelu", sv="Sibbo miljövård", en="Sipoo environmental protection"),
    ),
    Example(
        "837",
        "tampere",
        "9990837-6",
        Text(fi="Tampereen kaupunki", sv="Tammerfors stad", en="City of Tampere"),
        Text(fi="Tampereen ympäristönsuojelu", sv="Tammerfors miljövård", en="Tampere environmental protection"),
    ),
    Example(
        "564",
        "oulu",
        "9990564-2",
        Text(fi="Oulun kaupunki", sv="Uleåborgs stad", en="City of Oulu"),
        Text(fi="Oulun ympäristönsuojelu", sv="Uleåborgs miljövård", en="Oulu environmental protection"),
    ),
    Example(
        "710",
        "raasepori",
        "9990710-3",
        Text(fi="Raaseporin kaupunki", sv="Raseborgs stad", en="City of Raseborg"),
        Text(fi="Raaseporin ympäristönsuojelu", sv="Raseborgs miljövård", en="Raseborg environmental protection"),
        alert_language="sv",
    ),
    Example(
        "434",
        "loviisa",
        "9990434-0",
        Text(fi="Loviisan kaupunki", sv="Lovisa stad", en="City of Loviisa"),
        Text(fi="Loviisan ympäristönsuojelu", sv="Lovisa miljövård", en="Loviisa environmental protection"),
        has_joined=False,
    ),
)

_ROLES: Final = (
    ("onni", RoleName.HANDLER, "porvoo"),
    ("eeva", RoleName.ADMINISTRATOR, "porvoo"),
    ("vaino", RoleName.HANDLER, "tampere"),
    ("kerttu", RoleName.SERVICE_OWNER, None),
)

_MADE_UP: Final = Text(fi="esimerkki", sv="exempel", en="example")
_FEE: Final = Text(
    fi="Päätös maksaa 220 euroa. Hinta on keksitty esittelyä varten.",
    sv="Beslutet kostar 220 euro. Priset är påhittat för demonstrationen.",
    en="The decision costs 220 euros. The price is made up for the demonstration.",
)
_CONTACT: Final = Text(
    fi="{office}, puhelin {phone}, sähköposti {email}. Yhteystiedot on keksitty esittelyä varten.",
    sv="{office}, telefon {phone}, e-post {email}. Kontaktuppgifterna är påhittade för demonstrationen.",
    en="{office}, telephone {phone}, email {email}. The contact details are made up for the demonstration.",
)


@dataclass(frozen=True, slots=True)
class DemoLoaded:
    """What is there now, whoever made it."""

    authorities: int
    adoptions: int
    roles: int


@transaction.atomic
def load_demo(*, now: dt.datetime) -> DemoLoaded:
    """Make the example authorities, their adoptions and their people's roles; a second time changes nothing.

    Needs the reference data (else `NotFound`), and adopts what the catalogue has for environmental
    protection of municipalities. Refuses with `NotInProduction`.
    """
    if not settings.ENVIRONMENT.mode.is_pretend:
        raise NotInProduction
    made = {example.domain: _put_authority(example) for example in EXAMPLES}
    for example in EXAMPLES:
        if example.has_joined:
            _adopt_all(example, made[example.domain], now)
    for subject, role, domain in _ROLES:
        authority = None if domain is None else made[domain]
        give_role(account=_account(subject, now), role=role, authority=authority, actor=None, now=now)
    return DemoLoaded(
        authorities=Authority.objects.filter(is_example=True).count(),
        adoptions=Adoption.objects.filter(authority__is_example=True).count(),
        roles=len(_ROLES),
    )


def _put_authority(example: Example) -> Authority:
    organisation, _ = Organisation.objects.update_or_create(
        business_id=example.business_id,
        defaults={"name": Text({of: f"{name} ({_MADE_UP[of]})" for of, name in example.municipality.items()})},
    )
    authority, _ = Authority.objects.update_or_create(
        slug=f"{example.domain}-{SECTOR}",
        defaults={
            "organisation": organisation,
            "type": AuthorityType.MUNICIPALITY,
            "sector": SECTOR,
            "name": example.office,
            "website": f"https://www.{example.domain}.example/",
            "phone": example.phone,
            "email": example.email,
            "is_example": True,
        },
    )
    Territory.objects.get_or_create(
        authority=authority, municipality=authorities.municipality(example.code), valid_from=FIRST_DAY
    )
    return authority


def _adopt_all(example: Example, authority: Authority, now: dt.datetime) -> None:
    fitting = Procedure.objects.filter(authority_type=authority.type, sector=authority.sector, owner=None)
    for procedure in fitting:
        if not Adoption.objects.filter(authority=authority, procedure=procedure).exists():
            _adopt(example, authority, procedure, now)


def _adopt(example: Example, authority: Authority, procedure: Procedure, now: dt.datetime) -> None:
    terms = Terms(
        days=Days(FIRST_DAY),
        alert_address=example.email,
        alert_language=example.alert_language,
        contact=_contact(example),
        fee=_FEE,
        handling_days=30,
    )
    adoption = adopt(authority=authority, procedure=procedure, terms=terms, actor=None, now=now)
    bring_into_force(
        adoption=adoption,
        municipalities=[authorities.municipality(example.code)],
        valid_from=FIRST_DAY,
        valid_to=None,
        actor=None,
        now=now,
    )


def _contact(example: Example) -> Text:
    return Text(
        {
            of: sentence.format(office=example.office[of], phone=example.phone, email=example.email)
            for of, sentence in _CONTACT.items()
        }
    )


def _account(subject: str, now: dt.datetime) -> Account:
    known = persona(subject)
    return arrive(
        issuer=ISSUER,
        subject=known.subject,
        given_name=known.given_name,
        family_name=known.family_name,
        language=known.language,
        now=now,
    )
