"""Hypothesis strategies over the form language: whatever JSON, and valid answers of every type."""

import datetime as dt
import itertools
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


LABEL = {"fi": "Teksti", "sv": "Text", "en": "Text"}
_OPTIONS = [{"id": one, "label": LABEL} for one in ("a", "b")]
_SMALL_TYPES = {
    "yes_no": ({}, ["{x}", "!{x}"]),
    "one_of": ({"options": _OPTIONS}, ['{x} == "a"', '{x} != "b"', '{x} in ["a", "b"]']),
    "many_of": ({"options": _OPTIONS}, ['"a" in {x}', "size({x}) > 1", "size({x}) == 0"]),
    "integer": ({"min": 0, "max": 2}, ["{x} > 1", "{x} == 0", "{x} < 0"]),
    "repeat": ({"max_rows": 2}, ["{x}.count > 1", '{x}.{x}_kind.exists(one, one == "b")']),
}
"""Types of whose answers there are few, with their keys and the conditions that ask for them."""


def _conditions(ids: dict[str, str], *, in_row: bool = False) -> st.SearchStrategy[str]:
    name = "row." if in_row else ""
    atoms = [atom.replace("{x}", f"{name}{x}") for x, of in ids.items() for atom in _SMALL_TYPES[of][1]]
    atoms += [f"answered.{x}" for x in ids]
    atom = st.sampled_from(atoms)
    return atom | st.tuples(atom, st.sampled_from(["&&", "||"]), atom).map(lambda some: "({} {} {})".format(*some))


@st.composite
def _small_question(draw: st.DrawFn, question_id: str, earlier: dict[str, str]) -> dict[str, Any]:
    of_type = draw(st.sampled_from(sorted(_SMALL_TYPES)))
    required = st.booleans() | (_conditions(earlier) if earlier else st.nothing())
    question = {"id": question_id, "type": of_type, "label": LABEL, "required": draw(required)}
    question |= _SMALL_TYPES[of_type][0]
    if of_type == "repeat":
        kind = {"id": f"{question_id}_kind", "type": "one_of", "label": LABEL, "options": _OPTIONS}
        more = {"id": f"{question_id}_more", "type": "yes_no", "label": LABEL, "required": draw(st.booleans())}
        more["show_if"] = draw(_conditions({kind["id"]: "one_of"}, in_row=True))
        question |= {"row_label": LABEL, "questions": [kind, more]}
    if earlier and draw(st.booleans()):
        question["show_if"] = draw(_conditions(earlier))
    return question


@st.composite
def small_forms(draw: st.DrawFn) -> Form:
    """Forms of two or three pages whose every answer can be tried out; some of their branches are closed."""
    earlier: dict[str, str] = {}
    pages = []
    for page_number in range(draw(st.integers(2, 3))):
        page = {"id": f"page{page_number}", "title": LABEL, "questions": []}
        if earlier and draw(st.booleans()):
            page["show_if"] = draw(_conditions(earlier))
        for number in range(draw(st.integers(1, 2))):
            question = draw(_small_question(f"q{page_number}{number}", dict(earlier)))
            earlier[question["id"]] = question["type"]
            page["questions"].append(question)
        pages.append(page)
    return Form.model_validate({"pages": pages})


def every_answer(question: Question) -> list[Any]:
    """Every answer to a question of `small_forms`, None among them."""
    if isinstance(question, RepeatQuestion):
        kind, more = question.questions
        row = [{kind.id: one, more.id: two} for one, two in itertools.product(("a", "b"), (True, False, None))]
        rows = [*([one] for one in row), *([one, two] for one, two in itertools.product(row, row))]
        return [None, *([_row(number, one) for number, one in enumerate(some)] for some in rows)]
    few = {"yes_no": [True, False], "one_of": ["a", "b"], "integer": [0, 1, 2]}
    if question.type == "many_of":
        return [[], ["a"], ["b"], ["a", "b"]]
    return [*few[question.type], None]


def _row(number: int, values: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"row{number}", "values": {key: value for key, value in values.items() if value is not None}}
