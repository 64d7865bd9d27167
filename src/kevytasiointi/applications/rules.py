"""Statuses, who may move an application where, and what must come with the move. Pure.

The meanings are the same for every procedure; their names per kind of procedure are data
(`definitions/statuses.yaml`). Outcomes are data too.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_HANDLING = "in_handling"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENTED = "supplemented"
    HANDLED = "handled"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def is_open(self) -> bool:
        """The authority still has something to do."""
        return self in _OPEN

    @property
    def is_sent(self) -> bool:
        return self not in {Status.DRAFT, Status.EXPIRED}


_OPEN = frozenset({Status.SUBMITTED, Status.IN_HANDLING, Status.SUPPLEMENT_REQUESTED, Status.SUPPLEMENTED})


class Mover(StrEnum):
    CUSTOMER = "customer"
    OFFICIAL = "official"
    SYSTEM = "system"


class Channel(StrEnum):
    ONLINE = "online"
    ASSISTED = "assisted"
    EXTERNAL = "external"


class HistoryKind(StrEnum):
    """What people see in the history of an application."""

    SENT = "sent"
    STATUS = "status"
    HANDLER = "handler"
    CASE_NUMBER = "case_number"
    REROUTED = "rerouted"
    SENT_ELSEWHERE = "sent_elsewhere"


class FactKind(StrEnum):
    """The delivery trail: facts with a time, each noted once. `design.md` calls them no statuses."""

    RECEIVED = "received"
    ALERTED = "alerted"
    OPENED = "opened"
    CARRIED_OVER = "carried_over"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Move:
    source: Status
    target: Status
    by: Mover
    needs_note: bool = False
    needs_outcome: bool = False


MOVES: tuple[Move, ...] = (
    Move(Status.DRAFT, Status.SUBMITTED, Mover.CUSTOMER),
    Move(Status.DRAFT, Status.EXPIRED, Mover.SYSTEM),
    Move(Status.SUBMITTED, Status.IN_HANDLING, Mover.OFFICIAL),
    Move(Status.SUBMITTED, Status.HANDLED, Mover.OFFICIAL, needs_outcome=True),
    Move(Status.IN_HANDLING, Status.HANDLED, Mover.OFFICIAL, needs_outcome=True),
    Move(Status.SUPPLEMENTED, Status.IN_HANDLING, Mover.OFFICIAL),
    Move(Status.SUPPLEMENTED, Status.HANDLED, Mover.OFFICIAL, needs_outcome=True),
    # A correction: the customer has been told an outcome that was not right, so the reason is theirs to read.
    Move(Status.HANDLED, Status.IN_HANDLING, Mover.OFFICIAL, needs_note=True),
    Move(Status.SUBMITTED, Status.WITHDRAWN, Mover.CUSTOMER),
    Move(Status.IN_HANDLING, Status.WITHDRAWN, Mover.CUSTOMER),
)


EXTERNAL_MOVES: tuple[Move, ...] = (
    # It is sent elsewhere: that it has arrived there is the authority's to say, not the customer's.
    Move(Status.DRAFT, Status.SUBMITTED, Mover.OFFICIAL),
    Move(Status.DRAFT, Status.IN_HANDLING, Mover.OFFICIAL),
    Move(Status.DRAFT, Status.HANDLED, Mover.OFFICIAL, needs_outcome=True),
    Move(Status.DRAFT, Status.WITHDRAWN, Mover.CUSTOMER),
    Move(Status.DRAFT, Status.EXPIRED, Mover.SYSTEM),
    *(move for move in MOVES if move.by is Mover.OFFICIAL),
)
"""Of an application that is filled in, sent and withdrawn in the authority's own service."""


def moves_of(channel: Channel) -> tuple[Move, ...]:
    return EXTERNAL_MOVES if channel is Channel.EXTERNAL else MOVES


def find_move(source: Status, target: Status, by: Mover, channel: Channel = Channel.ONLINE) -> Move | None:
    """The allowed move, or None."""
    return next((move for move in moves_from(source, by, channel) if move.target is target), None)


def moves_from(source: Status, by: Mover, channel: Channel = Channel.ONLINE) -> tuple[Move, ...]:
    return tuple(m for m in moves_of(channel) if m.source is source and m.by is by)


LONGEST_MESSAGE = 4000
LONGEST_NOTE = 1000
LONGEST_CASE_NUMBER = 60
DRAFT_FILES_CEILING = 100 * 1024 * 1024
"""Bytes of attachments in one draft."""
