"""Where a person is in a form, derived from definition and answers: only answers are stored.

Pure: definition, answers and day come in, a journey comes out; nothing is changed.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kevytasiointi.formflow.answers import JSON, Answers
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.formflow.spec import Form, Page
from kevytasiointi.formflow.visit import Shown, ShownRow, Visit, submitted

__all__ = ["Journey", "Shown", "ShownRow", "State", "Step", "check", "shown_answers", "walk"]


class State(StrEnum):
    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """A page that is shown with these answers, and what of it is shown."""

    page: Page
    questions: tuple[Shown, ...]
    state: State
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """The shown pages in order. A step is done if it and all before it are without problems."""

    steps: tuple[Step, ...]

    @property
    def current(self) -> Step | None:
        """The first step with something to do; None when all is answered."""
        return next((step for step in self.steps if step.state is State.CURRENT), None)

    @property
    def is_complete(self) -> bool:
        return self.current is None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for step in self.steps for problem in step.problems)

    def step(self, page_id: str) -> Step | None:
        """The step of a page; None if the page is hidden or not in the form."""
        return next((step for step in self.steps if step.page.id == page_id), None)

    def before(self, page_id: str) -> Step | None:
        """The shown step before a page; None at the first, and for a page that isn't shown."""
        at = self._at(page_id)
        return self.steps[at - 1] if at else None

    def after(self, page_id: str) -> Step | None:
        """The shown step after a page; None at the last, and for a page that isn't shown."""
        at = self._at(page_id)
        return self.steps[at + 1] if at is not None and at + 1 < len(self.steps) else None

    def _at(self, page_id: str) -> int | None:
        return next((at for at, step in enumerate(self.steps) if step.page.id == page_id), None)


def walk(form: Form, answers: Answers, *, today: dt.date) -> Journey:
    """The journey of these answers through the form. Never raises, whatever JSON the answers hold.

    A page without a shown question is no step. Limits such as "today+30" count from `today`.
    """
    return Journey(tuple(_steps(form, answers, today)))


def check(form: Form, answers: Answers, *, today: dt.date) -> tuple[Problem, ...]:
    """Every problem of everything shown, in reading order: what must be empty before sending."""
    return walk(form, answers, today=today).problems


def shown_answers(form: Form, answers: Answers, *, today: dt.date) -> dict[str, JSON]:
    """What is submitted: the valid answers to what is shown. Hidden answers stay behind."""
    steps = walk(form, answers, today=today).steps
    return {question: value for step in steps for question, value in submitted(step.questions).items()}


def _steps(form: Form, answers: Answers, today: dt.date) -> Iterator[Step]:
    visit = Visit(form, answers, today)
    is_clear = True
    for page in form.pages:
        questions = visit.page(page)
        if not questions:
            continue
        problems = tuple(problem for shown in questions for problem in shown.problems())
        if problems and is_clear:
            state, is_clear = State.CURRENT, False
        else:
            state = State.DONE if is_clear else State.AHEAD
        yield Step(page, questions, state, problems)
