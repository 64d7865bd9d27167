"""What the desk's templates show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Message, Submission
from kevytasiointi.applications.rules import Move, Mover, Status, moves_from
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.queries import Desk
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue import statuses
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.formflow.sheet import Sheet
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.cases import HistoryLine, StatusName, TrailStep, history_lines, status_name, trail_steps

_ROWS_ON_A_PAGE = 50
VIEWS = ("new", "open", "mine", "closed")


@dataclass(frozen=True, slots=True)
class Tab:
    view: str
    label: str
    count: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Row:
    application: Application
    status: StatusName


@dataclass(frozen=True, slots=True)
class InboxPage:
    tabs: Sequence[Tab]
    rows: Sequence[Row]
    paging: Page[Application]
    view: str


def inbox_page(desk: Desk, request: PersonRequest) -> InboxPage:
    asked = request.GET.get("view", "")
    view = asked if asked in VIEWS else "open"
    paging = Paginator(queries.inbox(desk, view), _ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return InboxPage(
        tabs=_tabs(queries.inbox_counts(desk), view),
        rows=[Row(application, status_name(application, request.LANGUAGE_CODE)) for application in paging],
        paging=paging,
        view=view,
    )


def _tabs(counts: queries.InboxCounts, current: str) -> Sequence[Tab]:
    labels = {"new": _("New"), "open": _("Open"), "mine": _("Mine"), "closed": _("Closed")}
    return [Tab(view, labels[view], getattr(counts, view), view == current) for view in VIEWS]


@dataclass(frozen=True, slots=True)
class Target:
    """One choice of the status form: `value` is what is posted."""

    value: str
    label: str
    needs_note: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    application: Application
    status: StatusName
    submission: Submission
    sheet: Sheet
    history: Sequence[HistoryLine]
    trail: Sequence[TrailStep]
    messages: Sequence[Message]
    targets: Sequence[Target]
    colleagues: Sequence[Account]
    may_take: bool
    seen: int
    """Entries of history this page shows; a decision made on it is refused if there are more by then."""
    message_key: str
    refusal: str
    typed: Mapping[str, str]


def case_page(
    application: Application,
    request: PersonRequest,
    *,
    refusal: str = "",
    typed: Mapping[str, str] | None = None,
) -> CasePage:
    language = request.LANGUAGE_CODE
    submission = queries.first_submission(application)
    history = history_lines(application, language)
    return CasePage(
        application=application,
        status=status_name(application, language),
        submission=submission,
        sheet=queries.sent_sheet(submission, language=language),
        history=history,
        trail=trail_steps(application),
        messages=queries.messages_of(application),
        targets=_targets(application, language),
        colleagues=authorities.handlers_of(application.authority, application.procedure.slug),
        may_take=application.state.is_open and application.handler_id != request.user.pk,
        seen=len(history),
        message_key=(typed or {}).get("key") or new_public_id(),
        refusal=refusal,
        typed=typed or {},
    )


def _targets(application: Application, language: str) -> Sequence[Target]:
    return [
        target
        for move in moves_from(application.state, Mover.OFFICIAL)
        for target in _targets_of(move, application, language)
    ]


def _targets_of(move: Move, application: Application, language: str) -> Sequence[Target]:
    label = statuses.status(application.procedure.kind, move.target).name.in_language(language)
    if not move.needs_outcome:
        return [Target(move.target, label, move.needs_note)]
    return [
        Target(
            f"{Status.HANDLED}:{outcome}",
            f"{label}: {statuses.outcome(outcome).name.in_language(language)}",
            move.needs_note,
        )
        for outcome in catalogue.outcomes_of(application.procedure)
    ]


def colleague(application: Application, public_id: str) -> Account:
    """The official who may be named handler of this case, else `NotFound`."""
    for account in authorities.handlers_of(application.authority, application.procedure.slug):
        if account.public_id == public_id:
            return account
    raise NotFound
