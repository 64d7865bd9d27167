"""What a person has answered: canonical values by question id, and which secrets exist elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

JSON: TypeAlias = bool | int | float | str | list["JSON"] | dict[str, "JSON"] | None


@dataclass(frozen=True, slots=True)
class Answers:
    """`values` by question id. The others by key, `x`, or `group.row.x` in a row of a repeating group.

    `sealed` names the secret answers that exist. `typed` is what was typed, by sub-field, where that is
    no answer (yet): it is a problem to be mended, even where the question might be left empty.
    """

    values: Mapping[str, JSON] = field(default_factory=dict)
    sealed: frozenset[str] = frozenset()
    typed: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What one page stores. Each mapping changes the keys it has and leaves the rest; None removes.

    `values` by question; `typed` by key (`x`, or `group.row.x`): what was typed but is no answer,
    by sub-field; `secrets` by key.
    """

    values: dict[str, JSON] = field(default_factory=dict)
    typed: dict[str, dict[str, list[str]] | None] = field(default_factory=dict)
    secrets: dict[str, str | None] = field(default_factory=dict)


def key_of(question_id: str, *, group: str | None = None, row: str | None = None) -> str:
    """The name of one place for an answer: `x`, or `group.row.x` inside a repeating group."""
    return f"{group}.{row}.{question_id}" if group and row else question_id
