"""Finds answers with which a branch is gone through, by trying out the questions that it hangs on.

Only those questions are tried: the ones that its conditions ask for, and the ones behind them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Final

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.conditions import (
    asked_question,
    column,
    conditions_of,
    sites,
)  # fmt: skip
from kevytasiointi.formflow.paths.branches import MOST_ROWS, NONE_CHOSEN, Branch, Kind, has_optional_parts
from kevytasiointi.formflow.paths.goals import (
    NO_ROW,
    Assignment,
    Check,
    Goal,
    Must,
    Slot,
    Spot,
    count_in,
    is_empty,
)
from kevytasiointi.formflow.paths.hints import hints_of, names_in
from kevytasiointi.formflow.paths.made import Supply
from kevytasiointi.formflow.paths.searching import OutOfSteps, Search, Space
from kevytasiointi.formflow.spec import Form, Question, RepeatQuestion

MOST_STEPS: Final = 4_000


class Found:
    """`assignment` if answers were found. If not, `is_certain` says that there are none, not only that none was met."""

    def __init__(self, assignment: Assignment | None, *, is_certain: bool) -> None:
        self.assignment: Final = assignment
        self.is_certain: Final = is_certain or assignment is not None


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
        self._space: Final = Space(self.conditions, self.supplies, today)
        self._spots: dict[tuple[str, int], frozenset[Spot]] = {}
        self._names: Final = {site.expression: names_in(form, site) for site in sites(form)}

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every place for an answer in reading order, with as many rows as are ever tried."""
        return tuple(self._slots())

    def _slots(self) -> Iterator[Slot]:
        for page in self.form.pages:
            for question in page.questions:
                yield Slot((question.id, NO_ROW), page, question)
                if isinstance(question, RepeatQuestion):
                    for row in range(self._row_limit(question)):
                        yield from (Slot((inner.id, row), page, inner, question) for inner in question.questions)

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
        wanted: dict[Spot, Check] = {}
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
    def _shown_with(slot: Slot) -> Iterator[Must]:
        if slot.page.show_if:
            yield Must(slot.page.show_if, wanted=True)
        if slot.group and slot.group.show_if:
            yield Must(slot.group.show_if, wanted=True)
        if slot.question.show_if:
            yield _must(slot, slot.question.show_if, wanted=True)

    def _slot_of(self, question_id: str, row: int) -> Slot:
        spot = (question_id, row if self.form.group_of(question_id) else NO_ROW)
        return self._by_spot[spot]

    @cached_property
    def _by_spot(self) -> Mapping[Spot, Slot]:
        found = {slot.spot: slot for slot in self.slots}
        for group in self.form.questions():
            if isinstance(group, RepeatQuestion):
                page = found[group.id, NO_ROW].page
                for inner in group.questions:
                    # Where no row can be made, its questions still have a name; the search then finds nothing.
                    found.setdefault((inner.id, 0), Slot((inner.id, 0), page, inner, group))
        return found

    def rows_of(self, branch: Branch) -> range:
        """The rows in which the branch may be gone through."""
        group = None if branch.kind is Kind.PAGE else self.form.group_of(branch.owner)
        return range(min(MOST_ROWS, max(1, self._row_limit(group)))) if group else range(1)

    def solve(self, goal: Goal, fixed: Assignment | None = None, *, steps: int = MOST_STEPS) -> Found:
        """Answers that reach the goal and keep to what is `fixed`, to the questions that it hangs on."""
        needed = self._needed_by(goal)
        order = [slot for slot in self.slots if slot.spot in needed]
        search = Search(self._space, order, goal, fixed or {}, steps=steps)
        try:
            return Found(search.run(), is_certain=all(self._is_whole(slot) for slot in order))
        except OutOfSteps:
            return Found(None, is_certain=False)

    def complete(self, assignment: Assignment) -> Assignment | None:
        """The same with an answer to everything else that is shown; None if there is a question that none is known of."""
        search = Search(self._space, list(self.slots), Goal(), assignment, steps=MOST_STEPS, is_filling=True)
        try:
            return search.run()
        except OutOfSteps:
            return None

    def _is_whole(self, slot: Slot) -> bool:
        if slot.group is None:
            return self.supplies[slot.question.id].is_whole
        is_column_asked = any(column(slot.group, slot.question) in self.names(expression) for expression in self._names)
        return self.supplies[slot.question.id].is_whole and not is_column_asked

    def names(self, expression: str) -> frozenset[str]:
        """The names of answers that a condition of this form asks for."""
        return self._names[expression]

    def spots_in(self, expression: str, row: int) -> frozenset[Spot]:
        """The places that a condition asks for, when it stands in this row."""
        key = (expression, row)
        if key not in self._spots:
            self._spots[key] = self._spots_in(expression, row)
        return self._spots[key]

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
    def _rules(slot: Slot) -> Iterator[str]:
        for rule in (slot.page.show_if, slot.question.show_if, slot.question.required):
            if isinstance(rule, str):
                yield rule


def _has_row(row: int, _group: Question, value: JSON) -> bool:
    return count_in(value) > row


def _is_wanted(branch: Branch, question: Question, value: JSON) -> bool:
    if branch.kind is Kind.ANSWER:
        return is_empty(question, value) is not branch.wanted
    if branch.kind is Kind.ROWS:
        return min(count_in(value), MOST_ROWS) == branch.wanted
    if branch.kind is Kind.PARTS:
        return has_optional_parts(question, value) is branch.wanted
    if isinstance(value, list):
        return branch.wanted in value if branch.wanted != NONE_CHOSEN else value == []
    return value == branch.wanted


def _must(slot: Slot, expression: str, *, wanted: bool) -> Must:
    return Must(expression, wanted, slot.row, slot.group_id)
