"""From the wish to begin to its confirmation: prepared, sent, returned or confirmed, or given up."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption, ConnectionMethod, TermsAcceptance, WantedMunicipality
from kevytasiointi.adoption.refusals import (
    AlandIsOutside,
    EndsBeforeItBegins,
    NotYoursToDecide,
    ReasonMissing,
    TermsNotAccepted,
    TooLong,
    WrongState,
)
from kevytasiointi.adoption.rules import LONGEST_REASON, Days, EventKind, State
from kevytasiointi.adoption.services.fitting import places_of, refuse_unless_fitting, refuse_unless_ready
from kevytasiointi.adoption.services.writing import (
    begin,
    end_adoption,
    lock,
    refuse_stranger,
    refuse_unless_administrator,
    refuse_unless_owner,
    unserved_afterwards,
    write_event,
)
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality
from kevytasiointi.authorities.queries import territory_of
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record

NO_TEXT: Final = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How an authority is to offer a procedure, and from when."""

    days: Days
    alert_address: str
    alert_language: str = "fi"
    substitute_address: str = ""
    alert_after_working_days: int = 3
    languages: tuple[str, ...] = ("fi", "sv")
    method: ConnectionMethod = ConnectionMethod.LIGHT
    address: str = ""
    why_light: str = ""
    contact: Text = NO_TEXT
    fee: Text = NO_TEXT
    handling_days: int | None = None


@transaction.atomic
def prepare(
    *,
    authority: Authority,
    procedure: Procedure,
    terms: Terms,
    municipalities: Collection[Municipality],
    actor: Account | None,
    now: dt.datetime,
) -> Adoption:
    """Begin a draft: the authority thinks of taking the procedure in. It may be incomplete; `send` asks for the rest.

    A state agency names no municipalities: it is competent in the whole mainland. Refuses with
    `NotYoursToDecide`, `WrongAuthority`, `EndsBeforeItBegins` or `AlandIsOutside`.
    """
    refuse_unless_administrator(actor=actor, authority=authority, procedure=procedure, now=now)
    refuse_unless_fitting(authority=authority, procedure=procedure)
    _refuse_no_days(terms)
    adoption = Adoption.objects.create(authority=authority, procedure=procedure, created_at=now, **_columns(terms))
    _want(adoption, municipalities)
    write_event(adoption=adoption, kind=EventKind.PREPARED, actor=actor, now=now, municipalities=municipalities)
    return adoption


@transaction.atomic
def change_draft(
    *,
    adoption: Adoption,
    terms: Terms,
    municipalities: Collection[Municipality],
    actor: Account | None,
    now: dt.datetime,
) -> Adoption:
    """Replace terms and municipalities of a draft, or of one that was returned.

    Refuses with `NotYoursToDecide`, `WrongState`, `EndsBeforeItBegins` or `AlandIsOutside`.
    """
    adoption = _lock_in(adoption, now, State.DRAFT, State.RETURNED)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    _refuse_no_days(terms)
    for name, value in _columns(terms).items():
        setattr(adoption, name, value)
    adoption.save()
    adoption.wanted.all().delete()
    _want(adoption, municipalities)
    write_event(adoption=adoption, kind=EventKind.CHANGED, actor=actor, now=now, municipalities=municipalities)
    return adoption


@transaction.atomic
def send(*, adoption: Adoption, accepts: str, actor: Account | None, now: dt.datetime) -> Adoption:
    """Ask the service owner to confirm it. `accepts` is the version of the terms the sender has just accepted, or empty.

    Refuses with `TermsNotAccepted` when the authority hasn't accepted the present terms now or before,
    and with the name of whatever is missing or wrong; see `fitting.refuse_unless_ready`.
    """
    adoption = _lock_in(adoption, now, State.DRAFT, State.RETURNED)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    if accepts:
        accept_terms(authority=adoption.authority, version=accepts, actor=actor, now=now)
    if not queries.has_accepted_terms(adoption.authority):
        raise TermsNotAccepted
    refuse_unless_ready(adoption=adoption, today=finnish_day(now))
    adoption.sent_at, adoption.returned_reason = now, ""
    adoption.save(update_fields=["sent_at", "returned_reason"])
    write_event(adoption=adoption, kind=EventKind.SENT, actor=actor, now=now)
    return adoption


@transaction.atomic
def accept_terms(*, authority: Authority, version: str, actor: Account | None, now: dt.datetime) -> None:
    """`actor` accepts the terms of joining for the authority. A second time changes nothing.

    Only an administrator of the authority can bind it; not the service owner. Refuses with
    `NotYoursToDecide`, or `TermsNotAccepted` when the version isn't the one in force.
    """
    if version != JOINING_TERMS_VERSION:
        raise TermsNotAccepted
    if actor is not None and not queries.is_administrator(actor, authority, finnish_day(now)):
        raise NotYoursToDecide
    write_acceptance(authority=authority, version=version, actor=actor, accepted_at=now, now=now)


