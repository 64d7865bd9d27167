"""What statuses and outcomes are called. Their words are data, `definitions/statuses.yaml`, read once per process."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from kevytasiointi.catalogue.definition import StatusesDefinition
from kevytasiointi.catalogue.folder import FOLDER, STATUSES
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.loading import read

FILE: Final = FOLDER / STATUSES


@cache
def words() -> StatusesDefinition:
    """The words, or `DefinitionErrors`."""
    return read(FILE.read_text(encoding="utf-8"), file=FILE.name, model=StatusesDefinition)


@dataclass(frozen=True, slots=True)
class Words:
    """What a status or an outcome is called, and what it means to the customer, in one sentence."""

    name: Text
    explanation: Text


def status(kind: str, status: str) -> Words:
    """A status of a procedure of that kind: an application is sent, a notification is made."""
    found = words().statuses[status]
    by_kind = {str(of): name for of, name in found.names.items()}
    return Words(by_kind.get(kind, found.name), found.explanation)


def outcome(outcome: str) -> Words:
    found = words().outcomes[outcome]
    return Words(found.name, found.explanation)
