"""The small forms of the console: a field as it is shown, and what was typed into it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kevytasiointi.formflow.values.days import read_day, show_day
from kevytasiointi.formflow.values.reading import Unreadable
from kevytasiointi.site.refusals import Mend


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

    def problems(self) -> list[Mend]:
        return [Mend(f"#{name}", error) for name, error in self.errors.items()]


def written_day(day: dt.date | None) -> str:
    return show_day(day.isoformat()) if day else ""
