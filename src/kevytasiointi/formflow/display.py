"""How each type of answer is written out for reading: the table behind page, PDF and transfer card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.parts import ORGANISATION_KINDS
from kevytasiointi.formflow.spec import (
    DecimalQuestion,
    IntegerQuestion,
    ManyOfQuestion,
    OneOfQuestion,
    OrganisationQuestion,
    PersonQuestion,
    Question,
)
from kevytasiointi.formflow.values.identifiers import show_iban
from kevytasiointi.formflow.written import written_date, written_number, written_time

YES_TEXT: Final = Text(fi="Kyllä", sv="Ja", en="Yes")
NO_TEXT: Final = Text(fi="Ei", sv="Nej", en="No")
NONE_TEXT: Final = Text(fi="Ei mitään näistä", sv="Inget av dessa", en="None of these")
AFFIRMED_TEXT: Final = Text(fi="Vahvistettu", sv="Bekräftat", en="Confirmed")
_CLOCK: Final[Mapping[str, str]] = {"fi": "klo ", "sv": "kl. "}
_DASH: Final = " \u2013 "
_NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom an answer is written: their language, and the names of municipalities by code."""

    language: str
    municipalities: Mapping[str, Text] = field(default_factory=dict)

    @property
    def clock(self) -> str:
        """What stands before a time of day."""
        return _CLOCK.get(self.language, "")

    def __call__(self, text: Text) -> str:
        return text.in_language(self.language)


Write = Callable[[Any, Any, Reader], str]


def written(question: Question, value: Any, reader: Reader) -> str:
    """A valid answer in words; a composite one on several lines."""
    return _WRITE[question.type](question, value, reader)


def _integer(question: IntegerQuestion, value: int, reader: Reader) -> str:
    return _with_unit(written_number(value, reader.language), question.unit, reader)


def _decimal(question: DecimalQuestion, value: str, reader: Reader) -> str:
    return _with_unit(written_number(Decimal(value), reader.language), question.unit, reader)


def _with_unit(number: str, unit: Text | None, reader: Reader) -> str:
    return f"{number}{_NO_BREAK}{reader(unit)}" if unit else number


def _money(_: Question, value: str, reader: Reader) -> str:
    return f"{written_number(Decimal(value), reader.language)}{_NO_BREAK}€"


def _date(_: Question, value: str, reader: Reader) -> str:
    return written_date(value, reader.language)


def _time(_: Question, value: str, reader: Reader) -> str:
    return reader.clock + written_time(value, reader.language)


def _date_range(_: Question, value: Mapping[str, str], reader: Reader) -> str:
    days = dict.fromkeys(written_date(value[part], reader.language) for part in ("first", "last"))
    return _DASH.join(days)


def _period(_: Question, value: Mapping[str, str], reader: Reader) -> str:
    first, last = (written_date(value[part], reader.language) for part in ("first", "last"))
    begins, ends = (written_time(value[part], reader.language) for part in ("first_time", "last_time"))
    clock = reader.clock
    if first == last:
        return f"{first} {clock}{begins}{_DASH}{ends}"
    return f"{first} {clock}{begins}{_DASH}{last} {clock}{ends}"


def _yes_no(_: Question, value: bool, reader: Reader) -> str:  # noqa: FBT001 - one shape for the whole table
    return reader(YES_TEXT if value else NO_TEXT)


def _one_of(question: OneOfQuestion, value: str, reader: Reader) -> str:
    return next((reader(option.label) for option in question.options if option.id == value), value)


def _many_of(question: ManyOfQuestion, value: list[str], reader: Reader) -> str:
    if not value:
        return reader(question.none_label or NONE_TEXT)
    return "\n".join(reader(option.label) for option in question.options if option.id in value)


def _municipality(_: Question, value: str, reader: Reader) -> str:
    name = reader.municipalities.get(value)
    return reader(name) if name else value


def _address(_: Question, value: Mapping[str, str], __: Reader) -> str:
    return "\n".join(_address_lines(value))


def _person(_: PersonQuestion, value: Mapping[str, str], __: Reader) -> str:
    name = " ".join(value[part] for part in ("given_name", "family_name") if part in value)
    reached = [value[part] for part in ("role", "email", "phone") if part in value]
    return "\n".join(filter(None, [name, *reached, *_address_lines(value)]))


def _organisation(_: OrganisationQuestion, value: Mapping[str, str], reader: Reader) -> str:
    kind = ORGANISATION_KINDS.get(value.get("kind", ""))
    parts = [value[part] for part in ("name", "business_id", "register_number") if part in value]
    reached = [value[part] for part in ("email", "phone") if part in value]
    return "\n".join([*parts[:1], *([reader(kind)] if kind else []), *parts[1:], *reached, *_address_lines(value)])


def _address_lines(value: Mapping[str, str]) -> list[str]:
    town = " ".join(value[part] for part in ("postcode", "city") if part in value)
    return [line for line in (value.get("street"), town, value.get("country")) if line]


def _as_is(_: Question, value: str, __: Reader) -> str:
    return value


_WRITE: Final[Mapping[str, Write]] = {
    "text": _as_is,
    "long_text": _as_is,
    "integer": _integer,
    "decimal": _decimal,
    "money": _money,
    "date": _date,
    "time": _time,
    "date_range": _date_range,
    "period": _period,
    "yes_no": _yes_no,
    "one_of": _one_of,
    "many_of": _many_of,
    "email": _as_is,
    "phone": _as_is,
    "address": _address,
    "municipality": _municipality,
    "property_id": _as_is,
    "person": _person,
    "organisation": _organisation,
    "iban": lambda _, value, __: show_iban(value),
    "declaration": lambda _, __, reader: reader(AFFIRMED_TEXT),
}
"""Types whose answer is text on the sheet. Files, secrets and rows are lines of their own kinds."""
