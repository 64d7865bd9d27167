"""The small forms of the console: a field as it is shown, and what was typed into it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from kevytasiointi.formflow.values.days import read_day, show_day
from kevytasiointi.formflow.values.reading import Unreadable
from kevytasiointi.site.refusals import Mend

_MOST_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`kind` is text, email, date, number, select, textarea or checkbox."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    help: str = ""
    error: str = ""
    options: Sequence[Option] = ()
    is_optional: bool = False
    size: str = ""
    lang: str = ""


@dataclass(slots=True)
class Typed:
    """What a form sent, and what is wrong with it by the name of the field."""

    sent: Mapping[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.sent.get(name, "").strip()

    def day(self, name: str) -> dt.date | None:
        """The day in the field; None when it is empty, or isn't one: then it has an error."""
        try:
            day = read_day(self[name])
        except Unreadable:
            self.errors[name] = _("Write the day in the form 1.6.2027.")
            return None
        return dt.date.fromisoformat(day) if day else None

    def field(self, name: str, label: str, **more: Any) -> Field:
        """The field of this name with what was typed into it and what is wrong with that; `more` as in `Field`."""
        return Field(name=name, label=label, value=self[name], error=self.errors.get(name, ""), **more)

    def number(self, name: str) -> int | None:
        """The whole number in the field; None when it is empty, or isn't one: then it has an error."""
        text = self[name]
        if not text:
            return None
        if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
            self.errors[name] = _("Write a whole number of days.")
            return None
        return int(text)

    def required_day(self, name: str) -> dt.date | None:
        """The same as `day`, where an empty field is an error too."""
        day = self.day(name)
        if day is None and name not in self.errors:
            self.errors[name] = _("Write the day in the form 1.6.2027.")
        return day


def problems_of(fields: Iterable[Field]) -> list[Mend]:
    """What is wrong, in the order in which the fields are read."""
    return [Mend(f"#{each.name}", each.error) for each in fields if each.error]


def written_day(day: dt.date | None) -> str:
    return show_day(day.isoformat()) if day else ""
