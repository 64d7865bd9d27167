"""How days, times, numbers are written for people in each language. Values come in their canonical form."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_BREAK: Final = "\u00a0"
_ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def written_date(iso: str, language: str) -> str:
    """`2026-03-05` as `5.3.2026`, in English `5 March 2026`; other text comes back as it is."""
    if not _ISO_DAY.fullmatch(iso):
        return iso
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    if language == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


def written_time(time: str, language: str) -> str:
    """`09:30` as `9.30`, in English `9:30`."""
    hour, _, minute = time.partition(":")
    return f"{int(hour)}{':' if language == 'en' else '.'}{minute}"


def written_number(number: Decimal | int, language: str) -> str:
    """Groups of three, and a decimal comma or point."""
    grouped = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,d}"
    if language == "en":
        return grouped
    return grouped.translate({ord(","): _NO_BREAK, ord("."): ","})
