"""Days of validity, and whether some cover others. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


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
