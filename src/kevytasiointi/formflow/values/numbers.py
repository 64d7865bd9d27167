"""Whole numbers, decimals and amounts, as people write them: `1 250,00 €`, `12.5`."""

import re
from decimal import Decimal
from typing import Final

from kevytasiointi.formflow.spec import DecimalQuestion, IntegerQuestion, MoneyQuestion
from kevytasiointi.formflow.spec.questions import MAX_DIGITS
from kevytasiointi.formflow.values.reading import Unreadable
from kevytasiointi.formflow.values.text import clean_line

_CENTS: Final = 2
_MAX_WHOLE_DIGITS: Final = 12
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,16}")
_DECIMAL: Final = re.compile(rf"([+-]?)([0-9]{{1,{_MAX_WHOLE_DIGITS}}})(?:\.([0-9]{{1,12}}))?")
# 1.250,50 and 1,250.50: groups of three, and the other mark for decimals
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})+(?!\1)[.,][0-9]+")
_EURO: Final = re.compile(r"€|eur(?:oa|o)?$", re.IGNORECASE)
_NOT_DIGITS: Final = str.maketrans({"\u2212": "-", "\u2013": "-", "'": None, "\u2019": None})


def read_integer(question: IntegerQuestion, typed: str) -> int | None:
    bare = _bare(typed)
    if not bare:
        return None
    if not _WHOLE.fullmatch(bare) or abs(int(bare)) > MAX_DIGITS:
        raise Unreadable("integer")
    number = int(bare)
    if question.min is not None and number < question.min:
        raise Unreadable("too_small", limit=question.min)
    if question.max is not None and number > question.max:
        raise Unreadable("too_large", limit=question.max)
    return number


def read_decimal(question: DecimalQuestion, typed: str) -> str | None:
    number = _number(_bare(typed), code="decimal", decimals=question.decimals)
    if number is None:
        return None
    _within(number, question.min, question.max)
    whole = format(number, "f")
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def read_money(question: MoneyQuestion, typed: str) -> str | None:
    number = _number(_EURO.sub("", _bare(typed)), code="money", decimals=_CENTS)
    if number is None:
        return None
    _within(number, question.min, question.max)
    return f"{number:.2f}"


def show_decimal(stored: str) -> str:
    return stored.replace(".", ",")


def _bare(typed: str) -> str:
    return "".join(clean_line(typed).translate(_NOT_DIGITS).split())


def _number(bare: str, *, code: str, decimals: int) -> Decimal | None:
    if not bare:
        return None
    if grouped := _GROUPED.fullmatch(bare):
        bare = bare.replace(grouped[1], "")
    found = _DECIMAL.fullmatch(bare.replace(",", "."))
    if found is None:
        raise Unreadable(code)
    if len(found[3] or "") > decimals:
        raise Unreadable("too_many_decimals", limit=decimals)
    number = Decimal(found[0])
    return abs(number) if number.is_zero() else number


def _within(number: Decimal, low: Decimal | None, high: Decimal | None) -> None:
    if low is not None and number < low:
        raise Unreadable("too_small", limit=low)
    if high is not None and number > high:
        raise Unreadable("too_large", limit=high)
