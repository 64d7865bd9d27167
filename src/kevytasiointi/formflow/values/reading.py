"""The shape of reading: what was typed in the sub-fields, and why it can't be read."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kevytasiointi.formflow.problems import Param

Fields: TypeAlias = Mapping[str, Sequence[str]]
"""Sub-field → what was typed there; `""` is the whole answer of a simple type."""


class Unreadable(Exception):  # noqa: N818 - what was typed is at fault, not the program
    """What was typed isn't an answer; `code` names why."""

    def __init__(self, code: str, *, part: str = "", **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.part = part
        self.params = params


def typed_in(fields: Fields, part: str = "") -> str:
    """What stands in one sub-field, "" if nothing."""
    return next(iter(fields.get(part, ())), "")
