"""What the objects of questions refuse, in words for those who write forms."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from kevytasiointi.formflow.patterns import is_pattern

_FROM_TODAY: Final = re.compile(r"today([+-][0-9]{1,4})?")


def usable_pattern(pattern: str) -> str:
    if not is_pattern(pattern):
        raise PydanticCustomError(
            "pattern",
            "the pattern “{pattern}” can't be used",
            {
                "pattern": pattern,
                "mend": "Patterns are RE2: check the brackets; no lookahead, no back references, repetition at most "
                "a thousand.",
            },
        )
    return pattern


def day_limit_as_written(written: str) -> str:
    """`"2026-01-01"`, `"today"`, `"today+30"` or `"today-7"`."""
    bare = written.replace(" ", "")
    if _FROM_TODAY.fullmatch(bare):
        return bare
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise PydanticCustomError(
            "day_limit",
            "“{written}” isn't a day",
            {"written": written, "mend": 'Write a day as "2026-01-31", "today", "today+30" or "today-7".'},
        ) from None


def refuse_crossed(low: Decimal | int | None, high: Decimal | int | None, low_key: str, high_key: str) -> None:
    if low is not None and high is not None and low > high:
        raise PydanticCustomError(
            "limits_crossed",
            "{low_key} ({low}) is more than {high_key} ({high})",
            {
                "low_key": low_key,
                "low": str(low),
                "high_key": high_key,
                "high": str(high),
                "mend": "Nobody could answer. Change one of the two.",
            },
        )


def refuse_same_options(ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for option in ids:
        if option in seen:
            raise PydanticCustomError(
                "option_twice",
                "the option id “{id}” is used twice",
                {"id": option, "mend": "Give each option of a question an id of its own."},
            )
        seen.add(option)


def refuse_unasked_parts(ask: tuple[str, ...], optional: tuple[str, ...]) -> None:
    if len(set(ask)) != len(ask) or not set(optional) <= set(ask):
        raise PydanticCustomError(
            "parts",
            "“ask” names a part twice, or “optional” names a part that isn't asked",
            {"mend": "Name each part once in “ask”; “optional” lists those of them that may be left empty."},
        )
