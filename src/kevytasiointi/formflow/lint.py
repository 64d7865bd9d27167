"""What a form may be published with, but its author should look at."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.conditions import NO, YES, Truth, answered, condition_faults, conditions_of, sites
from kevytasiointi.formflow.spec import Form, ManyOfQuestion, OneOfQuestion, Place, YesNoQuestion

_MAX_COMBINATIONS: Final = 4096


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is the path of keys and positions from the form; `is_error` ones can't be published."""

    code: str
    place: Place
    message: str
    mend: str
    is_error: bool = False


def lint(form: Form) -> tuple[Finding, ...]:
    """Errors of conditions first, then advice, each in reading order."""
    errors = tuple(
        Finding("condition", fault.place, fault.message, fault.mend, is_error=True) for fault in condition_faults(form)
    )
    if errors:
        return errors
    return (*_without_purpose(form), *_without_english(form), *_settled_conditions(form), *_open_identity(form))


def _without_purpose(form: Form) -> Iterator[Finding]:
    for place, question in form.placed_questions():
        if question.purpose is None and question.type not in ("information", "declaration", "repeat"):
            yield Finding(
                "purpose",
                place,
                f"“{question.id}” doesn't say why it is asked",
                "Add “purpose:” with the provision that needs the answer, or leave the question out.",
            )


def _open_identity(form: Form) -> Iterator[Finding]:
    for place, question in form.placed_questions():
        if question.is_secret and question.publicity == "public":
            yield Finding(
                "publicity",
                (*place, "publicity"),
                f"“{question.id}” asks for an identity code and is marked public",
                "Write publicity: personal, or secret with its ground.",
            )


def _without_english(form: Form) -> Iterator[Finding]:
    for place, text in _texts(form, ()):
        if "en" not in text:
            yield Finding("english", place, "the text has no English", "Add en: shared forms are in three languages.")


def _texts(part: Any, place: Place) -> Iterator[tuple[Place, Text]]:
    if isinstance(part, Text):
        if part:
            yield place, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name), (*place, name))
    elif isinstance(part, tuple):
        for number, item in enumerate(part):
            yield from _texts(item, (*place, number))


def _settled_conditions(form: Form) -> Iterator[Finding]:
    """Conditions that come out the same whatever is chosen, where all that they ask for are choices."""
    for site in sites(form):
        outcomes = _outcomes(form, site.expression)
        if outcomes and YES not in outcomes:
            message, mend = (
                "can never be true",
                "Nobody would see this. Mend the condition, or leave out what it rules.",
            )
        elif outcomes == {YES}:
            message, mend = "is always true", "Leave the condition out."
        else:
            continue
        yield Finding("settled", site.place, f"the condition of “{site.owner}” {message}", mend)


def _outcomes(form: Form, expression: str) -> set[Truth]:
    """What the condition can come to; nothing if that can't be tried out."""
    conditions = conditions_of(form)
    referred = conditions.references(expression).variables & conditions.variables.keys()
    asked = {name.removeprefix("answered.") for name in referred}
    choices = [_choices(form, name) for name in sorted(asked)]
    if not choices or not all(choices):
        return set()
    combinations = itertools.islice(itertools.product(*choices), _MAX_COMBINATIONS + 1)
    outcomes: set[Truth] = set()
    for count, combination in enumerate(combinations):
        if count == _MAX_COMBINATIONS:
            return set()
        bindings = {name: value for one in combination for name, value in one.items()}
        truth = conditions.evaluate(expression, bindings)
        outcomes.add(YES if truth is YES else NO)
    return outcomes


def _choices(form: Form, name: str) -> list[Mapping[str, Any]]:
    """Every way to answer a question of choices, being left open among them; nothing for other questions."""
    question = form.question(name)
    values: list[Any]
    if isinstance(question, YesNoQuestion):
        values = [True, False]
    elif isinstance(question, OneOfQuestion):
        values = [option.id for option in question.options]
    elif isinstance(question, ManyOfQuestion):
        ids = [option.id for option in question.options]
        values = [[], *([one] for one in ids), *(list(pair) for pair in itertools.combinations(ids, 2)), ids]
    else:
        return []
    left_open: Mapping[str, Any] = {answered(name): False}
    return [left_open, *({name: value, answered(name): True} for value in values)]
