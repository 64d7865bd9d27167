"""The one place where time is read.

Rules and services take `now` as an argument; only views, commands and tasks call `now()`.
UTC inside, Finnish days and times for people.
"""

import datetime as dt
from zoneinfo import ZoneInfo

FINLAND = ZoneInfo("Europe/Helsinki")


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - here, and nowhere else


def finnish_day(moment: dt.datetime) -> dt.date:
    """The calendar day in Finland at `moment` (which must be aware)."""
    return moment.astimezone(FINLAND).date()


def today() -> dt.date:
    return finnish_day(now())


def end_of_day(day: dt.date) -> dt.datetime:
    """The first moment after `day` in Finland: a deadline on `day` holds before it."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), FINLAND).astimezone(dt.UTC)
