"""What somebody types in the forms of a few procedures, and what may be said of each form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from kevytasiointi.formflow.answers import Answers, key_of
from kevytasiointi.formflow.spec import Form
from support.filling import Application, filled_in, procedure

the: Final = cache(procedure)
"""The procedure with this id, read once."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One procedure's form.

    `branches` are whole applications. `demanded` names what can't be left out, on which branch; `parts`
    what can't be left out of a row of a group. Nobody is asked more than `most` questions.
    """

    branches: Mapping[str, Application]
    demanded: Mapping[str, Sequence[str]]
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    most: int
    secret: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()

    def with_group(self, group: str) -> Application:
        return next(application for application in self.branches.values() if group in application)


def answered(form: Form, application: Application, language: str = "fi") -> Answers:
    """As `filled_in`, with identity codes sealed apart from the answers, as the service keeps them."""
    codes = {question.id for question in form.questions() if question.type == "identity_code"}
    kept: dict[str, Any] = {}
    sealed: set[str] = set()
    for question, typed in application.items():
        if isinstance(typed, list):
            sealed |= {
                key_of(part, group=question, row=f"row{number}")
                for number, row in enumerate(typed)
                for part in codes
                if part in row
            }
            kept[question] = [row if isinstance(row, str) else _open(row, codes) for row in typed]
        else:
            kept[question] = typed
    return Answers(filled_in(form, kept, language).values, frozenset(sealed))


def _open(row: Mapping[str, Any], codes: set[str]) -> Mapping[str, Any]:
    return {part: typed for part, typed in row.items() if part not in codes}
