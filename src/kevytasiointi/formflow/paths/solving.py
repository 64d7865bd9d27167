"""Finds answers with which a branch is gone through, by trying out the questions that it hangs on.

Only those questions are tried, in reading order, so that each knows whether it is shown; a try ends as soon as a
condition comes out otherwise than it must, whatever follows.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from typing import Any, Final, TypeAlias

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.bindings import bound, moment
from kevytasiointi.formflow.conditions import (
    NO, TODAY, YES, answered, asked_question, column, conditions_of, in_row, sites,
)  # fmt: skip
from kevytasiointi.formflow.paths.branches import MOST_ROWS, NONE_CHOSEN, Branch, Kind
from kevytasiointi.formflow.paths.hints import hints_of, names_in
from kevytasiointi.formflow.paths.made import Supply
from kevytasiointi.formflow.spec import Form, ManyOfQuestion, Page, Question, RepeatQuestion
from kevytasiointi.formflow.visit import is_nothing_chosen

Spot: TypeAlias = tuple[str, int]
"""A place for an answer: the id of a question, and the number of its row; `NO_ROW` outside repeating groups."""
NO_ROW: Final = -1
OPEN: Final = None
"""The question is shown and left empty."""
Assignment: TypeAlias = Mapping[Spot, JSON]
"""Answers to what is shown; of a repeating group its number of rows. What is hidden isn't in it."""

MOST_STEPS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Must:
    """A condition must come out so, outside rows or in one of a group's."""

    expression: str
    wanted: bool
    row: int = NO_ROW
    group: str = ""


Wanted: TypeAlias = Callable[[Question, JSON], bool]


@dataclass(frozen=True, slots=True)
class Goal:
    """What answers must bring about: how conditions come out, and which places are shown and what stands there."""

    musts: tuple[Must, ...] = ()
    wanted: Mapping[Spot, Wanted] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Slot:
    spot: Spot
    page: Page
    question: Question
    group: RepeatQuestion | None = None

    @property
    def row(self) -> int:
        return self.spot[1]

    @property
    def group_id(self) -> str:
        return self.group.id if self.group else ""


class Found:
    """`assignment` if answers were found. If not, `is_certain` says that there are none, not only that none was met."""

    def __init__(self, assignment: Assignment | None, *, is_certain: bool) -> None:
        self.assignment: Final = assignment
        self.is_certain: Final = is_certain or assignment is not None


class _OutOfSteps(Exception):  # noqa: N818 - a bound that is met, not an error
    """The search has taken as long as it may."""


