"""Days and times of day: `5.3.2026`, `9`, `9.30`, `0930`."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import DateQuestion, DateRangeQuestion, PeriodQuestion
from kevytasiointi.formflow.values.reading import Fields, Unreadable, typed_in
from kevytasiointi.formflow.values.text import clean_line

DATE_RANGE_PARTS: Final = ("first", "last")
PERIOD_PARTS: Final = ("first", "first_time", "last", "last_time")

_FINNISH_DAY: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME: Final = re.compile(r"(?:klo|kl)?\.?([0-9]{1,2})(?:[.:]?([0-9]{2}))?")
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59


def read_day(typed: str, *, part: str = "") -> str | None:
    """ISO day of a Finnish or ISO way of writing it."""
    bare = "".join(clean_line(typed).split())
    if not bare:
        return None
    if finnish := _FINNISH_DAY.fullmatch(bare):
        day, month, year = finnish.groups()
    elif iso := _ISO_DAY.fullmatch(bare):
        year, month, day = iso.groups()
    else:
        raise Unreadable("date", part=part)
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise Unreadable("no_such_date", part=part) from None


def read_time(typed: str, *, part: str = "") -> str | None:
    """`HH:MM` of a time of day."""
    bare = "".join(clean_line(typed).lower().split())
    if not bare:
        return None
    found = _TIME.fullmatch(bare)
    if found is None:
        raise Unreadable("time", part=part)
    hour, minute = int(found[1]), int(found[2] or 0)
    if (hour, minute) == (_LAST_HOUR + 1, 0):
        raise Unreadable("midnight", part=part)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise Unreadable("time", part=part)
    return f"{hour:02}:{minute:02}"


def read_date_range(fields: Fields) -> JSON:
    first, last = (read_day(typed_in(fields, part), part=part) for part in DATE_RANGE_PARTS)
    found = _whole_or_nothing({"first": first, "last": last})
    if first and last and last < first:
        raise Unreadable("ends_before_start", part="last")
    return found


def read_period(fields: Fields) -> JSON:
    found: dict[str, str | None] = {
        part: (read_time if part.endswith("_time") else read_day)(typed_in(fields, part), part=part)
        for part in PERIOD_PARTS
    }
    whole = _whole_or_nothing(found)
    if whole and _moment(found, "last") <= _moment(found, "first"):
        same_day = whole["last"] == whole["first"]
        raise Unreadable("ends_before_start", part="last_time" if same_day else "last")
    return whole


def show_day(stored: str) -> str:
    try:
        day = dt.date.fromisoformat(stored)
    except ValueError:
        return stored
    return f"{day.day}.{day.month}.{day.year:04}"


def show_time(stored: str) -> str:
    hour, _, minute = stored.partition(":")
    return f"{int(hour)}.{minute}" if hour.isdecimal() and len(hour) <= 2 else stored  # noqa: PLR2004


def day_limit(written: str, today: dt.date) -> dt.date:
    """The day that a limit of a definition means today."""
    if not written.startswith("today"):
        return dt.date.fromisoformat(written)
    return today + dt.timedelta(days=int(written.removeprefix("today") or 0))


def outside_days(
    question: DateQuestion | DateRangeQuestion | PeriodQuestion, value: JSON, today: dt.date
) -> Unreadable | None:
    """Whether a readable answer lies outside the days allowed, which may hang on today."""
    for part, stored in _days_of(value):
        day = dt.date.fromisoformat(stored)
        if question.min and day < (earliest := day_limit(question.min, today)):
            return Unreadable("too_early", part=part, limit=earliest.isoformat())
        if question.max and day > (latest := day_limit(question.max, today)):
            return Unreadable("too_late", part=part, limit=latest.isoformat())
    return None


def _moment(found: Mapping[str, str | None], part: str) -> str:
    return f"{found[part]} {found[part + '_time']}"


def _days_of(value: JSON) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield "", value
    elif isinstance(value, dict):
        for part in DATE_RANGE_PARTS:
            stored = value.get(part)
            if isinstance(stored, str):
                yield part, stored


def _whole_or_nothing(parts: Mapping[str, str | None]) -> dict[str, JSON] | None:
    found: dict[str, JSON] = {part: value for part, value in parts.items() if value is not None}
    if not found:
        return None
    for part in parts:
        if part not in found:
            raise Unreadable("required", part=part)
    return found


def is_day(written: str) -> bool:
    """Whether it is an existing day, written `2026-01-31`."""
    if not _ISO_DAY.fullmatch(written):
        return False
    try:
        dt.date.fromisoformat(written)
    except ValueError:
        return False
    return True
