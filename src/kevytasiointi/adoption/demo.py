"""Load the demonstration: the authorities, adoptions and roles that `examples` tells."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction

from kevytasiointi.adoption.examples import EXAMPLES, OFFERS, POSTS, Example
from kevytasiointi.adoption.models import Adoption, ConnectionMethod, MailboxConfirmation
from kevytasiointi.adoption.offers import Offer
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.joining import Terms, confirm, prepare, send
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, Municipality, Territory
from kevytasiointi.authorities.services import give_role
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.identity.adapters.test_identification import ISSUER, persona
from kevytasiointi.identity.models import Account, Organisation
from kevytasiointi.identity.services import arrive

FIRST_DAY: Final = dt.date(2026, 1, 1)
JOINED_AT: Final = dt.datetime(2025, 12, 15, 9, 0, tzinfo=dt.UTC)
"""When the example authorities are made to have joined: before the first day, as anybody must."""


class NotInProduction(Refusal):
    """Made-up authorities and roles belong to a database that is made for pretending."""

    code = "not_in_production"


_MADE_UP: Final = Text(fi="esimerkki", sv="exempel", en="example")
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

    Needs the reference data (else `NotFound`), and adopts of `OFFERS` what the catalogue has. Refuses
    with `NotInProduction`.
    """
    if not settings.ENVIRONMENT.mode.is_pretend:
        raise NotInProduction
    made = {example.slug: _put_authority(example) for example in EXAMPLES}
    for offer in OFFERS:
        _adopt_everywhere(offer, made)
    for post in POSTS:
        authority = None if post.authority is None else made[post.authority]
        give_role(account=_account(post.subject, now), role=post.role, authority=authority, actor=None, now=now)
    return DemoLoaded(
        authorities=Authority.objects.filter(is_example=True).count(),
        adoptions=Adoption.objects.filter(authority__is_example=True).count(),
        roles=len(POSTS),
    )


def _put_authority(example: Example) -> Authority:
    organisation, _ = Organisation.objects.update_or_create(
        business_id=example.business_id,
        defaults={"name": Text({of: f"{name} ({_MADE_UP[of]})" for of, name in example.organisation.items()})},
    )
    authority, _ = Authority.objects.update_or_create(
        slug=example.slug,
        defaults={
            "organisation": organisation,
            "type": example.type,
            "sector": example.sector,
            "name": example.name,
            "website": f"https://www.{example.domain}.example/",
            "phone": example.phone,
            "email": example.email,
            "is_example": True,
        },
    )
    known = set(authority.territories.values_list("municipality", flat=True))
    Territory.objects.bulk_create(
        Territory(authority=authority, municipality=municipality, valid_from=FIRST_DAY)
        for municipality in _municipalities(example)
        if municipality.pk not in known
    )
    return authority


def _municipalities(example: Example) -> Sequence[Municipality]:
    if example.code:
        return [authorities.municipality(example.code)]
    if example.area:
        return authorities.municipalities_in(*example.area, on=FIRST_DAY)
    return list(Municipality.objects.existing(FIRST_DAY).mainland())


def _adopt_everywhere(offer: Offer, made: Mapping[str, Authority]) -> None:
    procedure = Procedure.objects.filter(slug=offer.procedure, owner=None).first()
    if procedure is None:
        return
    adopted = set(Adoption.objects.filter(procedure=procedure).values_list("authority", flat=True))
    for example in EXAMPLES:
        is_fitting = (example.type, example.sector) == (procedure.authority_type, procedure.sector)
        if is_fitting and example.has_joined and made[example.slug].pk not in adopted:
            _adopt(example, offer, authority=made[example.slug], procedure=procedure)


def _adopt(example: Example, offer: Offer, *, authority: Authority, procedure: Procedure) -> None:
    is_own = example.slug == offer.own_service_of
    terms = Terms(
        days=Days(FIRST_DAY),
        method=ConnectionMethod.CONDITIONAL if is_own else ConnectionMethod.LIGHT,
        address=example.own_service if is_own else "",
        alert_address=example.email,
        alert_language=example.alert_language,
        contact=_contact(example),
        fee=offer.fee,
        handling_days=offer.handling_days,
    )
    MailboxConfirmation.objects.get_or_create(
        authority=authority,
        address=example.email,
        defaults={"language": example.alert_language, "sent_at": JOINED_AT, "confirmed_at": JOINED_AT},
    )
    adoption = prepare(
        authority=authority,
        procedure=procedure,
        terms=terms,
        municipalities=_municipalities(example),
        actor=None,
        now=JOINED_AT,
    )
    send(adoption=adoption, accepts=JOINING_TERMS_VERSION, actor=None, now=JOINED_AT)
    confirm(adoption=adoption, actor=None, now=JOINED_AT)


def _contact(example: Example) -> Text:
    return Text(
        {
            of: sentence.format(office=example.name[of], phone=example.phone, email=example.email)
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
