"""Hypothesis strategies over the form language: whatever JSON, and valid answers of every type."""

import datetime as dt
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from stdnum import iban
from stdnum.fi import hetu, ytunnus

from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.parts import ORGANISATION_KINDS
from kevytasiointi.formflow.spec import Form, Question, RepeatQuestion
from kevytasiointi.formflow.values import fault_in, parts_of
from tiny_forms import TODAY

FOR_EACH = settings(max_examples=20, deadline=None)
"""For a property tried on each of the tiny forms or types in turn."""
WIDELY = settings(max_examples=200, deadline=None)

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
days = st.dates(TODAY, dt.date(2030, 12, 31))
times = st.times().map(lambda time: time.strftime("%H:%M"))


def _identity_code(day: dt.date, number: int) -> str:
    sign = "A" if day.year >= 2000 else "-"
    start = f"{day:%d%m%y}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(f"{start}{number}") % 31]
    return hetu.validate(f"{start}{sign}{number}{check}", allow_temporary=True)


def _business_id(seven: int) -> str | None:
    found = (f"{seven:07}{check}" for check in range(10))
    return next((ytunnus.format(one) for one in found if ytunnus.is_valid(one)), None)


_PART = {
    "email": st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{2,8}\.(fi|com)", fullmatch=True),
    "phone": st.from_regex(r"\+?[0-9]{7,12}", fullmatch=True),
    "postcode": st.from_regex(r"[0-9]{5}", fullmatch=True),
    "business_id": st.integers(1_000_000, 3_999_999).map(_business_id).filter(bool),
    "kind": st.sampled_from(sorted(ORGANISATION_KINDS)),
}


def _parts(question: Question) -> st.SearchStrategy[Any]:
    optional = (*getattr(question, "optional", ()), "country")
    asked = {part: _PART.get(part, words) for part in parts_of(question)}
    needed = {part: values for part, values in asked.items() if part not in optional}
    return st.fixed_dictionaries(needed, optional={part: asked[part] for part in asked if part in optional})


def _span(question: Question, *, timed: bool) -> st.SearchStrategy[Any]:
    def made(drawn: tuple[dt.date, dt.date, str, str]) -> dict[str, str]:
        first, last = sorted(drawn[:2])
        begins, ends = sorted(drawn[2:])
        timing = {"first_time": begins, "last_time": ends} if timed else {}
        return {"first": first.isoformat(), "last": last.isoformat(), **timing}

    return st.tuples(days, days, times, times).map(made)


def _whole(question: Any) -> st.SearchStrategy[Any]:
    low = question.min if question.min is not None else -1000
    return st.integers(int(low), int(question.max if question.max is not None else low + 100_000))


def _decimal(places: int) -> Any:
    def made(question: Any) -> st.SearchStrategy[Any]:
        numbers = st.decimals(question.min or 0, question.max or 1000, places=places, allow_nan=False)
        return numbers.map(lambda number: f"{number:.2f}" if question.type == "money" else f"{number.normalize():f}")

    return made


def _many(question: Any) -> st.SearchStrategy[Any]:
    ids = [option.id for option in question.options]
    chosen = st.sets(st.sampled_from(ids), min_size=question.min or 0, max_size=question.max or len(ids))
    return chosen.map(lambda some: [one for one in ids if one in some])


_VALID = {
    "text": lambda question: words.filter(lambda word: fault_in(question, word) is None),
    "long_text": lambda question: st.lists(words, min_size=1, max_size=4).map("\n".join),
    "integer": _whole,
    "decimal": _decimal(2),
    "money": _decimal(2),
    "date": lambda question: st.dates(TODAY + dt.timedelta(30), dt.date(2030, 12, 31)).map(dt.date.isoformat),
    "time": lambda question: times,
    "date_range": lambda question: _span(question, timed=False),
    "period": lambda question: _span(question, timed=True),
    "yes_no": lambda question: st.booleans(),
    "one_of": lambda question: st.sampled_from([option.id for option in question.options]),
    "many_of": _many,
    "email": lambda question: _PART["email"],
    "phone": lambda question: _PART["phone"],
    "address": _parts,
    "municipality": lambda question: st.sampled_from(["091", "638", "837"]),
    "property_id": lambda question: st.tuples(
        st.integers(1, 999), st.integers(0, 999), st.integers(0, 9999), st.integers(0, 9999)
    ).map(lambda numbers: "-".join(map(str, numbers))),
    "person": _parts,
    "organisation": _parts,
    "identity_code": lambda question: st.builds(
        _identity_code, st.dates(dt.date(1900, 1, 1), dt.date(2025, 12, 31)), st.integers(900, 999)
    ),
    "iban": lambda question: (
        st.integers(10**13, 10**14 - 1)
        .map(lambda number: f"FI{iban.calc_check_digits(f'FI00{number}')}{number}")
        .filter(iban.is_valid)
    ),
    "attachment": lambda question: st.lists(
        st.from_regex(r"[A-Za-z0-9_-]{22}", fullmatch=True), min_size=1, max_size=question.max_files, unique=True
    ),
    "declaration": lambda question: st.just(True),
}


def valid(question: Question) -> st.SearchStrategy[Any]:
    """Valid, canonical answers to the question."""
    values = _VALID[question.type](question)
    return values.filter(lambda value: fault_in(question, value) is None)


def rows(group: RepeatQuestion, answer: Any = valid) -> st.SearchStrategy[Any]:
    inner = {question.id: answer(question) for question in group.questions if question.is_answered}
    inner = {key: values for key, values in inner.items() if not group_secret(group, key)}
    row = st.fixed_dictionaries({}, optional=inner)
    ids = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=group.max_rows, unique=True)
    return ids.flatmap(
        lambda some: st.tuples(*(row for _ in some)).map(
            lambda values: [{"id": one, "values": value} for one, value in zip(some, values, strict=True)]
        )
    )


def group_secret(group: RepeatQuestion, question_id: str) -> bool:
    return any(question.id == question_id and question.is_secret for question in group.questions)


def _value(question: Question) -> st.SearchStrategy[Any]:
    return rows(question) if isinstance(question, RepeatQuestion) else valid(question)


def answers_to(form: Form) -> st.SearchStrategy[Answers]:
    """Some of the questions answered, mostly validly; hidden ones too."""
    asked = [question for page in form.pages for question in page.questions if question.is_answered]
    values = {question.id: _value(question) | anything for question in asked if not question.is_secret}
    secrets = [question.id for question in asked if question.is_secret]
    sealed = st.sets(st.sampled_from(secrets)) if secrets else st.just(set())
    return st.builds(
        lambda given, kept: Answers(given, frozenset(kept)), st.fixed_dictionaries({}, optional=values), sealed
    )
