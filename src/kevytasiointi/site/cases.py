"""How an application is told to people, alike for customer and official: status, answers, history, trail."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, HistoryEntry, Message, Submission
from kevytasiointi.applications.rules import FactKind, HistoryKind, Mover, Status
from kevytasiointi.catalogue import statuses
from kevytasiointi.formflow.sheet import Sheet


@dataclass(frozen=True, slots=True)
class StatusName:
    """The name of a status, and of the outcome where there is one, in words and as a look (`tone`)."""

    label: str
    explanation: str
    tone: str


_TONES = {
    Status.DRAFT: "draft",
    Status.SUBMITTED: "waiting",
    Status.IN_HANDLING: "going",
    Status.SUPPLEMENT_REQUESTED: "yours",
    Status.SUPPLEMENTED: "waiting",
    Status.HANDLED: "done",
}


def status_name(application: Application, language: str) -> StatusName:
    if application.is_external and application.state is Status.DRAFT:
        return _status_elsewhere(application)
    return StatusName(
        label=named(application, application.status, application.outcome, language),
        explanation=statuses.status(application.procedure.kind, application.status).explanation.in_language(language),
        tone=_TONES.get(application.state, "closed"),
    )


def _status_elsewhere(application: Application) -> StatusName:
    """Until the authority has set a status, there is only what the customer has told."""
    if application.is_with_authority:
        told = _("You have said that you sent this. The authority sets the status here when it has it.")
        return StatusName(_("Sent in the authority's own service"), told, "waiting")
    wait = _("The authority does not see this here before you say that you have sent it.")
    return StatusName(_("Not sent yet"), wait, "draft")


def named(application: Application, status: str, outcome: str, language: str) -> str:
    """A status, with its outcome where there is one, as this kind of procedure calls it."""
    label = statuses.status(application.procedure.kind, status).name.in_language(language)
    return f"{label}: {statuses.outcome(outcome).name.in_language(language)}" if outcome else label


@dataclass(frozen=True, slots=True)
class HistoryLine:
    at: dt.datetime
    what: str
    who: str
    note: str


def history_lines(application: Application, language: str) -> Sequence[HistoryLine]:
    return [
        HistoryLine(entry.at, _what(entry, application, language), _who(entry), entry.note)
        for entry in queries.history_of(application)
    ]


def _what(entry: HistoryEntry, application: Application, language: str) -> str:
    if entry.kind == HistoryKind.SENT:
        return _("Sent")
    if entry.kind == HistoryKind.SENT_ELSEWHERE:
        return _("The customer has said that it was sent in the authority's own service")
    if entry.kind == HistoryKind.HANDLER:
        return _("Handler named")
    if entry.kind == HistoryKind.CASE_NUMBER:
        return _("Case number entered")
    if entry.kind == HistoryKind.REROUTED:
        return _("The authority that takes this in changed")
    return named(application, entry.status, entry.outcome, language)


def _who(entry: HistoryEntry) -> str:
    if entry.actor is None or entry.mover == Mover.SYSTEM:
        return _("the service")
    return entry.actor.name


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step of the delivery trail: done at a time, or still to come."""

    label: str
    at: dt.datetime | None

    @property
    def is_done(self) -> bool:
        return self.at is not None


def trail_steps(application: Application) -> Sequence[TrailStep]:
    """The trail that nothing is silently lost on, in the order it is walked."""
    facts = queries.trail_of(application)
    handled_at = application.status_changed_at if application.state is Status.HANDLED else None
    alerted = TrailStep(_("Alert accepted by the authority's mail server"), facts.get(FactKind.ALERTED))
    opened = TrailStep(_("Opened by an official"), facts.get(FactKind.OPENED))
    received, carried_over = facts.get(FactKind.RECEIVED), facts.get(FactKind.CARRIED_OVER)
    handled = TrailStep(_("Handled"), handled_at)
    if application.is_external:
        told = TrailStep(_("Said to be sent in the authority's own service"), application.sent_elsewhere_at)
        return [told, alerted, opened, TrailStep(_("Arrival confirmed by the authority"), received), handled]
    carried = TrailStep(_("Carried over to the authority's case management"), carried_over)
    return [TrailStep(_("Received"), received), alerted, opened, carried, handled]


@dataclass(frozen=True, slots=True)
class Case:
    """All that both sides see of an application that has been sent.

    One that is done in the authority's own service has neither submission nor sheet here.
    """

    application: Application
    status: StatusName
    submission: Submission | None
    sheet: Sheet | None
    file_addresses: Mapping[str, str]
    history: Sequence[HistoryLine]
    trail: Sequence[TrailStep]
    messages: Sequence[Message]


def case_of(application: Application, *, language: str, file_view: str) -> Case:
    """The case in `language`; `file_view` names the address under which the reader may save its files."""
    submission = None if application.is_external else queries.first_submission(application)
    return Case(
        application=application,
        status=status_name(application, language),
        submission=submission,
        sheet=None if submission is None else queries.sent_sheet(submission, language=language),
        file_addresses=file_addresses(application, file_view),
        history=history_lines(application, language),
        trail=trail_steps(application),
        messages=list(queries.messages_of(application)),
    )


def file_addresses(application: Application, file_view: str) -> dict[str, str]:
    """Where each attachment can be saved from, by file id."""
    if application.is_external:
        return {}
    return {
        file_id: reverse(file_view, args=[application.public_id, file_id]) for file_id in queries.files_of(application)
    }
