"""The branches of a form, and which of them a set of answers goes through."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.conditions import Site, sites
from kevytasiointi.formflow.paths.hints import hints_of
from kevytasiointi.formflow.spec import (
    Form,
    ManyOfQuestion,
    OneOfQuestion,
    OrganisationQuestion,
    PersonQuestion,
    Place,
    Question,
    RepeatQuestion,
    YesNoQuestion,
)
from kevytasiointi.formflow.visit import REQUIRE, SHOW, SHOW_PAGE, Shown, Visit

NONE_CHOSEN: Final = ""
"""The choice of a “many of” in which nothing is chosen."""
MOST_ROWS: Final = 2


class Kind(StrEnum):
    PAGE = SHOW_PAGE
    """A page is shown, or not."""
    SHOW = SHOW
    """A question is shown where it stands, or not."""
    REQUIRE = REQUIRE
    """A question is required where it is shown, or not."""
    CHOICE = "choice"
    """An option is chosen (`wanted`), yes or no is answered, in a question that steers others."""
    ROWS = "rows"
    """A repeating group has this many rows; `MOST_ROWS` stands for that and more."""
    ANSWER = "answer"
    """A question that may be left empty is answered, or not."""
    PARTS = "parts"
    """A person or organisation is told with every part that may be left empty, or with none of them."""


Wanted: TypeAlias = bool | str | int
"""Shown or not, the id of an option, a number of rows."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way that a form can go. `owner` is the id of a page (`Kind.PAGE`) or of a question."""

    kind: Kind
    owner: str
    wanted: Wanted


def branches_of(form: Form) -> Mapping[Branch, Place]:
    """Every branch with its place in the form, in reading order; the richer way of each first."""
    found: dict[Branch, Place] = {}
    for site in sites(form):
        kind = kind_of_site(form, site)
        found |= {Branch(kind, site.owner, wanted): site.place for wanted in (True, False)}
    hints = hints_of(form)
    for place, question in form.placed_questions():
        if hints[question.id].is_asked:
            found |= dict.fromkeys(_choices(question), place)
        if isinstance(question, RepeatQuestion):
            found |= dict.fromkeys(_rows(question), place)
        elif question.is_answered and question.required is not True:
            found |= {Branch(Kind.ANSWER, question.id, wanted): place for wanted in (True, False)}
        if may_leave_parts(question):
            found |= {Branch(Kind.PARTS, question.id, wanted): place for wanted in (True, False)}
    return found


def kind_of_site(form: Form, site: Site) -> Kind:
    """Which kind of branch a condition rules."""
    return Kind.PAGE if form.page(site.owner) and len(site.place) == _PAGE_DEPTH else Kind(str(site.place[-1]))


_PAGE_DEPTH: Final = len(("pages", 0, SHOW))


def _choices(question: Question) -> Iterator[Branch]:
    wanted: list[bool | str] = []
    if isinstance(question, YesNoQuestion):
        wanted = [True, False]
    elif isinstance(question, OneOfQuestion):
        wanted = [option.id for option in question.options]
    elif isinstance(question, ManyOfQuestion):
        may_be_none = question.required is not True or question.none_label
        wanted = [*(option.id for option in question.options), *([NONE_CHOSEN] if may_be_none else [])]
    return (Branch(Kind.CHOICE, question.id, one) for one in wanted)


def _rows(group: RepeatQuestion) -> Iterator[Branch]:
    least = group.min_rows or 0
    for count in (MOST_ROWS, 1):
        if count <= group.max_rows and (count >= least or count == MOST_ROWS):
            yield Branch(Kind.ROWS, group.id, count)
    if group.required is not True:
        yield Branch(Kind.ROWS, group.id, 0)


def branches_met(form: Form, answers: Answers, *, today: dt.date) -> frozenset[Branch]:
    """The branches that these answers go through, whether or not they are complete. Never raises."""
    visit = _Listening(form, answers, today)
    met: set[Branch] = set()
    for page in form.pages:
        for shown in visit.page(page):
            met.update(_met_by(shown))
            met.update(branch for row in shown.rows for inner in row.questions for branch in _met_by(inner))
    return frozenset(met | visit.met)


class _Listening(Visit):
    """A visit that remembers how its conditions came out."""

    def __init__(self, form: Form, answers: Answers, today: dt.date) -> None:
        super().__init__(form, answers, today)
        self.met: Final[set[Branch]] = set()

    def holds(self, owner: str, key: str, expression: str, bindings: Mapping[str, Any]) -> bool:
        is_met = super().holds(owner, key, expression, bindings)
        self.met.add(Branch(Kind(key), owner, is_met))
        return is_met


def _met_by(shown: Shown) -> Iterator[Branch]:
    question = shown.question
    if isinstance(question, RepeatQuestion):
        yield Branch(Kind.ROWS, question.id, min(len(shown.rows), MOST_ROWS))
    elif question.is_answered:
        yield Branch(Kind.ANSWER, question.id, shown.is_answered)
    if shown.is_valid:
        yield from _chosen(question, shown.value)


def _chosen(question: Question, value: Any) -> Iterator[Branch]:
    if isinstance(question, YesNoQuestion | OneOfQuestion):
        yield Branch(Kind.CHOICE, question.id, value)
    elif isinstance(question, ManyOfQuestion):
        yield from (Branch(Kind.CHOICE, question.id, one) for one in value or [NONE_CHOSEN])
    elif may_leave_parts(question) and (has_all := has_optional_parts(question, value)) is not None:
        yield Branch(Kind.PARTS, question.id, has_all)


def may_leave_parts(question: Question) -> bool:
    """Whether some part may be left empty, but not all: then the whole would be no answer."""
    if not isinstance(question, PersonQuestion | OrganisationQuestion):
        return False
    return 0 < len(question.optional) < len(question.ask)


def has_optional_parts(question: Question, value: Any) -> bool | None:
    """Whether all parts that may be left empty are there; None if only some are."""
    optional: tuple[str, ...] = getattr(question, "optional", ())
    there = [part in value for part in optional] if isinstance(value, dict) else []
    if not there or any(there) is not all(there):
        return None
    return all(there)
