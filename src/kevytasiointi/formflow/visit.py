"""One pass over a form in reading order: what is shown, what it holds, what is wrong with it.

What is shown and validly answered is bound for the conditions after it. What is hidden or open isn't bound, and a
condition that can't be told counts as no.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kevytasiointi.formflow.answers import JSON, Answers, key_of
from kevytasiointi.formflow.bindings import bound, moment
from kevytasiointi.formflow.conditions import TODAY, YES, answered, column, conditions_of, in_row
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.formflow.spec import (
    DateQuestion,
    DateRangeQuestion,
    Form,
    ManyOfQuestion,
    Page,
    PeriodQuestion,
    Question,
    RepeatQuestion,
)
from kevytasiointi.formflow.spec.questions import MAX_ROWS
from kevytasiointi.formflow.values import fault_in, parse, problem_of
from kevytasiointi.formflow.values.days import outside_days

ROW_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,22}")

SHOW_PAGE: Final = "page"
SHOW: Final = "show_if"
REQUIRE: Final = "required"


@dataclass(frozen=True, slots=True)
class Shown:
    """A question that is shown: once on its page, or once in each row of a repeating group.

    `value` is what is stored, valid or not. `is_valid` says that it is canonical and within its limits, be it an empty
    list; `is_answered` that something was answered by it, or that a sealed answer exists.
    """

    question: Question
    is_required: bool
    value: JSON
    is_answered: bool
    problem: Problem | None
    group: str | None = None
    row: str | None = None
    rows: tuple["ShownRow", ...] = ()
    is_valid: bool = False

    @property
    def key(self) -> str:
        """`x`, or `group.row.x` in a row."""
        return key_of(self.question.id, group=self.group, row=self.row)

    def problems(self) -> Iterator[Problem]:
        """Its own, then its rows', in reading order."""
        if self.problem:
            yield self.problem
        for row in self.rows:
            for inner in row.questions:
                yield from inner.problems()


@dataclass(frozen=True, slots=True)
class ShownRow:
    id: str
    questions: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the visit stands: at the top, or in a row with its own values."""

    values: Mapping[str, JSON]
    bindings: dict[str, Any]
    group: str | None = None
    row: str | None = None

    def bind(self, question: Question, value: JSON, *, is_answered: bool) -> None:
        if value is not None:
            found = bound(question, value)
            self.bindings.update({in_row(name): one for name, one in found.items()} if self.row else found)
        if question.is_answered:
            self.bindings[answered(question.id)] = is_answered


class Visit:
    """Visits the pages of one form with one set of answers, on one day."""

    def __init__(self, form: Form, answers: Answers, today: dt.date) -> None:
        self._conditions = conditions_of(form)
        self._sealed = answers.sealed
        self._typed = answers.typed
        self._today = today
        never = {answered(question.id): False for question in form.questions() if question.is_answered}
        self._top = _Place(answers.values, {TODAY: moment(today.isoformat()), **never})

    def page(self, page: Page) -> tuple[Shown, ...]:
        """The shown questions of the page; empty if the page is hidden. Call in the order of the form."""
        if page.show_if and not self.holds(page.id, SHOW_PAGE, page.show_if, self._top.bindings):
            return ()
        return tuple(shown for question in page.questions if (shown := self._question(question, self._top)))

    def holds(self, owner: str, key: str, expression: str, bindings: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Whether a condition is met; called for each that is come to, in reading order.

        `owner` is the id of the page or question and `key` says which of its conditions it is (`SHOW_PAGE`, `SHOW`,
        `REQUIRE`): for those who listen to a visit.
        """
        return self._conditions.evaluate(expression, bindings) is YES

    def _question(self, question: Question, place: _Place) -> Shown | None:
        if question.show_if and not self.holds(question.id, SHOW, question.show_if, place.bindings):
            return None
        required = question.required
        if isinstance(required, str):
            is_required = self.holds(question.id, REQUIRE, required, place.bindings)
        else:
            is_required = required
        if isinstance(question, RepeatQuestion):
            return self._group(question, place, is_required=is_required)
        return self._single(question, place, is_required=is_required)

    def _single(self, question: Question, place: _Place, *, is_required: bool) -> Shown:
        value = None if question.is_secret or not question.is_answered else place.values.get(question.id)
        fault = None if value is None else fault_in(question, value)
        is_valid = value is not None and fault is None
        key = key_of(question.id, group=place.group, row=place.row)
        is_sealed = question.is_secret and key in self._sealed
        is_answered = is_sealed or (is_valid and not is_nothing_chosen(question, value))
        place.bind(question, value if is_valid else None, is_answered=is_answered)
        problem = fault or _day_problem(question, value, self._today)
        if value is None and not is_sealed and question.is_answered and (typed := self._typed.get(key)):
            problem = parse(question, typed).problem
        if not is_answered and is_required and problem is None:
            problem = Problem(question.id, "required")
        if problem and place.row:
            problem = Problem(problem.question, problem.code, place.row, problem.part, problem.params)
        return Shown(question, is_required, value, is_answered, problem, place.group, place.row, is_valid=is_valid)

    def _group(self, group: RepeatQuestion, place: _Place, *, is_required: bool) -> Shown:
        value = place.values.get(group.id)
        stored = _rows_in(value)
        rows = tuple(self._row(group, row_id, values) for row_id, values in stored)
        problem = _rows_problem(group, value, rows, is_required=is_required)
        shown = Shown(group, is_required, value, bool(rows), problem, rows=rows)
        if value is not None:
            place.bindings[f"{group.id}.count"] = len(rows)
            for question in group.questions:
                place.bindings[column(group, question)] = _column(question, rows)
        place.bindings[answered(group.id)] = shown.is_answered
        return shown

    def _row(self, group: RepeatQuestion, row_id: str, values: Mapping[str, JSON]) -> ShownRow:
        place = _Place(values, dict(self._top.bindings), group.id, row_id)
        return ShownRow(
            row_id, tuple(shown for question in group.questions if (shown := self._question(question, place)))
        )


