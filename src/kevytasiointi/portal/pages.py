"""What the portal's templates show: one frozen dataclass per page."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from kevytasiointi.adoption import coverage
from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption, EndingPlan
from kevytasiointi.answers import queries as sheets
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.applications.rules import Status
from kevytasiointi.applications.services.talking import Draft
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.definition import ElsewhereDefinition, ProcedureDefinition
from kevytasiointi.catalogue.models import Bundle, Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.formflow.engine import Journey, walk
from kevytasiointi.formflow.problems import named_message
from kevytasiointi.formflow.sheet import Sheet
from kevytasiointi.formflow.spec import Form
from kevytasiointi.identity.models import Account
from kevytasiointi.site import kept
from kevytasiointi.site.cases import Case, StatusName, case_of, file_addresses, status_name
from kevytasiointi.site.refusals import Mend, sentence

LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class FrontPage:
    bundles: Sequence[Bundle]
    others: Sequence[Procedure]
    """Procedures that belong to no theme."""


def front_page() -> FrontPage:
    bundles = [bundle for bundle in catalogue.bundles() if bundle.procedures.all()]
    in_bundles = {procedure.pk for bundle in bundles for procedure in bundle.procedures.all()}
    return FrontPage(bundles, [each for each in catalogue.listed_procedures() if each.pk not in in_bundles])


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A procedure that is done elsewhere, with the way there."""

    procedure: Procedure
    definition: ElsewhereDefinition


def entry_page(procedure: Procedure) -> EntryPage:
    return EntryPage(procedure, catalogue.entry_of(procedure))


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    procedure: Procedure
    definition: ProcedureDefinition
    municipalities: Sequence[Municipality]
    municipality: Municipality | None
    adoption: Adoption | None
    other_authority: Authority | None
    """Where to turn when the procedure isn't offered here in the chosen municipality, if we know."""
    plan: EndingPlan | None
    """What was said when it was last offered there and ended."""
    last_day: dt.date | None
    """The last one on which it is offered, if that is known."""
    municipality_unknown: bool
    begins_on: dt.date | None
    """When it will be offered in the chosen municipality, if that is confirmed already."""
    was_counted: bool
    """The reader has just said that they would use it here."""


def procedure_page(
    procedure: Procedure, *, municipality_code: str, language: str, on: dt.date, was_counted: bool = False
) -> ProcedurePage:
    definition = catalogue.current_definition(procedure)
    municipality = authorities.find_municipality(municipality_code, on)
    row = adoptions.competence(procedure, municipality, on) if municipality else None
    adoption = row.adoption if row else None
    return ProcedurePage(
        procedure=procedure,
        definition=definition,
        municipalities=authorities.municipalities(on, language),
        municipality=municipality,
        adoption=adoption,
        other_authority=(
            authorities.authority_for(municipality, procedure.authority_type, procedure.sector, on)
            if municipality and not adoption
            else None
        ),
        plan=adoptions.former_plan(procedure, municipality, on) if municipality and not adoption else None,
        last_day=row.valid_to - dt.timedelta(days=1) if row and row.valid_to else None,
        municipality_unknown=bool(municipality_code) and municipality is None,
        begins_on=coverage.begins_on(procedure, municipality, on) if municipality and not adoption else None,
        was_counted=was_counted,
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One application with its six facts."""

    application: Application
    status: StatusName


@dataclass(frozen=True, slots=True)
class ApplicationsPage:
    drafts: Sequence[Row]
    sent: Sequence[Row]


def applications_page(own: QuerySet[Application], language: str) -> ApplicationsPage:
    rows = [Row(application, status_name(application, language)) for application in own]
    return ApplicationsPage(
        drafts=[row for row in rows if row.application.state is Status.DRAFT and not row.application.is_with_authority],
        sent=[row for row in rows if row.application.state.is_sent or row.application.is_with_authority],
    )


def journey_of(application: Application, now: dt.datetime) -> Journey:
    return walk(_form(application), sheets.answers_of(application.filled_sheet), today=finnish_day(now))


def place_to_go_on(application: Application, now: dt.datetime) -> str:
    """Where filling was left: the first page that is not complete, else the check page.

    What is filled in elsewhere has its own page here, with the way over.
    """
    if application.is_external:
        return reverse("portal:application", args=[application.public_id])
    journey = journey_of(application, now)
    if journey.current is None:
        return reverse("portal:check", args=[application.public_id])
    return reverse("portal:step", args=[application.public_id, journey.current.page.id])


def step_context(application: Application, person: Account, language: str, now: dt.datetime) -> dict[str, Any]:
    """What surrounds the questions of a step. Who takes the draft in is asked only if the page is shown."""
    definition = catalogue.definition_of(application.filled_sheet.version)
    return {
        "application": application,
        "title": definition.name.in_language(language),
        "minutes": definition.minutes_to_fill,
        "who": kept.signed_subject(person),
        "before": "portal/_outlook.html",
        "outlook": partial(queries.outlook, application, finnish_day(now)),
    }


@dataclass(frozen=True, slots=True)
class CheckPage:
    application: Application
    definition: ProcedureDefinition
    sheet: Sheet
    missing: Sequence[Mend]
    outlook: queries.Outlook
    step_addresses: Mapping[str, str]
    file_addresses: Mapping[str, str]


def check_page(application: Application, *, language: str, now: dt.datetime) -> CheckPage:
    journey = journey_of(application, now)
    return CheckPage(
        application=application,
        definition=catalogue.definition_of(application.filled_sheet.version),
        sheet=queries.draft_sheet(application, language=language, now=now),
        missing=_missing(application, journey, language),
        outlook=queries.outlook(application, finnish_day(now)),
        step_addresses={step.page.id: _step(application, step.page.id) for step in journey.steps},
        file_addresses=file_addresses(application, "portal:file"),
    )


def _missing(application: Application, journey: Journey, language: str) -> list[Mend]:
    form = _form(application)
    return [
        Mend(_step(application, step.page.id), named_message(problem, question, language))
        for step in journey.steps
        for problem in step.problems
        if (question := form.question(problem.question))
    ]


def _form(application: Application) -> Form:
    return catalogue.definition_of(application.filled_sheet.version).form


def _step(application: Application, page_id: str) -> str:
    return reverse("portal:step", args=[application.public_id, page_id])


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    application: Application
    definition: ProcedureDefinition
    submission: Submission
    account: Account


def receipt_page(application: Application, account: Account) -> ReceiptPage:
    submission = queries.first_submission(application)
    return ReceiptPage(application, catalogue.definition_of(submission.version), submission, account)


@dataclass(frozen=True, slots=True)
class MessageForm:
    """The message being written; `key` makes a message that is sent twice be stored once."""

    key: str
    text: str = ""
    problem: str = ""

    @property
    def problems(self) -> Sequence[Mend]:
        return [Mend("#message-text", self.problem)] if self.problem else []


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    case: Case
    message: MessageForm
    may_withdraw: bool


def application_page(
    application: Application, *, language: str, message: Draft | None = None, refusal: Refusal | None = None
) -> ApplicationPage:
    return ApplicationPage(
        case=case_of(application, language=language, file_view="portal:file"),
        message=MessageForm(
            key=message.key if message else new_public_id(),
            text=message.text if message else "",
            problem=sentence(refusal) if refusal else "",
        ),
        may_withdraw=application.may_be_withdrawn,
    )
