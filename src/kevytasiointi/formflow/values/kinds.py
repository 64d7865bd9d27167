"""The table of question types: what each one's answers look like, and how they are read and shown.

A new type is one row here, one in `bindings`, one in `sheet`, one widget, and one tiny definition in the tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import Question
from kevytasiointi.formflow.values import choices, composite, days, identifiers, numbers, text
from kevytasiointi.formflow.values.reading import Fields, typed_in

Shown = dict[str, list[str]]

_STRICT: Final = ConfigDict(strict=True)
_STRING: Final = TypeAdapter[Any](str, config=_STRICT)
_WHOLE: Final = TypeAdapter[Any](int, config=_STRICT)
_BOOLEAN: Final = TypeAdapter[Any](bool, config=_STRICT)
_STRINGS: Final = TypeAdapter[Any](list[str], config=_STRICT)
_OBJECT: Final = TypeAdapter[Any](dict[str, str], config=_STRICT)


@dataclass(frozen=True, slots=True)
class Kind:
    """`shape` is the stored value's; `read` raises `Unreadable`; `show` is total over the shape."""

    shape: TypeAdapter[Any]
    read: Callable[[Any, Fields], JSON]
    show: Callable[[Any, Any], Shown]
    parts: Callable[[Any], tuple[str, ...]] = lambda question: ("",)


def _simple(
    read: Callable[[Any, str], JSON], show: Callable[[Any], str] = str, shape: TypeAdapter[Any] = _STRING
) -> Kind:
    return Kind(
        shape,
        read=lambda question, fields: read(question, typed_in(fields)),
        show=lambda question, value: {"": [show(value)]},
    )


def _composite(read: Callable[[Any, Fields], JSON], parts: Callable[[Any], tuple[str, ...]]) -> Kind:
    return Kind(_OBJECT, read, show=lambda question, value: {part: [one] for part, one in value.items()}, parts=parts)


def _of_days(read: Callable[[Any, Fields], JSON], parts: tuple[str, ...]) -> Kind:
    return Kind(
        _OBJECT,
        read,
        show=lambda question, value: {
            part: [days.show_time(one) if part.endswith("_time") else days.show_day(one)] for part, one in value.items()
        },
        parts=lambda question: parts,
    )


KINDS: Final[Mapping[str, Kind]] = {
    "text": _simple(text.read_text),
    "long_text": _simple(text.read_long_text),
    "integer": _simple(numbers.read_integer, shape=_WHOLE),
    "decimal": _simple(numbers.read_decimal, numbers.show_decimal),
    "money": _simple(numbers.read_money, numbers.show_decimal),
    "date": _simple(lambda question, typed: days.read_day(typed), days.show_day),
    "time": _simple(lambda question, typed: days.read_time(typed), days.show_time),
    "date_range": _of_days(days.read_date_range, days.DATE_RANGE_PARTS),
    "period": _of_days(days.read_period, days.PERIOD_PARTS),
    "yes_no": _simple(
        lambda question, typed: choices.read_yes_no(typed), lambda value: choices.show_yes_no(stored=value), _BOOLEAN
    ),
    "one_of": _simple(choices.read_one_of),
    "many_of": Kind(
        _STRINGS, choices.read_many_of, show=lambda question, value: {"": choices.show_many_of(question, value)}
    ),
    "email": _simple(lambda question, typed: identifiers.read_email(typed)),
    "phone": _simple(lambda question, typed: identifiers.read_phone(typed)),
    "address": _composite(composite.read_address, composite.address_parts),
    "municipality": _simple(lambda question, typed: identifiers.read_municipality(typed)),
    "property_id": _simple(lambda question, typed: identifiers.read_property_id(typed)),
    "person": _composite(composite.read_composite, lambda question: tuple(question.ask)),
    "organisation": _composite(composite.read_composite, lambda question: tuple(question.ask)),
    "identity_code": _simple(lambda question, typed: identifiers.read_identity_code(typed)),
    "iban": _simple(lambda question, typed: identifiers.read_iban(typed), identifiers.show_iban),
    "attachment": Kind(_STRINGS, choices.read_files, show=lambda question, value: {"": list(value)}),
    "declaration": _simple(
        lambda question, typed: choices.read_declaration(typed),
        lambda value: choices.show_yes_no(stored=value),
        _BOOLEAN,
    ),
}
"""Types whose answer is typed or chosen in one place. A repeating group has rows; information has no answer."""


def kind_of(question: Question) -> Kind:
    return KINDS[question.type]
