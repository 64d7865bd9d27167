"""Made-up answers of every type: valid, always the same, and seen to be made up."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, TypeAlias

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.parts import ORGANISATION_KINDS
from kevytasiointi.formflow.paths.hints import Hints
from kevytasiointi.formflow.paths.writing import written_to
from kevytasiointi.formflow.spec import (
    AddressQuestion,
    AttachmentQuestion,
    DateQuestion,
    DateRangeQuestion,
    DecimalQuestion,
    IntegerQuestion,
    LongTextQuestion,
    ManyOfQuestion,
    MoneyQuestion,
    OneOfQuestion,
    OrganisationQuestion,
    PeriodQuestion,
    PersonQuestion,
    Question,
    RepeatQuestion,
    TextQuestion,
)
from kevytasiointi.formflow.values import parse, parts_of
from kevytasiointi.formflow.values.choices import NONE_OF_THESE
from kevytasiointi.formflow.values.days import day_limit, is_day, outside_days
from kevytasiointi.formflow.values.reading import Fields

MOST_COMBINED: Final = 6
"""So many options of “many of” are combined in every way; of more, only the ways that conditions are likely to tell."""
_MOST_TRIED: Final = 400
_MOST_ROWS: Final = 5
_USUAL_DAYS: Final = (60, 61, 90)
_BEGINS: Final = "10:00"
_ENDS: Final = "18:00"

_PARTS: Final[Mapping[str, str]] = {
    "given_name": "Aino",
    "family_name": "Esimerkki",
    "role": "Esimerkkivastaava",
    "email": "aino@esimerkki.example",
    "phone": "0401234567",
    "street": "Esimerkkikatu 1",
    "postcode": "00100",
    "city": "Esimerkkilä",
    "kind": "company",
    "name": "Esimerkki Oy",
    "business_id": "1234567-1",
    "register_number": "Esimerkki 1",
}
"""What stands in each part; a country only where it is tried out."""
_ABROAD: Final = "Esimerkkimaa"
_SOME: Final[Mapping[str, tuple[str, ...]]] = {
    "email": ("aino@esimerkki.example", "onni@esimerkki.example"),
    "phone": ("0401234567", "+358401234567"),
    "municipality": ("091", "049", "638", "837", "564", "853"),
    "property_id": ("999-1-2-3", "999-4-5-6"),
    "identity_code": ("010190-900P",),
    "iban": ("FI2112345600000785", "FI5542345670000081"),
    "declaration": ("yes",),
}
"""Types of which one answer is mostly as good as another. The identity code is of those kept for tests (900 to 999)."""


_OfDays: TypeAlias = DateQuestion | DateRangeQuestion | PeriodQuestion


class Supply:
    """Answers to one question, by which every branch that hangs on it can be tried.

    `number` is the question's own in its form; it makes texts differ from each other.
    """

    def __init__(self, question: Question, hints: Hints, *, number: int, today: dt.date) -> None:
        self.question: Final = question
        self.hints: Final = hints
        self._number = number
        self._today = today

    @cached_property
    def answers(self) -> tuple[JSON, ...]:
        """Valid answers, the usual one first; of a repeating group its numbers of rows. Empty if none is known."""
        if isinstance(self.question, RepeatQuestion):
            return tuple(self._row_counts(self.question))
        found: list[JSON] = []
        for fields in itertools.islice(self._typed(), _MOST_TRIED):
            value = self._read(fields)
            if value is not None and value not in found:
                found.append(value)
        return tuple(found)

    @cached_property
    def is_whole(self) -> bool:
        """Whether conditions can tell no other answer from these: what isn't found among them doesn't exist."""
        if not self.answers:
            return False
        if not self.hints.by_value or self.question.type in ("yes_no", "one_of"):
            return True
        return isinstance(self.question, ManyOfQuestion) and len(self.question.options) <= MOST_COMBINED

    def _read(self, fields: Fields) -> JSON:
        parsed = parse(self.question, fields)
        if isinstance(self.question, DateQuestion | DateRangeQuestion | PeriodQuestion) and parsed.value is not None:
            return None if outside_days(self.question, parsed.value, self._today) else parsed.value
        return parsed.value

    def _typed(self) -> Iterator[Fields]:
        if self.question.type in _BY_TYPE:
            yield from _BY_TYPE[self.question.type](self, self.question)
        elif self.question.type != "information":
            yield from _each([*_SOME[self.question.type], *self.hints.texts])

    def texts(self, question: TextQuestion | LongTextQuestion) -> Iterator[Fields]:
        usual = f"Esimerkki {self._number}"
        yield from _each([usual, *self._long(question, usual)])
        for pattern in (getattr(question, "pattern", None), *self.hints.texts):
            yield from _each(written_to(pattern) if pattern else ())
        yield from _each(self.hints.texts)

    def _long(self, question: TextQuestion | LongTextQuestion, usual: str) -> Iterator[str]:
        limits = [question.max_length, getattr(question, "min_length", None) or 1]
        near = self._near_counts()
        for length in (*limits, *near):
            if 0 < length <= question.max_length:
                yield (usual * (length // len(usual) + 1))[:length].replace(" ", "-")

    def numbers(self, question: IntegerQuestion | DecimalQuestion | MoneyQuestion) -> Iterator[Fields]:
        is_whole = isinstance(question, IntegerQuestion)
        step = Decimal(1) if is_whole else Decimal("0.1")
        ends = [
            end
            for limit, by in ((question.min, step), (question.max, -step))
            if limit is not None
            for end in (limit, limit + by)
        ]
        turns = [number + by for number in self.hints.numbers for by in (-step, Decimal(0), step)]
        usual = Decimal(self._number) if is_whole else self._number + Decimal("0.5")
        for number in (usual, *ends, Decimal(1), Decimal(2), *turns):
            plain = format(number, "f") if isinstance(number, Decimal) else str(number)
            yield from _each([plain.rstrip("0").rstrip(".") if "." in plain else plain])

    def days(self, question: DateQuestion) -> Iterator[Fields]:
        yield from _each(day.isoformat() for day in self._near_days(question))

    def ranges(self, question: DateRangeQuestion) -> Iterator[Fields]:
        for first, last in self._spans(question):
            yield {"first": [first], "last": [last]}

    def periods(self, question: PeriodQuestion) -> Iterator[Fields]:
        times = list(dict.fromkeys(self._near_times()))
        pairs = list(itertools.product((_BEGINS, *times), (_ENDS, *times)))
        for (begins, ends), (first, last) in itertools.product(pairs, self._spans(question)):
            yield {"first": [first], "first_time": [begins], "last": [last], "last_time": [ends]}

    def times(self, _question: Question) -> Iterator[Fields]:
        yield from _each([_BEGINS, *self._near_times()])

    def _near_days(self, question: _OfDays) -> Iterator[dt.date]:
        """The usual days first, then both ends of what is allowed, then those at which a condition may turn."""
        limits = [(question.min, 1), (question.max, -1)]
        ends = [(day_limit(limit, self._today), by) for limit, by in limits if limit]
        named = [dt.date.fromisoformat(text) for text in self.hints.texts if is_day(text)]
        counts = self._near_counts()
        yield from (self._today + dt.timedelta(days) for days in _USUAL_DAYS)
        yield from (end + dt.timedelta(days) for end, by in ends for days in (0, by))
        yield from (day + dt.timedelta(days) for day in named for days in (-1, 0, 1))
        yield from (self._today + dt.timedelta(days) for days in counts if abs(days) < _FAR)

    def _spans(self, question: _OfDays) -> Iterator[tuple[str, str]]:
        near = self._near_counts()
        lengths = dict.fromkeys(length for length in (2, 1, *near) if 0 < length < _FAR)
        for first, length in itertools.product(dict.fromkeys(self._near_days(question)), lengths):
            yield first.isoformat(), (first + dt.timedelta(length - 1)).isoformat()

    def _near_times(self) -> Iterator[str]:
        for text in self.hints.texts:
            if len(text) == len(_BEGINS) and text[2] == ":" and text.replace(":", "").isdecimal():
                minutes = int(text[:2]) * 60 + int(text[3:])
                for near in (minutes - 1, minutes, minutes + 1):
                    yield f"{near // 60:02}:{near % 60:02}"

    def choices(self, question: OneOfQuestion) -> Iterator[Fields]:
        yield from _each(option.id for option in question.options)

    def sets(self, question: ManyOfQuestion) -> Iterator[Fields]:
        options = [option.id for option in question.options]
        compared = options if len(options) <= MOST_COMBINED else [one for one in options if one in self.hints.texts]
        others = [one for one in options if one not in compared]
        low, high = question.min or 1, question.max or len(options)
        for some in _subsets(compared):
            for filled in (others, others[:1], others[: max(0, low - len(some))], ()):
                chosen = [*some, *filled][: max(high, len(some))]
                yield {"": chosen or [NONE_OF_THESE if question.none_label else ""]}
        near = self._near_counts()
        yield from ({"": options[:size]} for size in (low, high, *near) if size > 0)

    def composites(self, question: AddressQuestion | PersonQuestion | OrganisationQuestion) -> Iterator[Fields]:
        parts = parts_of(question)
        usual = {part: [_PARTS[part]] for part in parts if part in _PARTS}
        yield usual
        if "country" in getattr(question, "optional", ()):
            yield {**usual, "country": [_ABROAD]}
        if not isinstance(question, AddressQuestion):
            yield {part: typed for part, typed in usual.items() if part not in question.optional}
        if "country" in parts:
            yield {**usual, "country": [_ABROAD]}
        if "kind" in parts:
            yield from ({**usual, "kind": [kind]} for kind in ORGANISATION_KINDS)
        yield from ({**usual, part: [text]} for part in parts for text in self.hints.texts)

    def files(self, question: AttachmentQuestion) -> Iterator[Fields]:
        near = self._near_counts()
        for count in (1, 2, *near):
            if 0 < count <= question.max_files:
                yield {"": [f"synthetic_{self._number}_{each}" for each in range(1, count + 1)]}

    def _near_counts(self) -> list[int]:
        return [int(number) + by for number in self.hints.numbers for by in (-1, 0, 1)]

    def _row_counts(self, group: RepeatQuestion) -> Iterator[int]:
        low = max(group.min_rows or 1, 1)
        near = self._near_counts()
        counts = dict.fromkeys((low, *(count for count in (1, 2, *near) if count <= _MOST_ROWS)))
        yield from (count for count in counts if low <= count <= group.max_rows)


_FAR: Final = 3_650


def _each(texts: Iterable[str]) -> Iterator[Fields]:
    return ({"": [text]} for text in texts)


def _subsets(options: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Larger ones first: one path then meets as many branches as can be. Of many options, not those in between."""
    count = len(options)
    sizes = range(count, -1, -1) if count <= MOST_COMBINED else (count, count - 1, 2, 1, 0)
    return itertools.chain.from_iterable(itertools.combinations(options, size) for size in sizes)


_BY_TYPE: Final[Mapping[str, Callable[[Supply, Any], Iterator[Fields]]]] = {
    "text": Supply.texts,
    "long_text": Supply.texts,
    "integer": Supply.numbers,
    "decimal": Supply.numbers,
    "money": Supply.numbers,
    "date": Supply.days,
    "date_range": Supply.ranges,
    "period": Supply.periods,
    "time": Supply.times,
    "yes_no": lambda _supply, _question: _each(("yes", "no")),
    "one_of": Supply.choices,
    "many_of": Supply.sets,
    "address": Supply.composites,
    "person": Supply.composites,
    "organisation": Supply.composites,
    "attachment": Supply.files,
}
