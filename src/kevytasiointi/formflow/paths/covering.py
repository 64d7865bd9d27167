"""Few paths that together go through every branch of a form.

Greedy: each path begins with a branch that no path goes through yet, and takes on as many more as it can keep. So
there are few paths, not provably the fewest; finding those would take too long and gain little.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kevytasiointi.formflow.answers import JSON, Answers, key_of
from kevytasiointi.formflow.engine import Journey, walk
from kevytasiointi.formflow.paths.branches import Branch, branches_met, branches_of
from kevytasiointi.formflow.paths.goals import NO_ROW, OPEN, Assignment, Goal
from kevytasiointi.formflow.paths.solving import Solver
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import AttachmentQuestion, Form, Place, RepeatQuestion

_STEPS_TO_ADD: Final = 400
_BYTES: Final = 48_000


@dataclass(frozen=True, slots=True)
class Path:
    """Complete made-up answers. `branches` are those of the form that they go through.

    `secrets` (the sealed answers, by key) and `files` (by file id) are made up too.
    """

    answers: Answers
    branches: frozenset[Branch]
    secrets: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, FileFact] = field(default_factory=dict)

    def journey(self, form: Form, *, today: dt.date) -> Journey:
        return walk(form, self.answers, today=today)


@dataclass(frozen=True, slots=True)
class Missed:
    """A branch that no path goes through. `is_certain`: no answers do; else none were found that do."""

    branch: Branch
    place: Place
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Paths:
    """`unanswered` are questions for which no valid answer could be made up."""

    paths: tuple[Path, ...]
    missed: tuple[Missed, ...]
    unanswered: tuple[str, ...]


def paths_of(form: Form, *, today: dt.date) -> Paths:
    """Paths that go through every branch, but for those that are told as missed. The same for the same form and day.

    The form's conditions must be without faults. Days are made up in relation to `today`.
    """
    return _Covering(form, today).run()


class _Covering:
    def __init__(self, form: Form, today: dt.date) -> None:
        self._form = form
        self._today = today
        self._solver = Solver(form, today)
        self._branches = branches_of(form)
        self._goals: Final[dict[Branch, tuple[Goal, ...]]] = {
            branch: tuple(self._solver.goal_of(branch, row) for row in self._solver.rows_of(branch))
            for branch in self._branches
        }

    def run(self) -> Paths:
        left = dict.fromkeys(self._branches)
        paths: list[Path] = []
        missed: list[Missed] = []
        while left:
            branch = next(iter(left))
            path, is_certain = self._path_through(branch, left)
            if path is None or branch not in path.branches:
                missed.append(Missed(branch, self._branches[branch], is_certain))
            else:
                paths.append(path)
            left = {one: None for one in left if one != branch and not (path and one in path.branches)}
        if not paths and (path := self._made({})):
            paths.append(path)
        return Paths(tuple(_needed(paths)), tuple(self._in_order(missed)), tuple(self._unanswered()))

    def _path_through(self, branch: Branch, left: Mapping[Branch, None]) -> tuple[Path | None, bool]:
        is_certain = True
        for goal in self._goals[branch]:
            found = self._solver.solve(goal)
            is_certain = is_certain and found.is_certain
            if found.assignment is not None:
                path = self._made(self._with_more(found.assignment, branch, left))
                return path or self._made(found.assignment), False
        return None, is_certain

    def _with_more(self, assignment: Assignment, seed: Branch, left: Mapping[Branch, None]) -> Assignment:
        """The assignment and what it takes to go through more of the branches that are left."""
        fixed = dict(assignment)
        for branch in left:
            if branch != seed and (more := self._added(branch, fixed)) is not None:
                fixed |= more
        return fixed

    def _added(self, branch: Branch, fixed: Assignment) -> Assignment | None:
        for goal in self._goals[branch]:
            if all(
                is_wanted(self._solver.question_at(spot), fixed[spot])
                for spot, is_wanted in goal.wanted.items()
                if spot in fixed
            ):
                found = self._solver.solve(goal, fixed, steps=_STEPS_TO_ADD)
                if found.assignment is not None:
                    return found.assignment
        return None

    def _made(self, assignment: Assignment) -> Path | None:
        """The path with these answers, and usual ones to the rest; None if it can't be completed."""
        whole = self._solver.complete(assignment)
        if whole is None:
            return None
        writer = _Writer(self._form, whole)
        answers = Answers(writer.values, frozenset(writer.secrets))
        if not walk(self._form, answers, today=self._today).is_complete:
            return None
        met = branches_met(self._form, answers, today=self._today) & self._branches.keys()
        return Path(answers, met, writer.secrets, writer.files)

    def _in_order(self, missed: list[Missed]) -> list[Missed]:
        order = {branch: number for number, branch in enumerate(self._branches)}
        return sorted(missed, key=lambda one: order[one.branch])

    def _unanswered(self) -> Iterator[str]:
        for question in self._form.questions():
            if question.is_answered and not self._solver.supplies[question.id].answers:
                yield question.id


def _needed(paths: list[Path]) -> list[Path]:
    """Without those whose branches others go through anyway: an early path may have become needless."""
    kept = list(paths)
    for path in sorted(paths, key=lambda one: len(one.branches)):
        others = frozenset[Branch]().union(*(one.branches for one in kept if one is not path))
        if len(kept) > 1 and path.branches <= others:
            kept.remove(path)
    return kept


class _Writer:
    """From places with answers to answers as they are stored."""

    def __init__(self, form: Form, assignment: Assignment) -> None:
        self._form = form
        self._assignment = assignment
        self.values: dict[str, JSON] = {}
        self.secrets: dict[str, str] = {}
        self.files: dict[str, FileFact] = {}
        for page in form.pages:
            for question in page.questions:
                if isinstance(question, RepeatQuestion):
                    self._write_rows(question)
                else:
                    self._write(question.id, NO_ROW, self.values)

    def _write_rows(self, group: RepeatQuestion) -> None:
        count = self._assignment.get((group.id, NO_ROW))
        rows: list[JSON] = []
        for row in range(count if isinstance(count, int) else 0):
            values: dict[str, JSON] = {}
            for inner in group.questions:
                self._write(inner.id, row, values)
            rows.append({"id": _row_id(row), "values": values})
        if rows:
            self.values[group.id] = rows

    def _write(self, question_id: str, row: int, values: dict[str, JSON]) -> None:
        value = self._assignment.get((question_id, row), OPEN)
        question = self._form.question(question_id)
        if value is OPEN or question is None:
            return
        if question.is_secret:
            group = self._form.group_of(question_id)
            key = key_of(question_id, group=group.id if group else None, row=_row_id(row))
            self.secrets[key] = str(value)
        elif isinstance(question, AttachmentQuestion) and isinstance(value, list):
            values[question_id] = [
                self._file(question, f"{one}_{row + 1}", number) for number, one in enumerate(value, 1)
            ]
        else:
            values[question_id] = value

    def _file(self, question: AttachmentQuestion, file_id: str, number: int) -> str:
        self.files[file_id] = FileFact(f"esimerkki-{len(self.files) + 1}.{question.accept[0]}", _BYTES + number)
        return file_id


def _row_id(row: int) -> str:
    return f"row{row + 1}"
