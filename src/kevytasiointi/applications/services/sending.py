"""From a draft to a sent application: one transaction, once."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.db import transaction

from kevytasiointi.answers import queries as sheets
from kevytasiointi.answers import services as sheet_services
from kevytasiointi.applications.events import ApplicationSubmitted, StatusChanged
from kevytasiointi.applications.models import Application, NoSheetHere, Submission
from kevytasiointi.applications.rules import FactKind, HistoryKind, Mover, Status
from kevytasiointi.applications.services.routing import refuse_unless_taken_in
from kevytasiointi.applications.services.writing import free_reference, lock, note_fact, write_history
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.formflow.engine import check, shown_answers
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.identity.principal import Principal
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


class NotComplete(Refusal):
    """Something that is asked is missing or wrong; `problems` says what."""

    code = "not_complete"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class NotSendable(Refusal):
    """The draft has expired, or it never was one."""

    code = "not_sendable"


class TooLateToWithdraw(Refusal):
    """The authority has handled it, or it was never sent."""

    code = "too_late_to_withdraw"


@transaction.atomic
def submit(*, application: Application, sender: Principal, now: dt.datetime) -> Submission:
    """Send the application: once stored, it is stored whole, with its receipt due and the authority's alert queued.

    Sending again returns the same submission, whatever became of the application since; the
    application itself is the idempotency key, so two tabs need no token in common. Raises
    `NotComplete`, `NotSendable`, `NotOfferedAnyMore` or `AuthorityChanged`, and has then written nothing.
    """
    application = lock(application)
    if earlier := application.submissions.filter(number=1).first():
        return earlier
    _refuse_unless_sendable(application, now)
    answers = _complete_answers(application, now)
    application.reference = free_reference()
    application.status = Status.SUBMITTED
    application.status_changed_at = now
    application.save(update_fields=["reference", "status", "status_changed_at"])
    submission = _store(application, answers, sender, now)
    write_history(application=application, kind=HistoryKind.SENT, mover=Mover.CUSTOMER, actor=sender.account, now=now)
    note_fact(application=application, kind=FactKind.RECEIVED, now=now)
    _log("application.sent", application, sender, now)
    publish(ApplicationSubmitted(submission_id=submission.pk), now=now)
    return submission


@transaction.atomic
def withdraw(*, application: Application, sender: Principal, now: dt.datetime) -> None:
    """The customer takes the application back; an authority that has it is told. What was sent stays stored."""
    application = lock(application)
    if application.state is Status.WITHDRAWN:
        return
    if not application.may_be_withdrawn:
        raise TooLateToWithdraw
    authority_knows = application.is_with_authority
    application.status = Status.WITHDRAWN
    application.status_changed_at = now
    application.save(update_fields=["status", "status_changed_at"])
    entry = write_history(
        application=application, kind=HistoryKind.STATUS, mover=Mover.CUSTOMER, actor=sender.account, now=now
    )
    _log("application.withdrawn", application, sender, now)
    if authority_knows:
        publish(StatusChanged(history_id=entry.pk), now=now)


def _refuse_unless_sendable(application: Application, now: dt.datetime) -> None:
    if application.is_external:
        raise NoSheetHere
    if application.state is not Status.DRAFT:
        raise NotSendable
    if not application.is_rehearsal:  # what is rehearsed need not be in force yet
        refuse_unless_taken_in(application=application, now=now)


def _complete_answers(application: Application, now: dt.datetime) -> dict[str, Any]:
    """What is shown of the draft, checked as a whole. Text that is no answer yet counts as missing."""
    sheet = application.filled_sheet
    form = catalogue.definition_of(sheet.version).form
    answers = sheets.answers_of(sheet)
    today = finnish_day(now)
    if problems := check(form, answers, today=today):
        raise NotComplete(problems)
    sheet_services.close(sheet=sheet, now=now)
    return shown_answers(form, answers, today=today)


def _store(application: Application, answers: dict[str, Any], sender: Principal, now: dt.datetime) -> Submission:
    sheet = application.filled_sheet
    sealed_content = json.dumps(
        {"reference": application.reference, "version": sheet.version.sha256, "answers": answers},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return Submission.objects.create(
        application=application,
        number=1,
        answers=answers,
        version=sheet.version,
        language=sheet.language,
        sha256=hashlib.sha256(sealed_content.encode()).hexdigest(),
        received_at=now,
        sender=sender.account,
        principal=sender.customer,
    )


def _log(action: str, application: Application, sender: Principal, now: dt.datetime) -> None:
    record(
        action=action,
        actor=sender.account.public_id,
        authority="",
        object_kind="application",
        object_id=application.public_id,
        now=now,
    )
