"""An application that is filled in and sent in the authority's own service: here it has a row, and no answers."""

import datetime as dt

from django.db import transaction

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.applications.events import ApplicationSentElsewhere
from kevytasiointi.applications.models import Application, Project
from kevytasiointi.applications.rules import Channel, HistoryKind, Mover, Status
from kevytasiointi.applications.services.writing import free_reference, lock, write_history
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.principal import Principal
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


class NothingSentElsewhere(Refusal):
    """It is filled in here, or it was withdrawn or expired before it was sent."""

    code = "nothing_sent_elsewhere"


@transaction.atomic
def begin(
    *, applicant: Principal, adoption: Adoption, municipality: Municipality, language: str, now: dt.datetime
) -> Application:
    """Make the row on which the customer follows what they do in the authority's own service.

    It has its reference from the start, so that it can be told there. A row that hasn't been told to
    be sent is given again, so that a double click makes one.
    """
    if begun := _begun(applicant, adoption, municipality):
        return begun
    project = Project.objects.create(customer=applicant.customer, municipality=municipality, created_at=now)
    application = Application(
        project=project,
        procedure=adoption.procedure,
        authority=adoption.authority,
        adoption=adoption,
        municipality=municipality,
        channel=Channel.EXTERNAL,
        customer=applicant.customer,
        language=language,
        reference=free_reference(),
        status_changed_at=now,
        created_at=now,
    )
    application.save()
    _log("application.started", application, applicant, now)
    return application


@transaction.atomic
def tell_sent(*, application: Application, sender: Principal, now: dt.datetime) -> None:
    """The customer tells that they have sent it there; the authority is alerted, and from now on sees the row.

    It is history and no status: when it has arrived, the authority says. Telling again changes nothing.
    """
    application = lock(application)
    if application.sent_elsewhere_at is not None:
        return
    if not application.is_external or application.state is not Status.DRAFT:
        raise NothingSentElsewhere
    application.sent_elsewhere_at = now
    application.save(update_fields=["sent_elsewhere_at"])
    write_history(
        application=application,
        kind=HistoryKind.SENT_ELSEWHERE,
        mover=Mover.CUSTOMER,
        actor=sender.account,
        now=now,
    )
    _log("application.sent_elsewhere", application, sender, now)
    publish(ApplicationSentElsewhere(application_id=application.pk), now=now)


def _begun(applicant: Principal, adoption: Adoption, municipality: Municipality) -> Application | None:
    return Application.objects.filter(
        customer=applicant.customer,
        adoption=adoption,
        municipality=municipality,
        channel=Channel.EXTERNAL,
        status=Status.DRAFT,
        sent_elsewhere_at=None,
    ).first()


def _log(action: str, application: Application, person: Principal, now: dt.datetime) -> None:
    record(
        action=action,
        actor=person.account.public_id,
        authority="",
        object_kind="application",
        object_id=application.public_id,
        now=now,
    )
