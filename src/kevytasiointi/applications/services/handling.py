"""What an official does to a case: open it, take it, name its number, move it on."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from kevytasiointi.applications.events import StatusChanged
from kevytasiointi.applications.models import Application, HistoryEntry
from kevytasiointi.applications.rules import (
    LONGEST_CASE_NUMBER,
    LONGEST_NOTE,
    FactKind,
    HistoryKind,
    Move,
    Mover,
    Status,
    find_move,
)
from kevytasiointi.applications.services.writing import lock, note_fact, refuse_unless_handler, write_history
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


class ChangedMeanwhile(Refusal):
    """Somebody else has moved the case since the page was opened; look again before deciding."""

    code = "changed_meanwhile"


class MoveNotAllowed(Refusal):
    code = "move_not_allowed"


class NoteMissing(Refusal):
    """This move takes back what the customer was told; the reason is theirs to read."""

    code = "note_missing"


class OutcomeMissing(Refusal):
    """Handled how? The outcome must be one of the procedure's own."""

    code = "outcome_missing"


class TextTooLong(Refusal):
    code = "text_too_long"


@transaction.atomic
def open_case(*, application: Application, actor: Account, now: dt.datetime) -> None:
    """Log that an official looked; the first look is a fact of the delivery trail.

    The look is refused (the exception is let through) if it can't be logged: tiedonhallintalaki 17 §.
    """
    _log(application, "application.viewed", actor, now)
    note_fact(application=application, kind=FactKind.OPENED, now=now)


@transaction.atomic
def log_taken_out(*, application: Application, what: str, actor: Account, now: dt.datetime) -> None:
    """Log that an official took the package, the PDF or a file (`what`, an opaque id) out of the service."""
    _log(application, "application.taken_out", actor, now, what=what)


@transaction.atomic
def take(*, application: Application, actor: Account, seen: int, now: dt.datetime) -> None:
    """Take the case into handling and become its handler. Taking one's own case again changes nothing."""
    application = _lock_as_seen(application, actor, seen, now)
    move = find_move(application.state, Status.IN_HANDLING, Mover.OFFICIAL, application.way)
    if move is not None and not move.needs_note:
        _move(application, move, actor, now)
    elif application.state is not Status.IN_HANDLING:
        raise MoveNotAllowed
    _hand_to(application, actor, actor, now)


@transaction.atomic
def hand_over(*, application: Application, handler: Account, actor: Account, seen: int, now: dt.datetime) -> None:
    """Name another official of the same authority as the handler. Who may be named is the caller's query."""
    application = _lock_as_seen(application, actor, seen, now)
    if not application.is_open:
        raise MoveNotAllowed
    _hand_to(application, handler, actor, now)


@transaction.atomic
def set_case_number(*, application: Application, case_number: str, actor: Account, seen: int, now: dt.datetime) -> None:
    """The identifier in the authority's own case management: from here on the data is carried over."""
    application = _lock_as_seen(application, actor, seen, now)
    case_number = case_number.strip()
    if len(case_number) > LONGEST_CASE_NUMBER:
        raise TextTooLong
    if case_number == application.case_number:
        return
    application.case_number = case_number
    application.save(update_fields=["case_number"])
    if case_number:
        note_fact(application=application, kind=FactKind.CARRIED_OVER, now=now)
    write_history(application=application, kind=HistoryKind.CASE_NUMBER, mover=Mover.OFFICIAL, actor=actor, now=now)
    _log(application, "application.case_number", actor, now)


@dataclass(frozen=True, slots=True)
class Decision:
    """Where the official moves the case. `outcome` is an id of `statuses.yaml`; the customer reads `note`."""

    target: Status
    outcome: str = ""
    note: str = ""


@transaction.atomic
def change_status(
    *, application: Application, decision: Decision, actor: Account, seen: int, now: dt.datetime
) -> HistoryEntry:
    """Move the case by hand; the customer is told that it moved, and reads the rest in the service."""
    application = _lock_as_seen(application, actor, seen, now)
    move = _allowed_move(application, decision)
    application.outcome = decision.outcome if move.needs_outcome else ""
    return _move(application, move, actor, now, note=decision.note.strip())


def _allowed_move(application: Application, decision: Decision) -> Move:
    move = find_move(application.state, decision.target, Mover.OFFICIAL, application.way)
    if move is None:
        raise MoveNotAllowed
    if len(decision.note) > LONGEST_NOTE:
        raise TextTooLong
    if move.needs_note and not decision.note.strip():
        raise NoteMissing
    if move.needs_outcome and decision.outcome not in catalogue.outcomes_of(application.procedure):
        raise OutcomeMissing
    return move


def _lock_as_seen(application: Application, actor: Account, seen: int, now: dt.datetime) -> Application:
    """The locked row, refused if its history has gone on since the page that shows `seen` entries."""
    application = lock(application)
    refuse_unless_handler(application=application, actor=actor, now=now)
    if application.history.count() != seen:
        raise ChangedMeanwhile
    return application


def _move(
    application: Application, move: Move | None, actor: Account, now: dt.datetime, *, note: str = ""
) -> HistoryEntry:
    if move is None:
        raise MoveNotAllowed
    application.status = move.target
    application.status_changed_at = now
    if move.target is Status.IN_HANDLING and application.handling_started_at is None:
        application.handling_started_at = now
    application.save(update_fields=["status", "outcome", "status_changed_at", "handling_started_at"])
    if application.is_external:
        # The authority has it: until now only the customer has said so.
        note_fact(application=application, kind=FactKind.RECEIVED, now=now)
    entry = write_history(
        application=application, kind=HistoryKind.STATUS, mover=move.by, actor=actor, now=now, note=note
    )
    _log(application, f"application.{move.target}", actor, now)
    publish(StatusChanged(history_id=entry.pk), now=now)
    return entry


def _hand_to(application: Application, handler: Account, actor: Account, now: dt.datetime) -> None:
    if application.handler_id == handler.pk:
        return
    application.handler = handler
    application.save(update_fields=["handler"])
    write_history(application=application, kind=HistoryKind.HANDLER, mover=Mover.OFFICIAL, actor=actor, now=now)
    _log(application, "application.handler", actor, now)


def _log(application: Application, action: str, actor: Account, now: dt.datetime, **detail: str) -> None:
    record(
        action=action,
        actor=actor.public_id,
        authority=application.authority.public_id,
        object_kind="application",
        object_id=application.public_id,
        now=now,
        detail=detail,
    )
