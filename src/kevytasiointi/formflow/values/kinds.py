"""The table of question types: what each one's answers look like, and how they are read and shown.

A new type is one row here, one in `bindings`, one in `sheet`, one widget, and one tiny definition in the tests.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import OrganisationQuestion, PersonQuestion, Question
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
    parts: Callable[[Any], tuple[str, ...]] = lambda _: ("",)


def _limited(
    read: Callable[[Any, str], JSON], show: Callable[[Any], str] = str, shape: TypeAdapter[Any] = _STRING
) -> Kind:
    """One field, read with the question's own limits."""
    return Kind(
        shape,
        read=lambda question, fields: read(question, typed_in(fields)),
        show=lambda _, value: {"": [show(value)]},
    )


def _plain(read: Callable[[str], JSON], show: Callable[[Any], str] = str, shape: TypeAdapter[Any] = _STRING) -> Kind:
    """One field, read alike for every question."""
    return _limited(lambda _, typed: read(typed), show, shape)


def _of_parts(read: Callable[[Any, Fields], JSON], parts: Callable[[Any], tuple[str, ...]]) -> Kind:
    return Kind(_OBJECT, read, show=lambda _, value: {part: [one] for part, one in value.items()}, parts=parts)


def _of_days(read: Callable[[Fields], JSON], parts: tuple[str, ...]) -> Kind:
    return Kind(
        _OBJECT,
        read=lambda _, fields: read(fields),
        show=lambda _, value: {
            part: [days.show_time(one) if part.endswith("_time") else days.show_day(one)] for part, one in value.items()
        },
        parts=lambda _: parts,
    )


def _asked(question: PersonQuestion | OrganisationQuestion) -> tuple[str, ...]:
    return question.ask


KINDS: Final[Mapping[str, Kind]] = {
    "text": _limited(text.read_text),
    "long_text": _limited(text.read_long_text),
    "integer": _limited(numbers.read_integer, shape=_WHOLE),
    "decimal": _limited(numbers.read_decimal, numbers.show_decimal),
    "money": _limited(numbers.read_money, numbers.show_decimal),
    "date": _plain(days.read_day, days.show_day),
    "time": _plain(days.read_time, days.show_time),
    "date_range": _of_days(days.read_date_range, days.DATE_RANGE_PARTS),
    "period": _of_days(days.read_period, days.PERIOD_PARTS),
    "yes_no": _plain(choices.read_yes_no, choices.show_yes_no, _BOOLEAN),
    "one_of": _limited(choices.read_one_of),
    "many_of": Kind(
        _STRINGS, choices.read_many_of, lambda question, value: {"": choices.show_many_of(question, value)}
    ),
    "email": _plain(identifiers.read_email),
    "phone": _plain(identifiers.read_phone),
    "address": _of_parts(composite.read_address, composite.address_parts),
    "municipality": _plain(identifiers.read_municipality),
    "property_id": _plain(identifiers.read_property_id),
    "person": _of_parts(composite.read_composite, _asked),
    "organisation": _of_parts(composite.read_composite, _asked),
    "identity_code": _plain(identifiers.read_identity_code),
    "iban": _plain(identifiers.read_iban, identifiers.show_iban),
    "attachment": Kind(_STRINGS, choices.read_files, lambda _, value: {"": list(value)}),
    "declaration": _plain(choices.read_declaration, choices.show_yes_no, _BOOLEAN),
}
"""Types whose answer is typed or chosen in one place. A repeating group has rows; information has no answer."""


def kind_of(question: Question) -> Kind:
    return KINDS[question.type]
