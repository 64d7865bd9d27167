"""While it is in force: its terms change from a day on, and so does where it answers."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from kevytasiointi.adoption.events import AnswerersChanged
from kevytasiointi.adoption.models import Adoption, ChangeNotice, ConnectionMethod
from kevytasiointi.adoption.refusals import (
    EndsInThePast,
    EndsSooner,
    NoMunicipality,
    NothingChanges,
    NothingLeft,
    StartsInThePast,
)
from kevytasiointi.adoption.rules import EventKind
from kevytasiointi.adoption.services.fitting import (
    days_in,
    refuse_incomplete_language,
    refuse_unready_alerts,
    refuse_wrong_places,
)
from kevytasiointi.adoption.services.writing import (
    DAY,
    begin,
    cut,
    is_lasting,
    lock,
    lock_confirmed,
    refuse_stranger,
    unserved,
    unserved_afterwards,
    write_event,
)
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.outbox import publish

_TEXTS = {"contact", "fee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """New terms from a day on. What is None stays as it is."""

    from_day: dt.date
    alert_address: str | None = None
    alert_language: str | None = None
    substitute_address: str | None = None
    alert_after_working_days: int | None = None
    contact: Text | None = None
    fee: Text | None = None
    handling_days: int | None = None


@transaction.atomic
def change_terms(*, adoption: Adoption, change: Change, actor: Account | None, now: dt.datetime) -> ChangeNotice:
    """Announce new terms from `change.from_day` on: at once if that is today, else on the morning of that day.

    Refuses with `NotYoursToDecide`, `WrongState`, `StartsInThePast`, `NothingChanges`, and for what is
    wrong in the new terms as sending does: a new alert address has to be confirmed from its mailbox.
    """
    adoption = lock_confirmed(adoption=adoption, now=now)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    if change.from_day < finnish_day(now):
        raise StartsInThePast
    changes = dict(_changes(adoption, change))
    if not changes:
        raise NothingChanges
    _refuse_wrong_terms(adoption, changes)
    notice = ChangeNotice.objects.create(
        adoption=adoption, from_day=change.from_day, changes=changes, made_by=actor, made_at=now
    )
    write_event(
        adoption=adoption,
        kind=EventKind.TERMS_CHANGED,
        actor=actor,
        now=now,
        day=change.from_day,
        note=", ".join(sorted(changes)),
    )
    if change.from_day == finnish_day(now):
        _apply_due(adoption.change_notices.all(), now)
    return notice


@transaction.atomic
def apply_due_changes(*, now: dt.datetime) -> int:
    """Put into force the terms whose day has come, in order of their days; how many there were."""
    return _apply_due(ChangeNotice.objects.all(), now)


@transaction.atomic
def extend(
    *,
    adoption: Adoption,
    municipalities: Collection[Municipality],
    from_day: dt.date,
    actor: Account | None,
    now: dt.datetime,
) -> Adoption:
    """Let the adoption answer in more of the authority's municipalities, from `from_day` until it ends.

    Refuses with `NotYoursToDecide`, `WrongState`, `StartsInThePast`, `EndsSooner`, `NoMunicipality`,
    `AlandIsOutside`, `MunicipalityHasEnded`, `OutsideTerritory`, `LanguageIncomplete` or `AlreadyOffered`.
    """
    adoption = lock_confirmed(adoption=adoption, now=now)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    if from_day < finnish_day(now):
        raise StartsInThePast
    if adoption.valid_to is not None and from_day >= adoption.valid_to:
        raise EndsSooner
    if not municipalities:
        raise NoMunicipality
    places = {m: days_in(adoption=adoption, municipality=m).since(from_day) for m in municipalities}
    refuse_wrong_places(adoption=adoption, places=places)
    refuse_incomplete_language(adoption=adoption, municipalities=municipalities)
    begin(adoption=adoption, places=places)
    first = max(from_day, adoption.valid_from)
    write_event(
        adoption=adoption,
        kind=EventKind.EXTENDED,
        actor=actor,
        now=now,
        municipalities=municipalities,
        day=first,
        unserved=unserved_afterwards(procedure=adoption.procedure, places=places),
    )
    return adoption


@transaction.atomic
def shrink(
    *,
    adoption: Adoption,
    municipalities: Collection[Municipality],
    last_day: dt.date,
    actor: Account | None,
    now: dt.datetime,
) -> Adoption:
    """After `last_day` the adoption answers no more in those municipalities, but still in others.

    Refuses with `NotYoursToDecide`, `WrongState`, `EndsInThePast`, `NothingChanges` or `NothingLeft`.
    """
    adoption = lock_confirmed(adoption=adoption, now=now)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    if last_day < finnish_day(now):
        raise EndsInThePast
    end = max(last_day + DAY, adoption.valid_from)
    left = cut(adoption=adoption, end=end, municipalities=municipalities)
    if not left:
        raise NothingChanges
    if not is_lasting(adoption=adoption, end=end):
        raise NothingLeft
    event = write_event(
        adoption=adoption,
        kind=EventKind.SHRUNK,
        actor=actor,
        now=now,
        municipalities=[m for m, _day in left],
        day=end,
        unserved=unserved(procedure=adoption.procedure, places=left),
    )
    publish(AnswerersChanged(adoption_event_id=event.pk), now=now)
    return adoption


def _changes(adoption: Adoption, change: Change) -> Iterator[tuple[str, Any]]:
    """What differs from the terms now, as JSON."""
    for field in fields(change):
        value = getattr(change, field.name)
        if field.name == "from_day" or value is None:
            continue
        if getattr(adoption, field.name) != value:
            yield field.name, dict(value) if field.name in _TEXTS else value


def _refuse_wrong_terms(adoption: Adoption, changes: dict[str, Any]) -> None:
    """As if they were in force already; the row that was read isn't saved."""
    wished = Adoption.objects.select_related("authority", "procedure").get(pk=adoption.pk)
    _set(wished, changes)
    if wished.method != ConnectionMethod.INTEGRATED:
        refuse_unready_alerts(wished)
    places = Municipality.objects.filter(pk__in=adoption.competences.values("municipality"))
    refuse_incomplete_language(adoption=wished, municipalities=list(places))


def _apply_due(notices: QuerySet[ChangeNotice], now: dt.datetime) -> int:
    due = notices.filter(applied_at=None, from_day__lte=finnish_day(now)).select_related("adoption")
    for notice in due:
        _apply(notice, now)
    return len(due)


def _apply(notice: ChangeNotice, now: dt.datetime) -> None:
    adoption = lock(notice.adoption)
    _set(adoption, notice.changes)
    adoption.save(update_fields=list(notice.changes))
    notice.applied_at = now
    notice.save(update_fields=["applied_at"])


def _set(adoption: Adoption, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(adoption, name, Text(value) if name in _TEXTS else value)
