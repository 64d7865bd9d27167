"""Boundaries change: an authority leaves municipalities, and municipalities are merged.

A case keeps the adoption of its day; a draft is routed anew when it is opened (`applications`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F, Q, QuerySet

from kevytasiointi.adoption.events import AnswerersChanged
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence
from kevytasiointi.adoption.refusals import EndsInThePast
from kevytasiointi.adoption.rules import Days, EventKind, cover
from kevytasiointi.adoption.services.fitting import days_in
from kevytasiointi.adoption.services.writing import (
    DAY,
    Cut,
    begin,
    cut,
    end_adoption,
    is_lasting,
    lock,
    lock_procedure,
    refuse_unless_owner,
    unserved,
    write_event,
)
from kevytasiointi.authorities.founding import end_territory, extend_territory
from kevytasiointi.authorities.models import Authority, Municipality, Territory
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.outbox import publish


@transaction.atomic
def leave_territory(
    *,
    authority: Authority,
    municipalities: Collection[Municipality],
    last_day: dt.date,
    actor: Account | None,
    now: dt.datetime,
) -> Sequence[AdoptionEvent]:
    """After `last_day` the authority isn't competent in those municipalities, so none of its adoptions answers there.

    What that leaves without anybody is in the events. Refuses with `NotYoursToDecide` or `EndsInThePast`.
    """
    refuse_unless_owner(actor=actor, now=now)
    if last_day < finnish_day(now):
        raise EndsInThePast
    end = last_day + DAY
    end_territory(authority=authority, end=end, municipalities=municipalities, actor=actor, now=now)
    lasting = Competence.objects.within(end, None).filter(adoption__authority=authority)
    concerned = lasting.filter(municipality__in=municipalities).values_list("adoption", flat=True)
    events = []
    for each in Adoption.objects.filter(pk__in=concerned).order_by("procedure", "pk"):
        adoption = lock(each)
        left = cut(adoption=adoption, end=end, municipalities=municipalities)
        events.append(_tell(adoption, EventKind.TERRITORY_LEFT, left, end, actor=actor, now=now))
    return events


@dataclass(frozen=True, slots=True)
class Merger:
    """Municipalities that end on the first day of `day`, and the one they become part of."""

    day: dt.date
    successor: Municipality
    ended: tuple[Municipality, ...]
    is_of_a_new_one: bool
    """Nobody was competent in the successor before: it is there from that day on."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What the mergers of the reference data came to."""

    events: Sequence[AdoptionEvent] = field(default_factory=list)

    @property
    def unserved(self) -> Sequence[AdoptionEvent]:
        """Those after which nobody takes the procedure in in the municipality that goes on."""
        return [event for event in self.events if event.unserved]


@transaction.atomic
def follow_mergers(*, now: dt.datetime) -> Followed:
    """Let competence follow the municipalities that end, as the reference data says. A second time changes nothing.

    What answered for the ended one ends with it. In the one that goes on, whoever answers there goes on; a
    new one is answered for by the adoption that answered in what it was made of, if that is one, and its
    authority is competent there. Nobody is chosen where two could be: then nobody answers, and the event
    of each says so.
    """
    events: list[AdoptionEvent] = []
    for merger in _mergers():
        _follow_with_territory(merger, now)
        for procedure_id in sorted(set(_concerned(merger).values_list("procedure", flat=True))):
            lock_procedure(procedure_id)
            events += _follow(merger, procedure_id, now)
    return Followed(events)


def _mergers() -> Iterable[Merger]:
    """By day, so that a municipality that is merged twice is followed twice."""
    parts: dict[tuple[dt.date, int], list[Municipality]] = defaultdict(list)
    successors: dict[int, Municipality] = {}
    merged = Municipality.objects.filter(valid_to__isnull=False, successor__isnull=False)
    for municipality in merged.select_related("successor").order_by("valid_to", "code"):
        if municipality.valid_to and municipality.successor:  # as the filter says; the types don't
            parts[municipality.valid_to, municipality.successor.pk].append(municipality)
            successors[municipality.successor.pk] = municipality.successor
    for (day, successor), ended in parts.items():
        found = successors[successor]
        was_there = Territory.objects.filter(municipality=found, valid_from__lt=day).exists()
        yield Merger(day, found, tuple(ended), is_of_a_new_one=found.valid_from == day and not was_there)


def _concerned(merger: Merger) -> QuerySet[Competence]:
    """What answers in an ended municipality to its last day, or would beyond it."""
    rows = Competence.objects.filter(municipality__in=merger.ended).exclude(valid_to=F("valid_from"))
    return rows.filter(Q(valid_to=None) | Q(valid_to__gte=merger.day))


