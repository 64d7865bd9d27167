"""A joining notice: what it asks for, what still stands in its way, and what can be done with it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption import wishes
from kevytasiointi.adoption.models import Adoption, JoiningNotice, MailboxConfirmation, NoticeEvent
from kevytasiointi.adoption.refusals import ProcedureTwice, UnknownMunicipality, WishesRefused
from kevytasiointi.adoption.rules import NoticeState
from kevytasiointi.adoption.wishes import Wishes
from kevytasiointi.answers import queries as sheets
from kevytasiointi.authorities.models import Authority
from kevytasiointi.authorities.queries import is_service_owner
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.console.sheets import step_address
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text, listed
from kevytasiointi.formflow.engine import walk
from kevytasiointi.formflow.problems import named_message
from kevytasiointi.formflow.sheet import Sheet, sheet
from kevytasiointi.identity.models import Account
from kevytasiointi.site import kept
from kevytasiointi.site.refusals import Mend, sentence

_WHERE_MENDED: Mapping[str, str] = {
    "already_an_authority": "authority",
    "not_a_business_id": "authority",
    "not_a_ptv_id": "authority",
    "mailbox_not_confirmed": "",
    "not_a_mailbox": "alerts",
    "too_many_working_days": "alerts",
    "starts_in_the_past": "start",
    "authority_has_ended": "start",
    "no_municipality": "area",
    "outside_territory": "area",
    "municipality_has_ended": "area",
    "aland_is_outside": "area",
    "already_offered": "area",
    "language_incomplete": "service",
    "address_missing": "procedures",
    "wrong_authority": "procedures",
    "terms_not_accepted": "terms",
}
"""Code of a refusal → the page of the form on which it is mended; empty: on the notice's own page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A state in words, with the tone of its badge."""

    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address to which alerts are to go; `asked` is the latest test message."""

    address: str
    asked: MailboxConfirmation | None

    @property
    def is_confirmed(self) -> bool:
        return self.asked is not None and self.asked.confirmed_at is not None


@dataclass(frozen=True, slots=True)
class InTheWay:
    """That another authority already receives a procedure in some of the wished municipalities."""

    procedure: Text
    authorities: Text
    municipalities: Text


@dataclass(frozen=True, slots=True)
class NoticePage:
    notice: JoiningNotice
    name: str
    state: Named
    sheet: Sheet
    step_addresses: Mapping[str, str]
    missing: Sequence[Mend]
    mailboxes: Sequence[Mailbox]
    in_the_way: Sequence[InTheWay]
    adoptions: Sequence[Adoption]
    events: Sequence[tuple[str, NoticeEvent]]
    may_fill: bool
    may_decide: bool
    reason: str
    """What the service owner typed when returning was refused."""

    @property
    def may_send(self) -> bool:
        return self.may_fill and not self.missing


def state_name(state: NoticeState) -> Named:
    return {
        NoticeState.DRAFT: Named(_("Draft"), "draft"),
        NoticeState.RETURNED: Named(_("Returned to be corrected"), "yours"),
        NoticeState.SENT: Named(_("Sent, waits for confirmation"), "waiting"),
        NoticeState.CONFIRMED: Named(_("Confirmed"), "done"),
        NoticeState.GIVEN_UP: Named(_("Given up"), "closed"),
    }[state]


def notice_page(
    notice: JoiningNotice,
    account: Account,
    *,
    language: str,
    now: dt.datetime,
    refusal: Refusal | None = None,
    reason: str = "",
) -> NoticePage:
    today = finnish_day(now)
    asked = wishes.wishes_of(notice, today=today)
    answers = sheets.answers_of(notice.sheet)
    form = wishes.form_of(notice, answers)
    may_fill = notice.state.is_open and adoptions.may_fill(account, notice, today)
    mailboxes = _mailboxes(notice, asked)
    missing = _missing(notice, asked, language, today) if may_fill else []
    if may_fill and not missing:
        missing = _unconfirmed(mailboxes)
    return NoticePage(
        notice=notice,
        name=wishes.name_of(notice).in_language(language),
        state=state_name(notice.state),
        sheet=sheet(form, answers, language=language, today=today),
        step_addresses={page.id: step_address(notice, page.id) for page in form.pages} if may_fill else {},
        missing=[*(_refused(notice, refusal, language) if refusal else []), *missing],
        mailboxes=mailboxes,
        in_the_way=_in_the_way(asked) if notice.state not in _DECIDED else [],
        adoptions=list(adoptions.adoptions_by_notice(notice)) if notice.state is NoticeState.CONFIRMED else [],
        events=[(state_name(NoticeState(event.state)).label, event) for event in adoptions.events_of(notice)],
        may_fill=may_fill,
        may_decide=notice.state is NoticeState.SENT and is_service_owner(account, today),
        reason=reason,
    )


_DECIDED = (NoticeState.CONFIRMED, NoticeState.GIVEN_UP)


def place_to_go_on(notice: JoiningNotice, now: dt.datetime) -> str:
    """The first page that isn't complete, else the page on which the notice is sent."""
    answers = sheets.answers_of(notice.sheet)
    current = walk(wishes.form_of(notice, answers), answers, today=finnish_day(now)).current
    return step_address(notice, current.page.id) if current else reverse("console:notice", args=[notice.public_id])