def submitted(shown: tuple[Shown, ...]) -> dict[str, JSON]:
    """The valid answers among what is shown, by question id. Secrets stay apart."""
    found: dict[str, JSON] = {}
    for one in shown:
        if isinstance(one.question, RepeatQuestion):
            if one.value is not None:
                found[one.question.id] = [{"id": row.id, "values": submitted(row.questions)} for row in one.rows]
        elif one.is_valid:
            found[one.question.id] = one.value
    return found


def is_nothing_chosen(question: Question, value: JSON) -> bool:
    """Where “none of these” is offered, an empty list was chosen; elsewhere it means only that the page was visited."""
    return isinstance(question, ManyOfQuestion) and value == [] and not question.none_label


def _day_problem(question: Question, value: JSON, today: dt.date) -> Problem | None:
    if value is None or not isinstance(question, DateQuestion | DateRangeQuestion | PeriodQuestion):
        return None
    outside = outside_days(question, value, today)
    return problem_of(question, outside) if outside else None


def _rows_in(value: JSON) -> list[tuple[str, Mapping[str, JSON]]]:
    """The rows that can be read, each id once; what can't be read is told by `_rows_problem`."""
    rows: dict[str, Mapping[str, JSON]] = {}
    for row in value[:MAX_ROWS] if isinstance(value, list) else ():
        if isinstance(row, dict) and row.keys() == {"id", "values"}:
            row_id, values = row["id"], row["values"]
            if isinstance(row_id, str) and ROW_ID.fullmatch(row_id) and isinstance(values, dict):
                rows.setdefault(row_id, values)
    return list(rows.items())


def _rows_problem(
    group: RepeatQuestion, value: JSON, rows: tuple[ShownRow, ...], *, is_required: bool
) -> Problem | None:
    count = len(value) if isinstance(value, list) else len(rows)
    if count > group.max_rows:
        return Problem(group.id, "too_many_rows", params={"limit": group.max_rows})
    if value is not None and (not isinstance(value, list) or count != len(rows)):
        return Problem(group.id, "invalid")
    if not rows:
        return Problem(group.id, "required") if is_required else None
    if group.min_rows and count < group.min_rows:
        return Problem(group.id, "too_few_rows", params={"limit": group.min_rows})
    return None


def _column(question: Question, rows: tuple[ShownRow, ...]) -> list[Any]:
    """The valid answers of all rows to one question, as a condition sees them."""
    values: list[Any] = []
    for row in rows:
        for inner in row.questions:
            if inner.question.id == question.id and inner.is_valid:
                values.extend(one for name, one in bound(question, inner.value).items() if name == question.id)
    return values
