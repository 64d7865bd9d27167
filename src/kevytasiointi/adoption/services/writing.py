"""What every service of adoptions shares: one lock, one history, who may, and where competence begins and ends."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence
from kevytasiointi.adoption.refusals import AlreadyOffered, NotYoursToDecide, WrongState
from kevytasiointi.adoption.rules import Days, EventKind
from kevytasiointi.authorities.models import Authority, Municipality, RoleName
from kevytasiointi.authorities.queries import desk_of, is_service_owner
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record

DAY = dt.timedelta(days=1)

Cut = Sequence[tuple[Municipality, dt.date]]
"""Municipalities, and the day from which an adoption answers there no more."""


def lock(adoption: Adoption) -> Adoption:
    """The adoption as it is now; whatever else concerns its procedure waits until the transaction ends.

    Competence is decided per procedure, so that is what is locked. SQLite needs none: every
    transaction there begins IMMEDIATE.
    """
    lock_procedure(adoption.procedure_id)
    return Adoption.objects.select_related("authority", "procedure").get(pk=adoption.pk)


def lock_confirmed(*, adoption: Adoption, now: dt.datetime) -> Adoption:
    """The same of one that answers, or will; else refuses with `WrongState`."""
    found = lock(adoption)
    if not found.state_on(finnish_day(now)).is_confirmed:
        raise WrongState
    return found


def lock_procedure(procedure_id: int) -> None:
    # Not the key: who starts a draft refers to the procedure and need not wait.
    Procedure.objects.select_for_update(no_key=True).get(pk=procedure_id)


def refuse_unless_owner(*, actor: Account | None, now: dt.datetime) -> None:
    """No actor is the service itself: its own jobs and commands, never a page."""
    if actor is not None and not is_service_owner(actor, finnish_day(now)):
        raise NotYoursToDecide


def refuse_unless_administrator(
    *, actor: Account | None, authority: Authority, procedure: Procedure, now: dt.datetime
) -> None:
    """The administrator of that authority, for all procedures or for this one; or the service owner."""
    if actor is None or administers(actor=actor, authority=authority, procedure=procedure, now=now):
        return
    refuse_unless_owner(actor=actor, now=now)


def refuse_stranger(*, adoption: Adoption, actor: Account | None, now: dt.datetime) -> None:
    refuse_unless_administrator(actor=actor, authority=adoption.authority, procedure=adoption.procedure, now=now)


def administers(*, actor: Account, authority: Authority, procedure: Procedure, now: dt.datetime) -> bool:
    return desk_of(actor, finnish_day(now)).may(procedure.slug, RoleName.ADMINISTRATOR, at=authority)


def write_event(
    *,
    adoption: Adoption,
    kind: EventKind,
    actor: Account | None,
    now: dt.datetime,
    municipalities: Iterable[Municipality] = (),
    **facts: Any,
) -> AdoptionEvent:
    """Append to the history what has just happened, and to the audit trail who did it.

    `facts` are columns of the event: `day`, `unserved`, `other`, `note`.
    """
    codes = codes_of(municipalities)
    event = AdoptionEvent.objects.create(
        adoption=adoption, kind=kind, actor=actor, at=now, municipalities=codes, **facts
    )
    detail: dict[str, str] = {"municipalities": " ".join(codes)} if codes else {}
    if event.day is not None:
        detail["day"] = event.day.isoformat()
    record(
        action=f"adoption.{kind}",
        actor=actor.public_id if actor else "",
        authority=adoption.authority.public_id,
        object_kind="adoption",
        object_id=adoption.public_id,
        now=now,
        detail=detail,
    )
    return event


def codes_of(municipalities: Iterable[Municipality]) -> list[str]:
    return sorted({m.code for m in municipalities})


def begin(*, adoption: Adoption, places: Mapping[Municipality, Days]) -> None:
    """Let the adoption answer in those places on those days. Refuses with `AlreadyOffered`; call under `lock`."""
    refuse_already_offered(adoption=adoption, places=places)
    Competence.objects.bulk_create(
        Competence(
            procedure=adoption.procedure,
            municipality=municipality,
            adoption=adoption,
            valid_from=days.first,
            valid_to=days.end,
        )
        for municipality, days in places.items()
        if not days.are_none
    )


def refuse_already_offered(*, adoption: Adoption, places: Mapping[Municipality, Days]) -> None:
    rows = Competence.objects.filter(procedure=adoption.procedure, municipality__in=list(places)).select_related(
        "municipality", "adoption__authority"
    )
    clashing = [row for row in rows if _overlap(Days(row.valid_from, row.valid_to), places[row.municipality])]
    if clashing:
        raise AlreadyOffered(
            adoption, [row.adoption for row in clashing], list(dict.fromkeys(row.municipality for row in clashing))
        )


def _overlap(one: Days, other: Days) -> bool:
    if one.are_none or other.are_none:
        return False
    return (one.end is None or other.first < one.end) and (other.end is None or one.first < other.end)


def cut(*, adoption: Adoption, end: dt.date, municipalities: Collection[Municipality] | None = None) -> Cut:
    """From `end` on it answers no more: in those municipalities, or anywhere. Where that made a difference.

    What was to begin later never does: it ends on the day it begins. Call under `lock`.
    """
    rows = adoption.competences.filter(Q(valid_to=None) | Q(valid_to__gt=end)).select_related("municipality")
    if municipalities is not None:
        rows = rows.filter(municipality__in=municipalities)
    touched = []
    for row in rows:
        last = max(end, row.valid_from)
        if row.valid_to != last:
            row.valid_to = last
            row.save(update_fields=["valid_to"])
            touched.append((row.municipality, last))
    return touched


def is_lasting(*, adoption: Adoption, end: dt.date) -> bool:
    """Whether it still answers anywhere on `end` or later."""
    return Competence.objects.within(end, None).filter(adoption=adoption).exists()


def end_adoption(*, adoption: Adoption, end: dt.date) -> None:
    """It is over on `end`, if it isn't sooner."""
    last = max(end, adoption.valid_from)
    if adoption.valid_to is None or adoption.valid_to > last:
        adoption.valid_to = last
        adoption.save(update_fields=["valid_to"])


def unserved(*, procedure: Procedure, places: Iterable[tuple[Municipality, dt.date]]) -> list[tuple[str, str]]:
    """Code and day of those, of the municipalities there are on that day, in which nobody takes it in then."""
    those = [(m, day) for m, day in places if m.valid_to is None or m.valid_to > day]
    rows = Competence.objects.filter(procedure=procedure, municipality__in=[m for m, _day in those])
    served: dict[int, list[Days]] = {}
    for row in rows:
        served.setdefault(row.municipality_id, []).append(Days(row.valid_from, row.valid_to))
    lacking = [(m, day) for m, day in those if not any(day in days for days in served.get(m.pk, []))]
    return sorted((m.code, day.isoformat()) for m, day in lacking)


def unserved_afterwards(*, procedure: Procedure, places: Mapping[Municipality, Days]) -> list[tuple[str, str]]:
    """The same of places that are answered for until a day that is known: who follows then is nobody yet."""
    ends = [(municipality, days.end) for municipality, days in places.items() if days.end is not None]
    return unserved(procedure=procedure, places=ends)
