"""Applications as people may see them: always through a customer or an authority."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q, QuerySet

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, ConnectionMethod, EndingPlan
from kevytasiointi.answers import queries as sheets
from kevytasiointi.applications.models import (
    Application,
    ApplicationQuerySet,
    HistoryEntry,
    Message,
    NoSheetHere,
    Rehearsal,
    Submission,
)
from kevytasiointi.applications.rehearsal import Step
from kevytasiointi.applications.rules import FactKind, HistoryKind, Mover, Status
from kevytasiointi.attachments import queries as files
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority
from kevytasiointi.authorities.queries import Desk
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.sheet import FileFact, Sheet, sheet
from kevytasiointi.formflow.spec import Form
from kevytasiointi.identity.models import Customer


def own_applications(customers: QuerySet[Customer]) -> QuerySet[Application]:
    """Drafts and sent ones of `customers`, latest first."""
    return Application.objects.of_customers(customers).with_facts().order_by("-id")


def own_application(customers: QuerySet[Customer], public_id: str) -> Application:
    """One of the customers' own, else `NotFound`: another's and no such thing look alike."""
    return _one(Application.objects.of_customers(customers).with_facts(), public_id)


def own_application_to_fill(customers: QuerySet[Customer], public_id: str) -> Application:
    """The same with its sheet and without its facts, for the many requests in which it is filled in."""
    return _one(Application.objects.of_customers(customers), public_id)


def _one(applications: QuerySet[Application], public_id: str) -> Application:
    # The form's text is read once for all: see `catalogue.queries.definition_of`.
    with_sheets = applications.select_related("sheet__version").defer("sheet__version__content")
    try:
        return with_sheets.prefetch_related("sheet__secrets").get(public_id=public_id)
    except Application.DoesNotExist:
        raise NotFound from None


def drafts_concerned(adoption_event_id: int) -> QuerySet[Application]:
    """Drafts towards an adoption in the municipalities in which, by this event, it answers no more."""
    event = AdoptionEvent.objects.get(pk=adoption_event_id)
    return Application.objects.get_queryset().filter(
        adoption=event.adoption_id, municipality__code__in=event.municipalities, status=Status.DRAFT
    )


def cases(desk: Desk) -> QuerySet[Application]:
    """What has been sent to the authorities of `desk`, in the procedures their official may handle."""
    return _within(desk, Application.objects.get_queryset())


def _within(desk: Desk, applications: ApplicationQuerySet) -> QuerySet[Application]:
    within = desk.scope(authority="authority", procedure="procedure__slug")
    return applications.of_authorities(desk.authorities).filter(within).with_facts()


def case(desk: Desk, public_id: str) -> Application:
    """One case, else `NotFound`. A rehearsal's too: it is in no list, but its page works as every other's."""
    found = (
        _within(desk, ApplicationQuerySet(Application))
        .select_related("sheet", "customer__account", "customer__organisation")
        .filter(public_id=public_id)
        .first()
    )
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class InboxCounts:
    new: int
    open: int
    mine: int
    closed: int


# A draft among the cases of a desk is one that its customer has told to be sent elsewhere: see `of_authorities`.
_IS_NEW: Final = Q(status__in=[Status.DRAFT, Status.SUBMITTED])
_IS_OPEN: Final = Q(status__in=[Status.DRAFT, *(s for s in Status if s.is_open)])


def inbox_counts(desk: Desk) -> InboxCounts:
    counts = cases(desk).aggregate(
        new=Count("id", filter=_IS_NEW),
        open=Count("id", filter=_IS_OPEN),
        mine=Count("id", filter=_IS_OPEN & Q(handler=desk.account)),
        closed=Count("id", filter=~_IS_OPEN),
    )
    return InboxCounts(**counts)


def inbox(desk: Desk, view: str) -> QuerySet[Application]:
    """One view of the inbox: `new`, `open`, `mine` or `closed`; what has waited longest comes first."""
    wanted = {
        "new": _IS_NEW,
        "open": _IS_OPEN,
        "mine": _IS_OPEN & Q(handler=desk.account),
        "closed": ~_IS_OPEN,
    }[view]
    return cases(desk).filter(wanted).order_by("-id" if view == "closed" else "id")


def with_arrival(applications: Iterable[Application]) -> list[tuple[Application, dt.datetime]]:
    """Each application with the time of its arrival, in one query for all.

    Of one that was sent elsewhere, the time at which its customer told so.
    """
    those = list(applications)
    arrivals = dict(
        Submission.objects.filter(application__in=those, number=1).values_list("application_id", "received_at")
    )
    return [(each, each.sent_elsewhere_at or arrivals[each.pk]) for each in those]


def first_submission(application: Application) -> Submission:
    """What was sent first; the application must have been sent, and here: else `NoSheetHere`."""
    if application.is_external:
        raise NoSheetHere
    return application.submissions.select_related("version", "sender", "principal").get(number=1)


def history_of(application: Application) -> QuerySet[HistoryEntry]:
    return application.history.select_related("actor").order_by("sequence")


def messages_of(application: Application) -> QuerySet[Message]:
    return application.messages.select_related("author").order_by("id")


def trail_of(application: Application) -> dict[FactKind, dt.datetime]:
    return {FactKind(fact.kind): fact.at for fact in application.facts.all()}


@dataclass(frozen=True, slots=True)
class Outlook:
    """Who takes a draft in: now, and as far as is known."""

    is_taken_in: bool
    last_day: dt.date | None
    """The last one on which the present authority does, if that is known."""
    follower: Adoption | None
    """Who does from the day after."""
    plan: EndingPlan | None
    """What the authority that ends or has ended tells its customers."""
    passed_on: HistoryEntry | None
    """That the draft was turned to another authority than the one it was begun with."""
    other_authority: Authority | None
    """Where nobody takes it in: whom to turn to, if we know."""

    @property
    def is_plain(self) -> bool:
        """There is nothing that the customer needs to be told."""
        return self.is_taken_in and self.last_day is None and self.passed_on is None


def outlook(application: Application, on: dt.date) -> Outlook:
    """What there is to tell about who takes the draft in. In the plain case two small queries."""
    municipality = authorities.municipality_on(application.municipality, on)
    row = adoptions.competence(application.procedure, municipality, on)
    is_taken_in = row is not None and row.adoption.method == ConnectionMethod.LIGHT
    end = row.valid_to if row else None
    procedure = application.procedure
    return Outlook(
        is_taken_in=is_taken_in,
        last_day=end - dt.timedelta(days=1) if is_taken_in and end else None,
        follower=adoptions.competent(procedure, municipality, end) if end else None,
        plan=None if is_taken_in and end is None else adoptions.ending_plan(application.adoption),
        passed_on=application.history.filter(kind=HistoryKind.REROUTED).last(),
        other_authority=(
            None
            if is_taken_in
            else authorities.authority_for(municipality, procedure.authority_type, procedure.sector, on)
        ),
    )


def draft_sheet(application: Application, *, language: str, now: dt.datetime) -> Sheet:
    """The draft's answers as they would be sent now, for the check page."""
    form = catalogue.definition_of(application.filled_sheet.version).form
    return sheet(
        form,
        sheets.answers_of(application.filled_sheet),
        language=language,
        today=finnish_day(now),
        files=files_of(application),
        municipalities=_municipality_names(form),
        secrets=sheets.masked_secrets_of(application.filled_sheet),
    )


