"""What somebody types in the forms of a few procedures, and what may be said of each form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from support.filling import Application, procedure

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
