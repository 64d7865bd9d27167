"""What statuses and outcomes are called. Their words are data, `definitions/statuses.yaml`, read once per process."""

from functools import cache
from typing import Final

from django.conf import settings

from kevytasiointi.catalogue.definition import OutcomeWords, StatusesDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.loading import read

FILE: Final = settings.BASE_DIR / "definitions" / "statuses.yaml"


@cache
def words() -> StatusesDefinition:
    """The words, or `DefinitionErrors`."""
    return read(FILE.read_text(encoding="utf-8"), file=FILE.name, model=StatusesDefinition)


def status_name(status: str, *, kind: str) -> Text:
    """The name of a status for a kind of procedure: an application is sent, a notification is made."""
    status_words = words().statuses[status]
    return {str(of): name for of, name in status_words.names.items()}.get(kind, status_words.name)


def status_explanation(status: str) -> Text:
    """What the status means to the customer, in one sentence."""
    return words().statuses[status].explanation


def outcome_name(outcome: str) -> Text:
    return _outcome(outcome).name


def outcome_explanation(outcome: str) -> Text:
    return _outcome(outcome).explanation


def _outcome(outcome: str) -> OutcomeWords:
    return words().outcomes[outcome]