def _follow_with_territory(merger: Merger, now: dt.datetime) -> None:
    """An authority leaves what has ended; one that had all the parts has the new municipality."""
    rows = Territory.objects.filter(municipality__in=merger.ended).exclude(valid_to=F("valid_from"))
    had: dict[Authority, set[int]] = defaultdict(set)
    for row in rows.filter(Q(valid_to=None) | Q(valid_to__gt=merger.day)).select_related("authority"):
        had[row.authority].add(row.municipality_id)
    for authority, parts in had.items():
        end_territory(authority=authority, end=merger.day, municipalities=merger.ended, actor=None, now=now)
        if merger.is_of_a_new_one and len(parts) == len(merger.ended):
            extend_territory(
                authority=authority, municipalities=[merger.successor], since=merger.day, actor=None, now=now
            )


def _follow(merger: Merger, procedure_id: int, now: dt.datetime) -> list[AdoptionEvent]:
    rows = _concerned(merger).filter(procedure=procedure_id)
    parts: dict[Adoption, list[Competence]] = defaultdict(list)
    for row in rows.select_related("adoption__authority", "adoption__procedure", "municipality"):
        parts[row.adoption].append(row)
    new = [adoption for adoption, had in parts.items() if not _is_told(adoption, merger, had)]
    for adoption in parts:
        cut(adoption=adoption, end=merger.day, municipalities=merger.ended)
    if new and merger.is_of_a_new_one:
        _answer_in_the_new_one(merger, [each for each, had in parts.items() if had[0].valid_from < merger.day])
    # Told only when every part is settled, so that each event knows who answers in the end.
    return [_tell_of_merger(adoption, merger, parts[adoption], now) for adoption in new]


def _is_told(adoption: Adoption, merger: Merger, had: Collection[Competence]) -> bool:
    told = adoption.events.filter(kind=EventKind.MERGED, day=merger.day)
    return any({row.municipality.code for row in had} <= set(event.municipalities) for event in told)


def _answer_in_the_new_one(merger: Merger, adoptions: Sequence[Adoption]) -> None:
    """The one adoption that can goes on there, until another is known to begin."""
    able = [adoption for adoption in adoptions if _may_go_on(adoption, merger)]
    rows = Competence.objects.within(merger.day, None).filter(municipality=merger.successor)
    if len(able) != 1 or rows.in_force(merger.day).filter(procedure=able[0].procedure).exists():
        return
    later = rows.filter(procedure=able[0].procedure).order_by("valid_from").first()
    begin(
        adoption=able[0], places={merger.successor: _days(able[0], merger).until(later.valid_from if later else None)}
    )


def _days(adoption: Adoption, merger: Merger) -> Days:
    return days_in(adoption=adoption, municipality=merger.successor).since(merger.day)


def _may_go_on(adoption: Adoption, merger: Merger) -> bool:
    """It doesn't end by itself on that day, and its authority is competent in the new municipality all the while."""
    days = _days(adoption, merger)
    if merger.day not in days:
        return False
    rows = Territory.objects.filter(authority=adoption.authority_id, municipality=merger.successor)
    return cover([Days(row.valid_from, row.valid_to) for row in rows], days)


def _tell_of_merger(adoption: Adoption, merger: Merger, had: Collection[Competence], now: dt.datetime) -> AdoptionEvent:
    places = [(row.municipality, merger.day) for row in had]
    places += [(merger.successor, max(merger.day, row.valid_from)) for row in had]
    # Where it goes on in the new one, to a day that is known, nobody may follow.
    going_on = adoption.competences.filter(municipality=merger.successor, valid_from=merger.day)
    places += [(merger.successor, row.valid_to) for row in going_on if row.valid_to is not None]
    return _tell(adoption, EventKind.MERGED, list(dict.fromkeys(places)), merger.day, actor=None, now=now)


def _tell(
    adoption: Adoption,
    kind: EventKind,
    left: Cut,
    day: dt.date,
    *,
    actor: Account | None,
    now: dt.datetime,
) -> AdoptionEvent:
    """End the adoption if it is left with nothing, and write down what that leaves unserved."""
    if not is_lasting(adoption=adoption, end=day):
        end_adoption(adoption=adoption, end=day)
    event = write_event(
        adoption=adoption,
        kind=kind,
        actor=actor,
        now=now,
        municipalities=[m for m, _day in left],
        day=day,
        unserved=unserved(procedure=adoption.procedure, places=left),
    )
    publish(AnswerersChanged(adoption_event_id=event.pk), now=now)
    return event