class Solver:
    """Searches in one form, on one day."""

    def __init__(self, form: Form, today: dt.date) -> None:
        self.form: Final = form
        self.conditions: Final = conditions_of(form)
        self.today: Final = today
        hints = hints_of(form)
        self.supplies: Final = {
            question.id: Supply(question, hints[question.id], number=number, today=today)
            for number, question in enumerate(form.questions(), start=1)
        }
        self._names: Final = {site.expression: names_in(form, site) for site in sites(form)}

    @cached_property
    def slots(self) -> tuple[_Slot, ...]:
        """Every place for an answer in reading order, with as many rows as are ever tried."""
        return tuple(self._slots())

    def _slots(self) -> Iterator[_Slot]:
        for page in self.form.pages:
            for question in page.questions:
                yield _Slot((question.id, NO_ROW), page, question)
                if isinstance(question, RepeatQuestion):
                    for row in range(self._row_limit(question)):
                        yield from (_Slot((inner.id, row), page, inner, question) for inner in question.questions)

    def _row_limit(self, group: RepeatQuestion) -> int:
        counts = [count for count in self.supplies[group.id].answers if isinstance(count, int)]
        return max(counts, default=0)

    def goal_of(self, branch: Branch, row: int = 0) -> Goal:
        """What must be so for the branch to be gone through; inside a repeating group, in this row."""
        if branch.kind is Kind.PAGE:
            page = self.form.page(branch.owner)
            return Goal((Must(page.show_if, bool(branch.wanted)),) if page and page.show_if else ())
        slot = self._slot_of(branch.owner, row)
        musts = [*self._shown_with(slot)]
        wanted: dict[Spot, Wanted] = {}
        if slot.group:
            wanted[slot.group.id, NO_ROW] = partial(_has_row, slot.row)
        if branch.kind is Kind.SHOW:
            # The last of what shows a question is its own condition.
            musts[-1] = replace(musts[-1], wanted=bool(branch.wanted))
        elif branch.kind is Kind.REQUIRE:
            musts.append(_must(slot, str(slot.question.required), wanted=bool(branch.wanted)))
        else:
            wanted[slot.spot] = partial(_is_wanted, branch)
        return Goal(tuple(musts), wanted)

    @staticmethod
    def _shown_with(slot: _Slot) -> Iterator[Must]:
        if slot.page.show_if:
            yield Must(slot.page.show_if, wanted=True)
        if slot.group and slot.group.show_if:
            yield Must(slot.group.show_if, wanted=True)
        if slot.question.show_if:
            yield _must(slot, slot.question.show_if, wanted=True)

    def _slot_of(self, question_id: str, row: int) -> _Slot:
        spot = (question_id, row if self.form.group_of(question_id) else NO_ROW)
        return self._by_spot[spot]

    @cached_property
    def _by_spot(self) -> Mapping[Spot, _Slot]:
        found = {slot.spot: slot for slot in self.slots}
        for group in self.form.questions():
            if isinstance(group, RepeatQuestion):
                page = found[group.id, NO_ROW].page
                for inner in group.questions:
                    # Where no row can be made, its questions still have a name; the search then finds nothing.
                    found.setdefault((inner.id, 0), _Slot((inner.id, 0), page, inner, group))
        return found

    def rows_of(self, branch: Branch) -> range:
        """The rows in which the branch may be gone through."""
        group = None if branch.kind is Kind.PAGE else self.form.group_of(branch.owner)
        return range(min(MOST_ROWS, max(1, self._row_limit(group)))) if group else range(1)

    def solve(self, goal: Goal, fixed: Assignment | None = None, *, steps: int = MOST_STEPS) -> Found:
        """Answers that reach the goal and keep to what is `fixed`, to the questions that it hangs on."""
        needed = self._needed_by(goal)
        order = [slot for slot in self.slots if slot.spot in needed]
        search = _Search(self, order, goal, fixed or {}, steps)
        try:
            return Found(search.run(), is_certain=all(self._is_whole(slot) for slot in order))
        except _OutOfSteps:
            return Found(None, is_certain=False)

    def complete(self, assignment: Assignment) -> Assignment | None:
        """The same with an answer to everything else that is shown; None if there is a question that none is known of."""
        search = _Search(self, list(self.slots), Goal(), assignment, MOST_STEPS, is_filling=True)
        try:
            return search.run()
        except _OutOfSteps:
            return None

    def _is_whole(self, slot: _Slot) -> bool:
        if slot.group is None:
            return self.supplies[slot.question.id].is_whole
        is_column_asked = any(
            column(slot.group, slot.question) in self.names(expression) for expression in self._names
        )
        return self.supplies[slot.question.id].is_whole and not is_column_asked

    def names(self, expression: str) -> frozenset[str]:
        """The names of answers that a condition of this form asks for."""
        return self._names[expression]

    def spots_in(self, expression: str, row: int) -> frozenset[Spot]:
        return self._spots(expression, row)

    @cached_property
    def _spots(self) -> Any:
        return cache(self._spots_in)

    def _spots_in(self, expression: str, row: int) -> frozenset[Spot]:
        found: set[Spot] = set()
        for name in self._names[expression]:
            question_id = asked_question(self.form, name)
            group = self.form.group_of(question_id)
            if group is None:
                found.add((question_id, NO_ROW))
            elif name == column(group, self._question(question_id)):
                found |= {(question_id, each) for each in range(self._row_limit(group))} | {(group.id, NO_ROW)}
            else:
                found.add((question_id, row))
        return frozenset(found)

    def question_at(self, spot: Spot) -> Question:
        return self._by_spot[spot].question

    def _question(self, question_id: str) -> Question:
        return self._by_spot[question_id, NO_ROW if self.form.group_of(question_id) is None else 0].question

    def _needed_by(self, goal: Goal) -> frozenset[Spot]:
        found = set(goal.wanted)
        for must in goal.musts:
            found |= self.spots_in(must.expression, must.row)
        return frozenset().union(*(self._behind[spot] for spot in found))

    @cached_property
    def _behind(self) -> Mapping[Spot, frozenset[Spot]]:
        """For each place the places that decide whether it is shown and required, itself among them."""
        found: dict[Spot, frozenset[Spot]] = {}
        for slot in self.slots:
            asked: set[Spot] = {(slot.group.id, NO_ROW)} if slot.group else set()
            for expression in self._rules(slot):
                asked |= self.spots_in(expression, slot.row)
            found[slot.spot] = frozenset({slot.spot}).union(*(found.get(spot, frozenset()) for spot in asked))
        for spot in self._by_spot.keys() - found.keys():
            found[spot] = frozenset({spot})
        return found

    @staticmethod
    def _rules(slot: _Slot) -> Iterator[str]:
        for rule in (slot.page.show_if, slot.question.show_if, slot.question.required):
            if isinstance(rule, str):
                yield rule


