"""Work that follows from an event. At least once: each may run again and then changes nothing."""

from django.db import transaction
from django_tasks import task

from kevytasiointi.applications import notices, queries
from kevytasiointi.applications.models import Application, HistoryEntry, Message, Rehearsal, Submission
from kevytasiointi.applications.rules import FactKind, Mover, Status
from kevytasiointi.applications.services import rehearsing
from kevytasiointi.applications.services.writing import note_fact
from kevytasiointi.core import clock
from kevytasiointi.ledger import jobs
from kevytasiointi.notifications.notices import Notice
from kevytasiointi.notifications.services import deliver


@task
def alert_authority(submission_id: int, job_id: str) -> None:
    """Tell the role address that something waits; that the mail server took it is a fact of the trail."""
    _alert("alert_new", _application_sent(submission_id), job_id)


@task
def alert_of_sent_elsewhere(application_id: int, job_id: str) -> None:
    """Tell the role address that the customer says to have sent something in the authority's own service."""
    application = Application.objects.select_related("adoption", "procedure").get(pk=application_id)
    _alert("alert_elsewhere", application, job_id)


@task
def confirm_to_customer(submission_id: int, job_id: str) -> None:
    _tell(notices.to_customer("receipt", _application_sent(submission_id)), job_id)


@task
def tell_of_status(history_id: int, job_id: str) -> None:
    """Tell the other side that the status moved: an official's move the customer, a withdrawal the authority."""
    entry = HistoryEntry.objects.select_related("application__adoption", "application__procedure").get(pk=history_id)
    if entry.mover == Mover.CUSTOMER:
        _tell(notices.to_authority("withdrawn", entry.application), job_id)
        return
    if _tell(notices.to_customer("status_changed", entry.application), job_id):
        with transaction.atomic():
            note_fact(application=entry.application, kind=FactKind.TOLD, now=clock.now())


@task
def tell_of_message(message_id: int, job_id: str) -> None:
    message = Message.objects.select_related("application__adoption", "application__procedure").get(pk=message_id)
    if message.sender == Mover.CUSTOMER:
        _tell(notices.to_authority("alert_message", message.application), job_id)
    else:
        _tell(notices.to_customer("message_to_customer", message.application), job_id)


@task
def tell_drafts(adoption_event_id: int) -> None:
    """Queue a letter for each draft that will have to go elsewhere, or nowhere; one job each, so that none is told twice."""
    now = clock.now()
    with transaction.atomic():
        for draft in queries.drafts_concerned(adoption_event_id):
            jobs.add(task=tell_draft, arguments={"application_id": draft.pk}, now=now)


@task
def tell_draft(application_id: int, job_id: str) -> None:
    """That something has changed about who takes the draft in; what, is told on its page. Not if it has been sent."""
    application = Application.objects.select_related("procedure", "customer__account").get(pk=application_id)
    if application.state is Status.DRAFT and not application.is_with_authority:
        _tell(notices.to_drafter("draft_affected", application), job_id)


@task
def send_made_up_application(rehearsal_id: int) -> None:
    """The made-up customer of a rehearsal fills in the form and sends it."""
    rehearsing.send_made_up(rehearsal=Rehearsal.objects.get(pk=rehearsal_id), now=clock.now())


@task
def answer_for_made_up_customer(message_id: int) -> None:
    """In a rehearsal an official's message is answered; where the customer is real, by the customer alone."""
    message = Message.objects.select_related("application__rehearsal").get(pk=message_id)
    rehearsing.answer_as_customer(message=message, now=clock.now())


def _application_sent(submission_id: int) -> Application:
    return (
        Submission.objects.select_related("application__adoption", "application__procedure").get(pk=submission_id)
    ).application


def _alert(template: str, application: Application, job_id: str) -> None:
    now = clock.now()
    deliver(notice=notices.to_authority(template, application), key=job_id, now=now)
    with transaction.atomic():
        note_fact(application=application, kind=FactKind.ALERTED, now=now)


def _tell(notice: Notice | None, job_id: str) -> bool:
    """Whether there was somebody to tell."""
    if notice is not None:
        deliver(notice=notice, key=job_id, now=clock.now())
    return notice is not None