def write_acceptance(
    *, authority: Authority, version: str, actor: Account | None, accepted_at: dt.datetime, now: dt.datetime
) -> None:
    """The part of accepting that is shared with founding an authority, whose notice accepted before it was there."""
    _, is_new = TermsAcceptance.objects.get_or_create(
        authority=authority, version=version, defaults={"accepted_by": actor, "accepted_at": accepted_at}
    )
    if is_new:
        record(
            action="authority.terms_accepted",
            actor=actor.public_id if actor else "",
            authority=authority.public_id,
            object_kind="authority",
            object_id=authority.public_id,
            now=now,
            detail={"version": version},
        )


@transaction.atomic
def send_back(*, adoption: Adoption, reason: str, actor: Account | None, now: dt.datetime) -> Adoption:
    """Return what was sent, with the reason for which the authority must mend it. Nothing in it is lost.

    Refuses with `NotYoursToDecide`, `WrongState`, `ReasonMissing` or `TooLong`.
    """
    refuse_unless_owner(actor=actor, now=now)
    adoption = _lock_in(adoption, now, State.SENT)
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    if len(reason) > LONGEST_REASON:
        raise TooLong
    adoption.sent_at, adoption.returned_reason = None, reason
    adoption.save(update_fields=["sent_at", "returned_reason"])
    write_event(adoption=adoption, kind=EventKind.RETURNED, actor=actor, now=now, note=reason)
    return adoption


@transaction.atomic
def confirm(*, adoption: Adoption, actor: Account | None, now: dt.datetime) -> Adoption:
    """Let the adoption answer where it is wanted, from its first day on. All of it or nothing.

    Everything that `send` asked is asked again, for days have passed. Refuses with `AlreadyOffered`,
    which names both authorities, where another answers on some of the days; it can't be raced, because
    what concerns one procedure is decided one after another.
    """
    refuse_unless_owner(actor=actor, now=now)
    adoption = _lock_in(adoption, now, State.SENT)
    bring_into_force(adoption=adoption, kind=EventKind.CONFIRMED, actor=actor, now=now)
    return adoption


def bring_into_force(
    *, adoption: Adoption, kind: EventKind, actor: Account | None, now: dt.datetime, other: Adoption | None = None
) -> None:
    """The part of confirming that is shared with taking over. Call under `lock`."""
    refuse_unless_ready(adoption=adoption, today=finnish_day(now))
    places = places_of(adoption)
    begin(adoption=adoption, places=places)
    adoption.confirmed_at = now
    adoption.save(update_fields=["confirmed_at"])
    write_event(
        adoption=adoption,
        kind=kind,
        actor=actor,
        now=now,
        municipalities=places,
        day=adoption.valid_from,
        other=other,
        unserved=unserved_afterwards(procedure=adoption.procedure, places=places),
    )


@transaction.atomic
def give_up(*, adoption: Adoption, actor: Account | None, now: dt.datetime) -> Adoption:
    """The authority drops what hasn't been confirmed. Refuses with `NotYoursToDecide` or `WrongState`."""
    adoption = _lock_in(adoption, now, State.DRAFT, State.RETURNED, State.SENT)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    end_adoption(adoption=adoption, end=adoption.valid_from)
    write_event(adoption=adoption, kind=EventKind.GIVEN_UP, actor=actor, now=now)
    return adoption


def _lock_in(adoption: Adoption, now: dt.datetime, *states: State) -> Adoption:
    found = lock(adoption)
    if found.state_on(finnish_day(now)) not in states:
        raise WrongState
    return found


def _refuse_no_days(terms: Terms) -> None:
    if terms.days.are_none:
        raise EndsBeforeItBegins


def _columns(terms: Terms) -> Mapping[str, Any]:
    return {
        "valid_from": terms.days.first,
        "valid_to": terms.days.end,
        "method": terms.method,
        "address": terms.address,
        "why_light": terms.why_light,
        "alert_address": terms.alert_address.strip(),
        "alert_language": terms.alert_language,
        "substitute_address": terms.substitute_address.strip(),
        "alert_after_working_days": terms.alert_after_working_days,
        "languages": "+".join(terms.languages),
        "contact": terms.contact,
        "fee": terms.fee,
        "handling_days": terms.handling_days,
    }


def _want(adoption: Adoption, municipalities: Collection[Municipality]) -> None:
    if aland := [m for m in municipalities if m.is_aland]:
        raise AlandIsOutside(aland)
    wanted = list(municipalities)
    if not wanted and adoption.authority.type == AuthorityType.STATE_AGENCY:
        wanted = list(territory_of(adoption.authority, adoption.valid_from))
    WantedMunicipality.objects.bulk_create(WantedMunicipality(adoption=adoption, municipality=m) for m in wanted)