@dataclass(frozen=True, slots=True)
class _State:
    """What has been tried so far. Never changed; each try makes the next one."""

    assignment: Mapping[Spot, JSON]
    top: Mapping[str, Any]
    rows: Mapping[tuple[str, int], Mapping[str, Any]]

    def bindings(self, group: str, row: int) -> Mapping[str, Any]:
        return {**self.top, **self.rows.get((group, row), {})} if group else self.top


class _Search:
    def __init__(  # noqa: PLR0913 - one search, made in one place
        self, solver: Solver, order: list[_Slot], goal: Goal, fixed: Assignment, steps: int, *, is_filling: bool = False
    ) -> None:
        self._solver = solver
        self._order = order
        self._goal = goal
        self._fixed = fixed
        self._steps = steps
        self._is_filling = is_filling

    def run(self) -> Assignment | None:
        start = _State({}, {TODAY: moment(self._solver.today.isoformat())}, {})
        if not self._goal.wanted.keys() <= {slot.spot for slot in self._order}:
            return None
        if not self._order:
            return start.assignment if self._may_hold(start, is_last=True) else None
        # A stack of its own: a form may have more places than Python's calls may be deep.
        stack = [self._following(0, start)]
        while stack:
            state = next(stack[-1], None)
            if state is None:
                stack.pop()
            elif len(stack) == len(self._order):
                return state.assignment
            else:
                stack.append(self._following(len(stack), state))
        return None

    def _following(self, at: int, state: _State) -> Iterator[_State]:
        slot = self._order[at]
        for value, is_shown in self._tries(slot, state):
            self._steps -= 1
            if self._steps < 0:
                raise _OutOfSteps
            following = self._with(slot, value, state, is_shown=is_shown)
            if self._closes_group(at):
                following = self._with_columns(slot, following)
            if self._may_hold(following, is_last=at + 1 == len(self._order)):
                yield following

    def _tries(self, slot: _Slot, state: _State) -> Iterator[tuple[JSON, bool]]:
        if not self._is_shown(slot, state):
            if slot.spot not in self._goal.wanted:
                yield OPEN, False
            return
        for value in self._values(slot, state):
            is_wanted = self._goal.wanted.get(slot.spot)
            if is_wanted is None or is_wanted(slot.question, value):
                yield value, True

    def _values(self, slot: _Slot, state: _State) -> Iterable[JSON]:
        may_be_open = not self._is_required(slot, state)
        if not slot.question.is_answered:
            return (OPEN,)
        if slot.spot in self._fixed:
            value = self._fixed[slot.spot]
            return (value,) if may_be_open or not _is_empty(slot.question, value) else ()
        supply = self._solver.supplies[slot.question.id]
        known = supply.answers
        if self._is_filling or not (supply.hints.is_asked or slot.spot in self._goal.wanted):
            known = known[:1]
        elif not supply.hints.by_value and not isinstance(slot.question, RepeatQuestion | ManyOfQuestion):
            known = known[:1]
        filled = tuple(value for value in known if may_be_open or not _is_empty(slot.question, value))
        return (*filled, OPEN) if may_be_open and not _says_nothing_by_empty(slot.question) else filled

    def _is_shown(self, slot: _Slot, state: _State) -> bool:
        if slot.group and not slot.row < _count(state.assignment.get((slot.group.id, NO_ROW))):
            return False
        if slot.page.show_if and not self._holds(slot.page.show_if, state.top):
            return False
        return slot.question.show_if is None or self._holds(
            slot.question.show_if, state.bindings(slot.group_id, slot.row)
        )

    def _is_required(self, slot: _Slot, state: _State) -> bool:
        required = slot.question.required
        if isinstance(required, bool):
            return required
        return self._holds(required, state.bindings(slot.group_id, slot.row))

    def _holds(self, expression: str, bindings: Mapping[str, Any]) -> bool:
        return self._solver.conditions.evaluate(expression, bindings) is YES

    def _may_hold(self, state: _State, *, is_last: bool) -> bool:
        """Whether the conditions of the goal may still come out as they must; at the last, whether they do."""
        for must in self._goal.musts:
            truth = self._solver.conditions.evaluate(must.expression, state.bindings(must.group, must.row))
            if truth is (NO if must.wanted else YES) or (is_last and must.wanted and truth is not YES):
                return False
        return True

    def _closes_group(self, at: int) -> bool:
        slot = self._order[at]
        group = slot.group or (slot.question if isinstance(slot.question, RepeatQuestion) else None)
        following = self._order[at + 1] if at + 1 < len(self._order) else None
        return group is not None and (following is None or following.group is not group)

    def _with(self, slot: _Slot, value: JSON, state: _State, *, is_shown: bool) -> _State:
        question = slot.question
        assignment = {**state.assignment, slot.spot: value} if is_shown and question.is_answered else state.assignment
        if not question.is_answered:
            return state
        if isinstance(question, RepeatQuestion):
            top = {**state.top, answered(question.id): bool(value)}
            return _State(assignment, top, state.rows)
        is_answered = value is not OPEN and not is_nothing_chosen(question, value)
        found = {} if value is OPEN or question.is_secret else dict(bound(question, value))
        if slot.group is None:
            return _State(assignment, {**state.top, **found, answered(question.id): is_answered}, state.rows)
        key = (slot.group.id, slot.row)
        row = {
            **state.rows.get(key, {}),
            **{in_row(name): one for name, one in found.items()},
            answered(question.id): is_answered,
        }
        return _State(assignment, state.top, {**state.rows, key: row})

    def _with_columns(self, slot: _Slot, state: _State) -> _State:
        """All rows are answered: from here on they can be asked for together."""
        group = slot.group or slot.question
        assert isinstance(group, RepeatQuestion)
        count = _count(state.assignment.get((group.id, NO_ROW)))
        if not count:
            return state
        top = {**state.top, f"{group.id}.count": count}
        for inner in group.questions:
            names = [state.rows.get((group.id, row), {}) for row in range(count)]
            top[column(group, inner)] = [row[in_row(inner.id)] for row in names if in_row(inner.id) in row]
        return _State(state.assignment, {name: one for name, one in top.items() if self._is_known(name)}, state.rows)

    def _is_known(self, name: str) -> bool:
        return name in self._solver.conditions.variables


def _count(value: JSON) -> int:
    return value if isinstance(value, int) else 0


def _is_empty(question: Question, value: JSON) -> bool:
    return value is OPEN or is_nothing_chosen(question, value)


def _says_nothing_by_empty(question: Question) -> bool:
    """A page with “many of” leaves an empty list behind, unless “none of these” can be chosen."""
    return isinstance(question, ManyOfQuestion) and not question.none_label


def _has_row(row: int, _group: Question, value: JSON) -> bool:
    return _count(value) > row


def _is_wanted(branch: Branch, question: Question, value: JSON) -> bool:
    if branch.kind is Kind.ANSWER:
        return _is_empty(question, value) is not branch.wanted
    if branch.kind is Kind.ROWS:
        return min(_count(value), MOST_ROWS) == branch.wanted
    if isinstance(value, list):
        return branch.wanted in value if branch.wanted != NONE_CHOSEN else value == []
    return value is not OPEN and value == branch.wanted


def _must(slot: _Slot, expression: str, *, wanted: bool) -> Must:
    return Must(expression, wanted, slot.row, slot.group_id)
