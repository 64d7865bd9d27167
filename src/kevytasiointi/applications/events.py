"""What happened to applications. Ids only: a listener reads what is true when it runs."""

from dataclasses import dataclass

from kevytasiointi.ledger.events import Event


@dataclass(frozen=True, slots=True)
class ApplicationSubmitted(Event):
    submission_id: int


@dataclass(frozen=True, slots=True)
class ApplicationSentElsewhere(Event):
    """The customer has told that it was sent in the authority's own service."""

    application_id: int


@dataclass(frozen=True, slots=True)
class StatusChanged(Event):
    history_id: int


@dataclass(frozen=True, slots=True)
class RehearsalBegan(Event):
    rehearsal_id: int


@dataclass(frozen=True, slots=True)
class MessageSent(Event):
    message_id: int
