"""A dress rehearsal: a made-up application that goes the whole way, apart from real ones."""

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

import pikepdf
from django.db import transaction

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.refusals import MailboxNotConfirmed, NotYoursToDecide, WrongState
from kevytasiointi.adoption.rules import State
from kevytasiointi.answers import services as sheets
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.applications import queries
from kevytasiointi.applications.events import RehearsalBegan
from kevytasiointi.applications.models import Application, Message, Project, Rehearsal, Submission
from kevytasiointi.applications.rules import Mover
from kevytasiointi.applications.services import talking
from kevytasiointi.applications.services.sending import submit
from kevytasiointi.attachments import services as files
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.paths import Path, paths_of
from kevytasiointi.formflow.spec import Form
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.principal import own_principal
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish

_ANSWER: Final = Text(
    fi="Tämä on harjoituksen keksitty vastaus. Oikea asiakas vastaisi tähän omin sanoin.",
    sv="Det här är ett påhittat svar i övningen. En riktig kund skulle svara med egna ord.",
    en="This is a made-up answer of the rehearsal. A real customer would answer in their own words.",
)
_PDF: Final = "application/pdf"


class NowhereToRehearse(Refusal):
    """The adoption names no municipality yet in which it is to be in force."""

    code = "nowhere_to_rehearse"


@transaction.atomic
def begin(*, adoption: Adoption, language: str, actor: Account, now: dt.datetime) -> Rehearsal:
    """Begin a rehearsal; its application arrives by a job soon after.

    Real letters go to the role address, so that must be confirmed: refuses with `MailboxNotConfirmed`,
    for others than the authority's administrators with `NotYoursToDecide`, for an adoption that has
    ended with `WrongState`, and with `NowhereToRehearse`.
    """
    today = finnish_day(now)
    if not adoptions.is_administrator(actor, adoption.authority, today):
        raise NotYoursToDecide
    if adoption.state_on(today) is State.ENDED:
        raise WrongState
    if not adoptions.municipalities_of(adoption, today):
        raise NowhereToRehearse
    if not adoptions.is_mailbox_confirmed(adoption.alert_address, adoption.authority):
        raise MailboxNotConfirmed(adoption.alert_address)
    rehearsal = Rehearsal.objects.create(adoption=adoption, began_by=actor, began_at=now, language=language)
    record(
        action="rehearsal.begun",
        actor=actor.public_id,
        authority=adoption.authority.public_id,
        object_kind="adoption",
        object_id=adoption.public_id,
        now=now,
    )
    publish(RehearsalBegan(rehearsal_id=rehearsal.pk), now=now)
    return rehearsal


@transaction.atomic
def send_made_up(*, rehearsal: Rehearsal, now: dt.datetime) -> Submission:
    """Fill in the form with made-up answers and send it. A second time gives the same submission."""
    rehearsal = Rehearsal.objects.select_for_update().select_related("adoption__authority").get(pk=rehearsal.pk)
    application = rehearsal.application or _draft(rehearsal, now)
    return submit(application=application, sender=own_principal(rehearsal.began_by), now=now)


def _draft(rehearsal: Rehearsal, now: dt.datetime) -> Application:
    adoption = rehearsal.adoption
    municipality = adoptions.municipalities_of(adoption, finnish_day(now))[0]
    version = catalogue.current_version(adoption.procedure)
    application = Application.with_rehearsals.create(
        project=Project.objects.create(customer=None, municipality=municipality, created_at=now),
        procedure=adoption.procedure,
        authority=adoption.authority,
        adoption=adoption,
        municipality=municipality,
        sheet=sheets.open_sheet(version=version, language=rehearsal.language, now=now),
        customer=None,
        is_rehearsal=True,
        language=rehearsal.language,
        status_changed_at=now,
        created_at=now,
    )
    rehearsal.application = application
    rehearsal.save(update_fields=["application"])
    _fill_in(application, catalogue.definition_of(version).form, now)
    return application


def _fill_in(application: Application, form: Form, now: dt.datetime) -> AnswerSheet:
    path = _longest(form, today=finnish_day(now))
    kept = {
        made_up: files.keep(
            owner=queries.files_owner(application),
            name=PurePath(fact.name).with_suffix(".pdf").name,
            media_type=_PDF,
            content=_page(),
            now=now,
        ).public_id
        for made_up, fact in path.files.items()
    }
    values: dict[str, Any] = {key: _with_files(value, kept) for key, value in path.answers.values.items()}
    sheet = application.filled_sheet
    return sheets.save(
        sheet_id=sheet.pk, values=values, typed={}, secrets=path.secrets, expected_revision=sheet.revision, now=now
    )


def _longest(form: Form, *, today: dt.date) -> Path:
    """The made-up answers that are asked the most: what an official may have to carry over at worst."""
    return max(
        paths_of(form, today=today).paths,
        key=lambda path: sum(len(step.questions) for step in path.journey(form, today=today).steps),
    )


def _with_files(value: Any, kept: Mapping[str, str]) -> Any:
    """The answer with made-up file ids replaced by those of files that there are."""
    if isinstance(value, str):
        return kept.get(value, value)
    if isinstance(value, Mapping):
        return {key: _with_files(inner, kept) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_files(inner, kept) for inner in value]
    return value


def _page() -> bytes:
    """An empty page: what the official opens must be a real file."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)
    return made.getvalue()


@transaction.atomic
def answer_as_customer(*, message: Message, now: dt.datetime) -> Message | None:
    """What the made-up customer says to an official's message; nothing to a message of their own."""
    application = message.application
    if not application.is_rehearsal or message.sender != Mover.OFFICIAL:
        return None
    draft = talking.Draft(
        author=application.rehearsal.began_by,
        sender=Mover.CUSTOMER,
        text=_ANSWER.in_language(application.language),
        key=f"answer-{message.pk}",
    )
    return talking.send_message(application=application, draft=draft, now=now)
