"""Between what people type and what is stored: one canonical form for each type of question."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.formflow.spec import Question
from kevytasiointi.formflow.values.kinds import KINDS, kind_of
from kevytasiointi.formflow.values.reading import Fields, Unreadable


@dataclass(frozen=True, slots=True)
class Parsed:
    """Nothing typed: neither. Typed but no answer: the problem, and the caller keeps what was typed."""

    value: JSON = None
    problem: Problem | None = None


def parse(question: Question, fields: Fields) -> Parsed:
    """What was typed in the question's sub-fields, as a canonical value.

    Not for repeating groups, whose rows' questions are parsed one by one, nor for information (`KeyError`).
    Limits that hang on today, and requiredness, are the engine's.
    """
    try:
        return Parsed(kind_of(question).read(question, fields))
    except Unreadable as unreadable:
        return Parsed(problem=problem_of(question, unreadable))


def fields_of(question: Question, value: JSON) -> Mapping[str, list[str]]:
    """What the inputs show for a stored value; nothing for none, or for one of another shape."""
    kind = kind_of(question)
    return kind.show(question, value) if value is not None and _has_shape(question, value) else {}


def parts_of(question: Question) -> tuple[str, ...]:
    """The sub-fields of the question in order; `("",)` where the answer has one."""
    return kind_of(question).parts(question)


def fault_in(question: Question, value: JSON) -> Problem | None:
    """Why a stored value isn't a canonical answer to the question within its limits; None if it is.

    Total: the value may be anything JSON can say.
    """
    if question.type not in KINDS or not _has_shape(question, value):
        return Problem(question.id, "invalid")
    try:
        again = kind_of(question).read(question, kind_of(question).show(question, value))
    except Unreadable as unreadable:
        return problem_of(question, unreadable)
    return None if again == value else Problem(question.id, "invalid")


def problem_of(question: Question, unreadable: Unreadable) -> Problem:
    return Problem(question.id, unreadable.code, part=unreadable.part, params=unreadable.params)


def _has_shape(question: Question, value: JSON) -> bool:
    try:
        kind_of(question).shape.validate_python(value)
    except ValidationError:
        return False
    return True