def step_context(notice: JoiningNotice, person: Account, language: str) -> dict[str, Any]:
    """What surrounds the questions of a step."""
    definition = catalogue.form_of(notice.sheet.version)
    name = wishes.name_of(notice).in_language(language)
    title = definition.name.in_language(language)
    return {
        "title": f"{title}: {name}" if name else title,
        "minutes": definition.minutes_to_fill,
        "who": kept.signed_subject(person),
    }


def _missing(notice: JoiningNotice, asked: Wishes, language: str, today: dt.date) -> list[Mend]:
    answers = sheets.answers_of(notice.sheet)
    form = wishes.form_of(notice, answers)
    mends = [
        Mend(step_address(notice, step.page.id), named_message(problem, question, language))
        for step in walk(form, answers, today=today).steps
        for problem in step.problems
        if (question := form.question(problem.question))
    ]
    if asked.unknown:
        mends.append(Mend(step_address(notice, "area"), sentence(UnknownMunicipality(asked.unknown))))
    if asked.twice:
        mends.append(Mend(step_address(notice, "procedures"), sentence(ProcedureTwice(asked.twice))))
    return mends


def _unconfirmed(mailboxes: Sequence[Mailbox]) -> list[Mend]:
    told = _("Send a test message to %(address)s and confirm it from the mailbox.")
    return [Mend("#mailboxes", told % {"address": each.address}) for each in mailboxes if not each.is_confirmed]


def _refused(notice: JoiningNotice, refusal: Refusal, language: str) -> list[Mend]:
    reasons = refusal.reasons if isinstance(refusal, WishesRefused) else ((None, refusal),)
    mends: dict[Mend, None] = {}
    for procedure, reason in reasons:
        told = sentence(reason)
        named = f"{procedure.name.in_language(language)}: {told}" if procedure else told
        page = _WHERE_MENDED.get(reason.code, "") if notice.state.is_open else ""
        mends[Mend(step_address(notice, page) if page else "#mailboxes", named)] = None
    return list(mends)


def mailbox_of(authority: Authority | None, address: str, *, asker: Account | None = None) -> Mailbox:
    """The address with its confirmation, or else with the latest test message; asked for by `asker` before there is
    an authority.
    """
    asked = list(adoptions.mailboxes_asked(asker, authority, address))
    confirmed = (each for each in asked if each.confirmed_at is not None)
    return Mailbox(address, next(confirmed, asked[0] if asked else None))


def _mailboxes(notice: JoiningNotice, asked: Wishes) -> list[Mailbox]:
    asker = notice.sent_by or notice.written_by
    authority = None if notice.is_of_new_authority else notice.authority
    return [mailbox_of(authority, address, asker=asker) for address in asked.alert_addresses]


def _in_the_way(asked: Wishes) -> list[InTheWay]:
    """What another authority already receives there: the service owner would have to refuse it."""
    found = []
    for wish in asked.wishes:
        rows = list(
            adoptions.standing_in_the_way(
                wish.procedure, asked.municipalities, first=wish.terms.days.first, end=wish.terms.days.end
            )
        )
        if rows:
            found.append(
                InTheWay(
                    wish.procedure.name,
                    listed(row.adoption.authority.name for row in rows),
                    listed(row.municipality.name for row in rows),
                )
            )
    return found
