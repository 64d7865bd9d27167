"""What the conditions of a form compare answers with: the values at which a branch may turn."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from kevytasiointi.formflow.conditions import ConditionError, Site, answered, asked_question, conditions_of, sites
from kevytasiointi.formflow.spec import Form

_TEXT: Final = re.compile(r"""r?"([^"\\]*(?:\\.[^"\\]*)*)"|r?'([^'\\]*(?:\\.[^'\\]*)*)'""")
_NUMBER: Final = re.compile(r"(?<![\w.])-?[0-9]+(?:\.[0-9]+)?")
_ESCAPE: Final = re.compile(r"\\(.)")


@dataclass(slots=True)
class Hints:
    """Texts and numbers that stand in the conditions which ask for a question.

    More than are compared with it may be here: a value too many costs a try, a value too few a branch.
    `is_asked` says that some condition asks for the question, `by_value` that one asks for more than whether it has
    an answer.
    """

    texts: dict[str, None] = field(default_factory=dict)
    numbers: dict[Decimal, None] = field(default_factory=dict)
    is_asked: bool = False
    by_value: bool = False


def hints_of(form: Form) -> Mapping[str, Hints]:
    """The hints of each question, by its id. Conditions that can't be compiled give none."""
    found = {question.id: Hints() for question in form.questions()}
    for site in sites(form):
        for name in names_in(form, site):
            hints = found[asked_question(form, name)]
            hints.is_asked = True
            hints.by_value = hints.by_value or name != answered(asked_question(form, name))
            hints.texts |= dict.fromkeys(_texts(site.expression))
            hints.numbers |= dict.fromkeys(_numbers(site.expression))
    return found


def names_in(form: Form, site: Site) -> frozenset[str]:
    """The names of answers that the condition asks for."""
    conditions = conditions_of(form)
    try:
        return frozenset(conditions.references(site.expression).variables & conditions.answer_names)
    except ConditionError:
        return frozenset()


def _texts(expression: str) -> list[str]:
    return [_ESCAPE.sub(r"\1", double or single) for double, single in _TEXT.findall(expression)]


def _numbers(expression: str) -> list[Decimal]:
    return [Decimal(number) for number in _NUMBER.findall(_TEXT.sub('""', expression))]
