"""What an answer is called, and what type it has, inside a condition.

| question | in a condition |
|---|---|
| text, one of, e-mail, phone, municipality … | `x`, text |
| integer / decimal, money / yes or no | `x`: whole number / number / true or false |
| many of | `x`, list of option ids |
| date | `x`, a day |
| date range, period | `x.first`, `x.last` days; `x.days` counted with both ends; `x.first_time` "22:00" |
| address, person, organisation | `x.city` …, text |
| attachment | `x.count` |
| repeating group | `g.count`, and columns `g.y` |
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cel_expr_python import cel

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import Question
from kevytasiointi.formflow.values import parts_of

Value = Any
_LISTED: Final = (cel.Type.STRING, cel.Type.INT, cel.Type.DOUBLE, cel.Type.BOOL, cel.Type.TIMESTAMP)


@dataclass(frozen=True, slots=True)
class Binding:
    """Names (after the question's id; "" is the id itself) with their types, and how a valid answer fills them."""

    names: Callable[[Any], Mapping[str, cel.Type]]
    bind: Callable[[Any], Mapping[str, Value]]


def moment(day: str) -> dt.datetime:
    """A day as conditions know it: midnight in UTC."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)


def _plain(of_type: cel.Type, convert: Callable[[Any], Value] = lambda value: value) -> Binding:
    return Binding(lambda _: {"": of_type}, lambda value: {"": convert(value)})


def _days(value: Mapping[str, str]) -> Mapping[str, Value]:
    first, last = moment(value["first"]), moment(value["last"])
    times = {part: value[part] for part in ("first_time", "last_time") if part in value}
    return {"first": first, "last": last, "days": (last - first).days + 1, **times}


_DAYS: Final = {"first": cel.Type.TIMESTAMP, "last": cel.Type.TIMESTAMP, "days": cel.Type.INT}
_TIMES: Final = {"first_time": cel.Type.STRING, "last_time": cel.Type.STRING}
_STRING: Final = _plain(cel.Type.STRING)
_NUMBER: Final = _plain(cel.Type.DOUBLE, float)
_PARTS: Final = Binding(lambda question: dict.fromkeys(parts_of(question), cel.Type.STRING), lambda value: value)

_BINDINGS: Final[Mapping[str, Binding]] = {
    "text": _STRING,
    "long_text": _STRING,
    "integer": _plain(cel.Type.INT),
    "decimal": _NUMBER,
    "money": _NUMBER,
    "date": _plain(cel.Type.TIMESTAMP, moment),
    "time": _STRING,
    "date_range": Binding(lambda _: _DAYS, _days),
    "period": Binding(lambda _: _DAYS | _TIMES, _days),
    "yes_no": _plain(cel.Type.BOOL),
    "one_of": _STRING,
    "many_of": _plain(cel.Type.List(cel.Type.STRING)),
    "email": _STRING,
    "phone": _STRING,
    "address": _PARTS,
    "municipality": _STRING,
    "property_id": _STRING,
    "person": _PARTS,
    "organisation": _PARTS,
    "iban": _STRING,
    "attachment": Binding(lambda _: {"count": cel.Type.INT}, lambda value: {"count": len(value)}),
}
"""Types that conditions can ask about. Of the others only `answered.x` is known, of information nothing."""


def names_of(question: Question) -> Mapping[str, cel.Type]:
    """Names of the question's answer and their types, as written in a condition outside rows."""
    binding = _BINDINGS.get(question.type)
    return {} if binding is None else {_joined(question.id, name): of for name, of in binding.names(question).items()}


def column_type(question: Question) -> cel.Type | None:
    """The type of `g.x` for a question in a repeating group; None where the answer isn't one value."""
    only = names_of(question).get(question.id)
    return cel.Type.List(only) if only is not None and only in _LISTED else None


def bound(question: Question, value: JSON) -> Mapping[str, Value]:
    """What a valid answer binds, by the names of `names_of`."""
    binding = _BINDINGS.get(question.type)
    return {} if binding is None else {_joined(question.id, name): one for name, one in binding.bind(value).items()}


def _joined(question_id: str, name: str) -> str:
    return f"{question_id}.{name}" if name else question_id