def sent_sheet(submission: Submission, *, language: str) -> Sheet:
    """What was sent, in `language`, as it was shown on the day it was sent.

    The one source of case page, receipt and package, so that they can't disagree.
    """
    application = submission.application
    form = catalogue.definition_of(submission.version).form
    secrets = sheets.masked_secrets_of(application.filled_sheet)
    return sheet(
        form,
        Answers(submission.answers, frozenset(secrets)),
        language=language,
        today=finnish_day(submission.received_at),
        files=files_of(application),
        municipalities=_municipality_names(form),
        secrets=secrets,
    )


def _municipality_names(form: Form) -> Mapping[str, Text]:
    """Names for the codes that answers may hold: none where the form asks for no municipality."""
    asks = any(question.type == "municipality" for question in form.questions())
    return authorities.municipality_names() if asks else {}


def files_owner(application: Application) -> str:
    """The owner key of the files of an application's sheet."""
    return f"sheet:{application.filled_sheet.public_id}"


def files_of(application: Application) -> dict[str, FileFact]:
    return {
        file.public_id: FileFact(name=file.name, size=file.size) for file in files.files_of(files_owner(application))
    }


def rehearsals_of(adoption: Adoption) -> QuerySet[Rehearsal]:
    """The latest first."""
    return adoption.rehearsals.select_related("application", "began_by").order_by("-pk")


def steps_done(rehearsal: Rehearsal) -> Mapping[Step, dt.datetime]:
    """What has been done in the rehearsal and when, out of what every application keeps."""
    application = rehearsal.application
    if application is None:
        return {}
    trail = trail_of(application)
    said = {Mover(message.sender): message.sent_at for message in application.messages.order_by("-pk")}
    times = {
        Step.ALERTED: trail.get(FactKind.ALERTED),
        Step.OPENED: trail.get(FactKind.OPENED),
        Step.TAKEN: application.handling_started_at,
        Step.CARRIED_OVER: trail.get(FactKind.CARRIED_OVER),
        Step.ASKED: said.get(Mover.OFFICIAL),
        Step.ANSWERED: said.get(Mover.CUSTOMER),
        Step.HANDLED: application.status_changed_at if application.state is Status.HANDLED else None,
    }
    return {step: at for step, at in times.items() if at is not None}
