"""Days of validity, and the state an adoption is in. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Half-open Finnish days `[first, end)`; no end is for the time being; `end == first` is no day at all."""

    first: dt.date
    end: dt.date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.first:
            raise ValueError(f"days that end on {self.end} can't begin on {self.first}")

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day and (self.end is None or day < self.end)

    @property
    def are_none(self) -> bool:
        return self.end == self.first

    def until(self, end: dt.date | None) -> "Days":
        """Those of the days that come before `end`; all of them, if it is None."""
        if end is None or (self.end is not None and self.end <= end):
            return self
        return Days(self.first, max(end, self.first))

    def since(self, first: dt.date) -> "Days":
        """Those of the days that don't come before `first`."""
        if first <= self.first:
            return self
        return Days(first if self.end is None else min(first, self.end), self.end)


def cover(those: Iterable[Days], wanted: Days) -> bool:
    """Whether every wanted day is in at least one of `those`, be it piece by piece."""
    day = wanted.first
    for days in sorted(those, key=lambda each: each.first):
        if wanted.end is not None and day >= wanted.end:
            return True
        if day in days:
            if days.end is None:
                return True
            day = days.end
    return wanted.end is not None and day >= wanted.end


class State(StrEnum):
    """Where an adoption stands. The first three are decisions; the last four also a matter of days."""

    DRAFT = "draft"
    RETURNED = "returned"
    SENT = "sent"
    CONFIRMED = "confirmed"
    IN_FORCE = "in_force"
    ENDING = "ending"
    ENDED = "ended"

    @property
    def is_open(self) -> bool:
        """The authority may still change it, or send it."""
        return self in {State.DRAFT, State.RETURNED}

    @property
    def is_confirmed(self) -> bool:
        """It answers, or will: what changes now is announced."""
        return self in {State.CONFIRMED, State.IN_FORCE, State.ENDING}


@dataclass(frozen=True, slots=True)
class Decisions:
    """What has been decided about an adoption. Its state on a day follows, and is stored nowhere."""

    days: Days
    is_sent: bool = False
    is_returned: bool = False
    is_confirmed: bool = False


def state_on(day: dt.date, decisions: Decisions) -> State:
    """The state on a Finnish day. What was given up, or detached before it began, has ended at once."""
    days = decisions.days
    if days.end is not None and (days.are_none or days.end <= day):
        return State.ENDED
    if decisions.is_confirmed:
        if day < days.first:
            return State.CONFIRMED
        return State.IN_FORCE if days.end is None else State.ENDING
    if decisions.is_sent:
        return State.SENT
    return State.RETURNED if decisions.is_returned else State.DRAFT


class NoticeState(StrEnum):
    """Where a joining notice stands."""

    DRAFT = "draft"
    RETURNED = "returned"
    SENT = "sent"
    CONFIRMED = "confirmed"
    GIVEN_UP = "given_up"

    @property
    def is_open(self) -> bool:
        """It can be filled in, sent or given up."""
        return self in {NoticeState.DRAFT, NoticeState.RETURNED}

    @property
    def is_undecided(self) -> bool:
        return self.is_open or self is NoticeState.SENT


class EventKind(StrEnum):
    """What the history of an adoption tells."""

    PREPARED = "prepared"
    CHANGED = "changed"
    SENT = "sent"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    GIVEN_UP = "given_up"
    TERMS_CHANGED = "terms_changed"
    EXTENDED = "extended"
    SHRUNK = "shrunk"
    TOOK_OVER = "took_over"
    HANDED_OVER = "handed_over"
    DETACHED = "detached"
    MERGED = "merged"
    TERRITORY_LEFT = "territory_left"


LONGEST_REASON = 1000
LONGEST_REPLACEMENT = 1000
MOST_WORKING_DAYS = 30
