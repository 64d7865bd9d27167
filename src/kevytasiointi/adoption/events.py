"""What happened to adoptions. Ids only: a listener reads what is true when it runs."""

from dataclasses import dataclass

from kevytasiointi.ledger.events import Event


@dataclass(frozen=True, slots=True)
class AnswerersChanged(Event):
    """From some day on the adoption answers in fewer places, or nowhere: its drafts are concerned."""

    adoption_event_id: int


@dataclass(frozen=True, slots=True)
class MailboxAsked(Event):
    confirmation_id: int


@dataclass(frozen=True, slots=True)
class RightEnding(Event):
    """The authority's right to the national identification ends soon."""

    reminder_id: int


@dataclass(frozen=True, slots=True)
class NoticeDecided(Event):
    """The service owner has confirmed or returned a joining notice."""

    notice_event_id: int


@dataclass(frozen=True, slots=True)
class NoticeSent(Event):
    """An authority asks to join; the service owner decides."""

    notice_id: int
