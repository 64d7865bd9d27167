"""Tries out answers in reading order until a goal is reached.

Each place knows whether it is shown when its turn comes, and a try ends as soon as a condition comes out otherwise than
it must, whatever follows.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.bindings import bound, moment
from kevytasiointi.formflow.conditions import NO, TODAY, YES, Conditions, answered, column, in_row
from kevytasiointi.formflow.paths.goals import (
    NO_ROW,
    OPEN,
    Assignment,
    Goal,
    Slot,
    Spot,
    count_in,
    is_empty,
    says_nothing_by_empty,
)
from kevytasiointi.formflow.paths.made import Supply
from kevytasiointi.formflow.spec import ManyOfQuestion, RepeatQuestion
from kevytasiointi.formflow.visit import is_nothing_chosen


@dataclass(frozen=True, slots=True)
class Space:
    """What one form offers to a search, on one day."""

    conditions: Conditions
    supplies: Mapping[str, Supply]
    today: dt.date


class OutOfSteps(Exception):  # noqa: N818 - a bound that is met, not an error
    """The search has taken as long as it may."""


@dataclass(frozen=True, slots=True)
class State:
    """What has been tried so far. Never changed; each try makes the next one."""

    assignment: Mapping[Spot, JSON]
    top: Mapping[str, Any]
    rows: Mapping[tuple[str, int], Mapping[str, Any]]

    def bindings(self, group: str, row: int) -> Mapping[str, Any]:
        return {**self.top, **self.rows.get((group, row), {})} if group else self.top


class Search:
    def __init__(
        self, space: Space, order: list[Slot], goal: Goal, fixed: Assignment, *, steps: int, is_filling: bool = False
    ) -> None:
        self._space = space
        self._order = order
        self._goal = goal
        self._fixed = fixed
        self._steps = steps
        self._is_filling = is_filling

    def run(self) -> Assignment | None:
        start = State({}, {TODAY: moment(self._space.today.isoformat())}, {})
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

    def _following(self, at: int, state: State) -> Iterator[State]:
        slot = self._order[at]
        for value, is_shown in self._tries(slot, state):
            self._steps -= 1
            if self._steps < 0:
                raise OutOfSteps
            following = self._with(slot, value, state, is_shown=is_shown)
            if self._closes_group(at):
                following = self._with_columns(slot, following)
            if self._may_hold(following, is_last=at + 1 == len(self._order)):
                yield following

    def _tries(self, slot: Slot, state: State) -> Iterator[tuple[JSON, bool]]:
        if not self._is_shown(slot, state):
            if slot.spot not in self._goal.wanted:
                yield OPEN, False
            return
        for value in self._values(slot, state):
            is_wanted = self._goal.wanted.get(slot.spot)
            if is_wanted is None or is_wanted(slot.question, value):
                yield value, True

    def _values(self, slot: Slot, state: State) -> Iterable[JSON]:
        may_be_open = not self._is_required(slot, state)
        if not slot.question.is_answered:
            return (OPEN,)
        if slot.spot in self._fixed:
            value = self._fixed[slot.spot]
            return (value,) if may_be_open or not is_empty(slot.question, value) else ()
        known = self._known(slot)
        filled = tuple(value for value in known if may_be_open or not is_empty(slot.question, value))
        return (*filled, OPEN) if may_be_open and not says_nothing_by_empty(slot.question) else filled

    def _known(self, slot: Slot) -> tuple[JSON, ...]:
        """The answers worth trying: one where nothing hangs on which it is."""
        supply = self._space.supplies[slot.question.id]
        if slot.spot in self._goal.wanted:
            return supply.answers
        is_told_by_value = supply.hints.by_value or isinstance(slot.question, RepeatQuestion | ManyOfQuestion)
        is_tried = supply.hints.is_asked and is_told_by_value and not self._is_filling
        return supply.answers if is_tried else supply.answers[:1]

    def _is_shown(self, slot: Slot, state: State) -> bool:
        if slot.group and not slot.row < count_in(state.assignment.get((slot.group.id, NO_ROW))):
            return False
        if slot.page.show_if and not self._holds(slot.page.show_if, state.top):
            return False
        return slot.question.show_if is None or self._holds(
            slot.question.show_if, state.bindings(slot.group_id, slot.row)
        )

    def _is_required(self, slot: Slot, state: State) -> bool:
        required = slot.question.required
        if isinstance(required, bool):
            return required
        return self._holds(required, state.bindings(slot.group_id, slot.row))

    def _holds(self, expression: str, bindings: Mapping[str, Any]) -> bool:
        return self._space.conditions.evaluate(expression, bindings) is YES

    def _may_hold(self, state: State, *, is_last: bool) -> bool:
        """Whether the conditions of the goal may still come out as they must; at the last, whether they do."""
        for must in self._goal.musts:
            truth = self._space.conditions.evaluate(must.expression, state.bindings(must.group, must.row))
            if truth is (NO if must.wanted else YES) or (is_last and must.wanted and truth is not YES):
                return False
        return True

    def _closes_group(self, at: int) -> bool:
        group = self._order[at].group_itself
        following = self._order[at + 1] if at + 1 < len(self._order) else None
        return group is not None and (following is None or following.group is not group)

    def _with(self, slot: Slot, value: JSON, state: State, *, is_shown: bool) -> State:
        question = slot.question
        assignment = {**state.assignment, slot.spot: value} if is_shown and question.is_answered else state.assignment
        if not question.is_answered:
            return state
        if isinstance(question, RepeatQuestion):
            top = {**state.top, answered(question.id): bool(value)}
            return State(assignment, top, state.rows)
        is_answered = value is not OPEN and not is_nothing_chosen(question, value)
        found = {} if value is OPEN or question.is_secret else dict(bound(question, value))
        if slot.group is None:
            return State(assignment, {**state.top, **found, answered(question.id): is_answered}, state.rows)
        key = (slot.group.id, slot.row)
        row = {
            **state.rows.get(key, {}),
            **{in_row(name): one for name, one in found.items()},
            answered(question.id): is_answered,
        }
        return State(assignment, state.top, {**state.rows, key: row})

    def _with_columns(self, slot: Slot, state: State) -> State:
        """All rows are answered: from here on they can be asked for together."""
        group = slot.group_itself
        count = count_in(state.assignment.get((group.id, NO_ROW))) if group else 0
        if not group or not count:
            return state
        top = {**state.top, f"{group.id}.count": count}
        for inner in group.questions:
            names = [state.rows.get((group.id, row), {}) for row in range(count)]
            top[column(group, inner)] = [row[in_row(inner.id)] for row in names if in_row(inner.id) in row]
        return State(state.assignment, {name: one for name, one in top.items() if self._is_known(name)}, state.rows)

    def _is_known(self, name: str) -> bool:
        return name in self._space.conditions.variables
