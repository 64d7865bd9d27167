"""Adopt a procedure, bring the adoption into force somewhere, and end it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from kevytasiointi.adoption.models import Adoption, Competence, ConnectionMethod
from kevytasiointi.adoption.rules import Days, cover
from kevytasiointi.authorities.models import Authority, Municipality, Territory
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record

NO_TEXT: Final = Text()


class WrongAuthority(Refusal):
    """The procedure is for authorities of another type or sector, or for its owner alone."""

    code = "wrong_authority"


class AddressMissing(Refusal):
    """A procedure done elsewhere needs the address where it is done."""

    code = "address_missing"


class _AboutMunicipalities(Refusal):
    """Names the municipalities that stand in the way."""

    def __init__(self, municipalities: Collection[Municipality]) -> None:
        super().__init__(", ".join(sorted(m.code for m in municipalities)))
        self.municipalities = tuple(municipalities)


class AlreadyOffered(_AboutMunicipalities):
    """Some adoption answers for the procedure in these municipalities on some of the days."""

    code = "already_offered"


class OutsideTerritory(_AboutMunicipalities):
    """The authority isn't competent in these municipalities on all of the days."""

    code = "outside_territory"


class AlandIsOutside(_AboutMunicipalities):
    """These municipalities are in Åland, whose authorities this service doesn't serve."""

    code = "aland_is_outside"


class OutsideAdoption(Refusal):
    """The days go beyond those of the adoption itself."""

    code = "outside_adoption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How an authority offers a procedure."""

    days: Days
    alert_address: str
    alert_language: str = "fi"
    method: ConnectionMethod = ConnectionMethod.LIGHT
    address: str = ""
    contact: Text = NO_TEXT
    fee: Text = NO_TEXT
    handling_days: int | None = None


@transaction.atomic
def adopt(
    *, authority: Authority, procedure: Procedure, terms: Terms, actor: Account | None, now: dt.datetime
) -> Adoption:
    """Record that the authority takes the procedure into use. It is offered nowhere before `bring_into_force`.

    Refuses with `WrongAuthority` or `AddressMissing`.
    """
    _refuse_unless_fitting(authority, procedure)
    if terms.method is not ConnectionMethod.LIGHT and not terms.address:
        raise AddressMissing
    adoption = Adoption.objects.create(
        authority=authority,
        procedure=procedure,
        method=terms.method,
        address=terms.address,
        valid_from=terms.days.first,
        valid_to=terms.days.end,
        alert_address=terms.alert_address,
        alert_language=terms.alert_language,
        contact=terms.contact,
        fee=terms.fee,
        handling_days=terms.handling_days,
        created_at=now,
    )
    _log("adoption.made", adoption, actor, now)
    return adoption


@transaction.atomic
def bring_into_force(
    *,
    adoption: Adoption,
    municipalities: Collection[Municipality],
    valid_from: dt.date,
    valid_to: dt.date | None,
    actor: Account | None,
    now: dt.datetime,
) -> Sequence[Competence]:
    """Let the adoption answer for its procedure in `municipalities` on the days `[valid_from, valid_to)`.

    All or none. Refuses with `AlandIsOutside`, `OutsideAdoption`, `OutsideTerritory` or
    `AlreadyOffered`; the last can't be raced, because adoptions of one procedure wait for each other.
    """
    Procedure.objects.select_for_update().get(pk=adoption.procedure_id)
    adoption = Adoption.objects.select_related("authority").get(pk=adoption.pk)
    days = Days(valid_from, valid_to)
    if aland := [m for m in municipalities if m.is_aland]:
        raise AlandIsOutside(aland)
    if not cover([Days(adoption.valid_from, adoption.valid_to)], days):
        raise OutsideAdoption
    _refuse_outside_territory(adoption.authority, municipalities, days)
    _refuse_already_offered(adoption.procedure_id, municipalities, days)
    made = Competence.objects.bulk_create(
        Competence(
            procedure_id=adoption.procedure_id,
            municipality=municipality,
            adoption=adoption,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        for municipality in municipalities
    )
    _log(
        "adoption.brought_into_force",
        adoption,
        actor,
        now,
        municipalities=" ".join(sorted(m.code for m in municipalities)),
    )
    return made


@transaction.atomic
def detach(*, adoption: Adoption, last_day: dt.date, actor: Account | None, now: dt.datetime) -> None:
    """End the adoption after `last_day` everywhere. Drafts and pending cases keep pointing to it.

    A later end than the present one changes nothing: an adoption is never prolonged here.
    """
    Procedure.objects.select_for_update().get(pk=adoption.procedure_id)
    end = last_day + dt.timedelta(days=1)
    for row in (Adoption.objects.get(pk=adoption.pk), *adoption.competences.all()):
        if row.valid_to is None or row.valid_to > end:
            # What was to begin later never does: it ends on the day it begins.
            row.valid_to = max(end, row.valid_from)
            row.save(update_fields=["valid_to"])
    _log("adoption.detached", adoption, actor, now)


def _refuse_unless_fitting(authority: Authority, procedure: Procedure) -> None:
    is_fitting = (authority.type, authority.sector) == (procedure.authority_type, procedure.sector)
    if not is_fitting or procedure.owner_id not in {None, authority.pk}:
        raise WrongAuthority


def _refuse_outside_territory(authority: Authority, municipalities: Collection[Municipality], days: Days) -> None:
    territory: dict[int, list[Days]] = {}
    for row in Territory.objects.filter(authority=authority, municipality__in=municipalities):
        territory.setdefault(row.municipality_id, []).append(Days(row.valid_from, row.valid_to))
    outside = [
        m
        for m in municipalities
        if not cover(territory.get(m.pk, []), days) or not cover([Days(dt.date.min, m.valid_to)], days)
    ]
    if outside:
        raise OutsideTerritory(outside)


def _refuse_already_offered(procedure_id: int, municipalities: Collection[Municipality], days: Days) -> None:
    clashing = (
        Competence.objects.within(days.first, days.end)
        .filter(procedure=procedure_id, municipality__in=municipalities)
        .select_related("municipality")
    )
    if offered := {row.municipality for row in clashing}:
        raise AlreadyOffered(offered)


def _log(action: str, adoption: Adoption, actor: Account | None, now: dt.datetime, **detail: str) -> None:
    record(
        action=action,
        actor=actor.public_id if actor else "",
        authority=adoption.authority.public_id,
        object_kind="adoption",
        object_id=adoption.public_id,
        now=now,
        detail=detail,
    )
