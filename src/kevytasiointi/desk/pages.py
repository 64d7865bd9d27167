"""What the desk's templates show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import Move, Mover, moves_from
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.queries import Desk
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core import clock
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.cases import Case, StatusName, case_of, named, status_name
from kevytasiointi.site.chrome import LANGUAGE_NAMES
from kevytasiointi.site.refusals import Mend

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
    arrived_at: dt.datetime


@dataclass(frozen=True, slots=True)
class InboxPage:
    tabs: Sequence[Tab]
    rows: Sequence[Row]
    paging: Page[Application]
    query: str
    """What the addresses of the other pages begin with."""


def inbox_page(desk: Desk, request: PersonRequest) -> InboxPage:
    asked = request.GET.get("view", "")
    view = asked if asked in VIEWS else "open"
    paging = Paginator(queries.inbox(desk, view), _ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return InboxPage(
        tabs=_tabs(queries.inbox_counts(desk), view),
        rows=[
            Row(application, status_name(application, request.LANGUAGE_CODE), arrived_at)
            for application, arrived_at in queries.with_arrival(paging)
        ],
        paging=paging,
        query=f"view={view}&",
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
    case: Case
    language_name: str
    targets: Sequence[Target]
    colleagues: Sequence[Account]
    may_handle: bool
    """False for a reader: nothing that changes the case is offered."""
    may_take: bool
    seen: int
    """Entries of history this page shows; a decision made on it is refused if there are more by then."""
    message_key: str
    refusals: Sequence[Mend]
    typed: Mapping[str, str]
    """What was typed into the form that was refused, by field."""

    @property
    def case_number(self) -> str:
        return self.typed.get("case_number", self.case.application.case_number)

    @property
    def note(self) -> str:
        return self.typed.get("note", "")

    @property
    def target(self) -> str:
        return self.typed.get("target", "")

    @property
    def message_text(self) -> str:
        return self.typed.get("text", "")


def case_page(
    application: Application,
    desk: Desk,
    request: PersonRequest,
    *,
    refusal: str = "",
    typed: Mapping[str, str] | None = None,
) -> CasePage:
    language = request.LANGUAGE_CODE
    case = case_of(application, language=language, file_view="desk:file")
    may_handle = desk.may(application.procedure.slug, RoleName.HANDLER, at=application.authority)
    return CasePage(
        case=case,
        language_name=LANGUAGE_NAMES.get(application.language, application.language),
        targets=_targets(application, language),
        colleagues=list(authorities.handlers_of(application.authority, application.procedure.slug, clock.today())),
        may_handle=may_handle,
        may_take=application.is_open and application.handler_id != request.user.pk,
        seen=len(case.history),
        message_key=(typed or {}).get("key") or new_public_id(),
        refusals=[Mend("#handling", refusal)] if refusal else [],
        typed=typed or {},
    )


def _targets(application: Application, language: str) -> Sequence[Target]:
    return [
        target
        for move in moves_from(application.state, Mover.OFFICIAL, application.way)
        for target in _targets_of(move, application, language)
    ]


def _targets_of(move: Move, application: Application, language: str) -> Sequence[Target]:
    if not move.needs_outcome:
        return [Target(move.target, named(application, move.target, "", language), move.needs_note)]
    return [
        Target(f"{move.target}:{outcome}", named(application, move.target, outcome, language), move.needs_note)
        for outcome in catalogue.outcomes_of(application.procedure)
    ]


def colleague(application: Application, public_id: str) -> Account:
    """The official who may be named handler of this case, else `NotFound`."""
    for account in authorities.handlers_of(application.authority, application.procedure.slug, clock.today()):
        if account.public_id == public_id:
            return account
    raise NotFound
