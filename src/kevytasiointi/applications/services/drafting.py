"""From "start" to the last answer: everything here is about a draft."""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption, ConnectionMethod
from kevytasiointi.answers import queries as sheet_queries
from kevytasiointi.answers import services as sheets
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Project
from kevytasiointi.applications.rules import DRAFT_FILES_CEILING, Status
from kevytasiointi.applications.services import elsewhere
from kevytasiointi.applications.services.routing import route
from kevytasiointi.applications.services.writing import lock
from kevytasiointi.attachments import queries as file_queries
from kevytasiointi.attachments import services as files
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.rules import MEBIBYTE
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.formflow.answers import Change
from kevytasiointi.formflow.engine import Shown
from kevytasiointi.formflow.spec import AttachmentQuestion
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.principal import Principal
from kevytasiointi.ledger.audit import record


class NotOfferedHere(Refusal):
    """No authority takes this procedure in here in that municipality today."""

    code = "not_offered_here"


class DraftIsFull(Refusal):
    """The draft's attachments together are as large as a draft may hold."""

    code = "draft_is_full"


class TooManyFiles(Refusal):
    code = "too_many_files"


@transaction.atomic
def start(
    *, applicant: Principal, procedure_slug: str, municipality_code: str, language: str, now: dt.datetime
) -> Application:
    """Open a draft towards the authority that answers for the procedure there today.

    An untouched draft of the same kind is given again, so that a double click makes one. Where the
    authority takes it in in a service of its own (`conditional`), only the row is made: see `elsewhere`.
    """
    procedure = catalogue.procedure(procedure_slug)
    municipality = authorities.find_municipality(municipality_code, finnish_day(now))
    adoption = municipality and adoptions.competent(procedure=procedure, municipality=municipality, on=finnish_day(now))
    if municipality is None or not adoption or adoption.method == ConnectionMethod.INTEGRATED:
        raise NotOfferedHere
    if adoption.method == ConnectionMethod.CONDITIONAL:
        return elsewhere.begin(
            applicant=applicant, adoption=adoption, municipality=municipality, language=language, now=now
        )
    if untouched := _untouched_draft(applicant, procedure, municipality):
        route(application=untouched, now=now)
        return untouched
    sheet = sheets.open_sheet(version=catalogue.current_version(procedure), language=language, now=now)
    _prefill(sheet, applicant.account, now)
    application = _open_application(
        applicant=applicant, adoption=adoption, municipality=municipality, sheet=sheet, now=now
    )
    record(
        action="application.started",
        actor=applicant.account.public_id,
        authority="",
        object_kind="application",
        object_id=application.public_id,
        now=now,
    )
    return application


def _untouched_draft(applicant: Principal, procedure: Procedure, municipality: Municipality) -> Application | None:
    return Application.objects.filter(
        customer=applicant.customer,
        procedure=procedure,
        municipality=municipality,
        status=Status.DRAFT,
        sheet__updated_at=F("sheet__created_at"),  # opened, and prefilled at most
    ).first()


def _open_application(
    *, applicant: Principal, adoption: Adoption, municipality: Municipality, sheet: AnswerSheet, now: dt.datetime
) -> Application:
    project = Project.objects.create(customer=applicant.customer, municipality=municipality, created_at=now)
    application = Application(
        project=project,
        procedure=adoption.procedure,
        authority=adoption.authority,
        adoption=adoption,
        municipality=municipality,
        sheet=sheet,
        customer=applicant.customer,
        language=sheet.language,
        status_changed_at=now,
        created_at=now,
    )
    application.save()
    return application


def _prefill(sheet: AnswerSheet, person: Account, now: dt.datetime) -> None:
    """What is known already is filled in; it stays the person's to correct."""
    known = {"account.name": person.name, "account.email": person.email}
    form = catalogue.definition_of(sheet.version).form
    values = {
        question.id: known[question.prefill]
        for page in form.pages
        for question in page.questions
        if question.prefill and known.get(question.prefill)
    }
    if values:
        sheets.save(sheet_id=sheet.pk, values=values, typed={}, secrets={}, expected_revision=sheet.revision, now=now)


def save(*, application: Application, change: Change, expected_revision: int, now: dt.datetime) -> AnswerSheet:
    """Store what a page of the draft sent, valid or not; the sheet as it is then.

    Raises `StaleSheet` if the sheet isn't at `expected_revision` any more, `SheetClosed` once sent.
    """
    return sheets.save(
        sheet_id=application.filled_sheet.pk,
        values=change.values,
        typed=change.typed,
        secrets=change.secrets,
        expected_revision=expected_revision,
        now=now,
    )


def attach(*, application: Application, place: Shown, uploaded: "UploadedFile[bytes]", now: dt.datetime) -> StoredFile:
    """Receive a file as (part of) the answer at `place`; raises a named refusal and keeps nothing, else.

    The file is checked and written before the transaction begins: that takes longer than a database
    should be locked.
    """
    question = _attachment_question(place)
    _refuse_if_full(application, place, question, uploaded.size or 0)
    file = files.receive(
        owner=queries.files_owner(application),
        uploaded=uploaded,
        accept=question.accept,
        max_bytes=question.max_mb * MEBIBYTE,
        now=now,
    )
    with transaction.atomic():
        lock(application)
        sheet = _sheet_now(application)
        _save_files(sheet, place, [*_attached(sheet, place), file.public_id], now)
    return file


@transaction.atomic
def detach(*, application: Application, place: Shown, file_id: str, now: dt.datetime) -> None:
    """Take a file out of the draft; its bytes go later, in the retention run."""
    lock(application)
    sheet = _sheet_now(application)
    present = _attached(sheet, place)
    if file_id not in present:
        raise NotFound
    _save_files(sheet, place, [present_id for present_id in present if present_id != file_id], now)
    files.mark_removed(file=file_queries.file(queries.files_owner(application), file_id), now=now)


def _attachment_question(place: Shown) -> AttachmentQuestion:
    if not isinstance(place.question, AttachmentQuestion):
        raise NotFound
    return place.question


def _refuse_if_full(application: Application, place: Shown, question: AttachmentQuestion, size: int) -> None:
    if len(_attached(_sheet_now(application), place)) >= question.max_files:
        raise TooManyFiles
    used = sum(file.size for file in file_queries.files_of(queries.files_owner(application)))
    if used + size > DRAFT_FILES_CEILING:
        raise DraftIsFull


def _sheet_now(application: Application) -> AnswerSheet:
    return sheet_queries.sheet(application.filled_sheet.pk)


def _attached(sheet: AnswerSheet, place: Shown) -> list[str]:
    """Ids of the files at the place: on the page, or in a row of a repeating group."""
    if place.group is None:
        return list(sheet.answers.get(place.question.id) or [])
    for row in sheet.answers.get(place.group) or []:
        if row["id"] == place.row:
            return list(row["values"].get(place.question.id) or [])
    raise NotFound


def _save_files(sheet: AnswerSheet, place: Shown, file_ids: list[str], now: dt.datetime) -> None:
    sheets.save(
        sheet_id=sheet.pk,
        values=_with_files(sheet, place, file_ids),
        typed={},
        secrets={},
        expected_revision=sheet.revision,
        now=now,
    )


def _with_files(sheet: AnswerSheet, place: Shown, file_ids: list[str]) -> dict[str, Any]:
    question = place.question.id
    if place.group is None:
        return {question: file_ids or None}
    return {
        place.group: [
            {**row, "values": {**row["values"], question: file_ids}} if row["id"] == place.row else row
            for row in sheet.answers[place.group]
        ]
    }
