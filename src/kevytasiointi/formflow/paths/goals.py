"""What is searched for, and the places of a form in which answers stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import ManyOfQuestion, Page, Question, RepeatQuestion
from kevytasiointi.formflow.visit import is_nothing_chosen

Spot: TypeAlias = tuple[str, int]
"""A place for an answer: the id of a question, and the number of its row; `NO_ROW` outside repeating groups."""
NO_ROW: Final = -1
OPEN: Final = None
"""The question is shown and left empty."""
Assignment: TypeAlias = Mapping[Spot, JSON]
"""Answers to what is shown; of a repeating group its number of rows. What is hidden isn't in it."""


@dataclass(frozen=True, slots=True)
class Must:
    """A condition must come out so, outside rows or in one of a group's."""

    expression: str
    wanted: bool
    row: int = NO_ROW
    group: str = ""


Check: TypeAlias = Callable[[Question, JSON], bool]


@dataclass(frozen=True, slots=True)
class Goal:
    """What answers must bring about: how conditions come out, and which places are shown and what stands there."""

    musts: tuple[Must, ...] = ()
    wanted: Mapping[Spot, Check] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    spot: Spot
    page: Page
    question: Question
    group: RepeatQuestion | None = None

    @property
    def row(self) -> int:
        return self.spot[1]

    @property
    def group_itself(self) -> RepeatQuestion | None:
        """The group that this is, or stands in."""
        return self.group or (self.question if isinstance(self.question, RepeatQuestion) else None)

    @property
    def group_id(self) -> str:
        return self.group.id if self.group else ""


def count_in(value: JSON) -> int:
    return value if isinstance(value, int) else 0


def is_empty(question: Question, value: JSON) -> bool:
    return value is OPEN or is_nothing_chosen(question, value)


def says_nothing_by_empty(question: Question) -> bool:
    """A page with “many of” leaves an empty list behind, unless “none of these” can be chosen."""
    return isinstance(question, ManyOfQuestion) and not question.none_label
