"""The joining notice: an authority fills it in and sends it, the service owner confirms or returns it.

What it asks for is done whole or not at all: each of these is one transaction.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.events import NoticeDecided, NoticeSent
from kevytasiointi.adoption.models import Adoption, JoiningNotice, NoticeEvent
from kevytasiointi.adoption.refusals import (
    NoticeClosed,
    NoticeIncomplete,
    NotYoursToDecide,
    ProcedureTwice,
    ReasonMissing,
    TooLong,
    UnknownMunicipality,
    WishesRefused,
)
from kevytasiointi.adoption.rules import LONGEST_REASON, NoticeState, State
from kevytasiointi.adoption.services.fitting import official_languages
from kevytasiointi.adoption.services.joining import (
    change_draft,
    confirm,
    give_up,
    prepare,
    send,
    send_back,
    write_acceptance,
)
from kevytasiointi.adoption.services.writing import refuse_unless_owner
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.adoption.wishes import FORM, Wish, WishedAuthority, Wishes, form_of, wishes_of
from kevytasiointi.answers import queries as sheet_queries
from kevytasiointi.answers import services as sheets
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.authorities.founding import found_authority
from kevytasiointi.authorities.models import Authority, Municipality, RoleName
from kevytasiointi.authorities.queries import territory_of
from kevytasiointi.authorities.services import give_role
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.formflow.answers import JSON, Change
from kevytasiointi.formflow.engine import check
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.organisations import put_organisation
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


@transaction.atomic
def start_notice(*, authority: Authority | None, actor: Account, language: str, now: dt.datetime) -> JoiningNotice:
    """Begin a notice of the authority, or with None of one that isn't in the service yet: then it is `actor`'s alone.

    One of the same that is open, or of a new authority untouched, is given again, so that a double
    click makes one. Refuses with `NotYoursToDecide`.
    """
    if authority is not None and not queries.is_administrator(actor, authority, finnish_day(now)):
        raise NotYoursToDecide
    open_ones = JoiningNotice.objects.filter(
        authority=authority, is_of_new_authority=authority is None, sent_at=None, given_up_at=None
    )
    if authority is None:
        open_ones = open_ones.filter(written_by=actor, sheet__updated_at=F("sheet__created_at"))
    if found := open_ones.select_related("authority", "sheet__version").first():
        return found
    sheet = sheets.open_sheet(version=catalogue.form_version(FORM), language=language, now=now)
    if authority is not None and (known := _known(authority, language, finnish_day(now))):
        sheet = sheets.save(sheet_id=sheet.pk, values=known, typed={}, secrets={}, expected_revision=0, now=now)
    notice = JoiningNotice.objects.create(
        authority=authority,
        is_of_new_authority=authority is None,
        sheet=sheet,
        written_by=actor,
        created_at=now,
    )
    _write(notice, NoticeState.DRAFT, actor, now)
    return notice


@transaction.atomic
def save_notice(
    *, notice: JoiningNotice, change: Change, expected_revision: int, actor: Account, now: dt.datetime
) -> AnswerSheet:
    """Store what a page of the notice sent, valid or not; the sheet as it is then.

    Refuses with `NotYoursToDecide`, `NoticeClosed`, or as sheets do when somebody has saved since.
    """
    _lock_open(notice, actor, now)
    return sheets.save(
        sheet_id=notice.sheet_id,
        values=change.values,
        typed=change.typed,
        secrets=change.secrets,
        expected_revision=expected_revision,
        now=now,
    )


@transaction.atomic
def send_notice(*, notice: JoiningNotice, actor: Account, now: dt.datetime) -> JoiningNotice:
    """Send the notice to the service owner; sending accepts the terms. Its adoptions are then sent too.

    Those of an authority that isn't in the service yet are made when it is confirmed; that they could
    be made is tried now. Refuses with `NotYoursToDecide`, `NoticeClosed`, `NoticeIncomplete`,
    `UnknownMunicipality`, `ProcedureTwice`, or `WishesRefused` with each reason.
    """
    notice = _lock_open(notice, actor, now)
    wishes = _complete(notice, finnish_day(now))
    notice.sent_at, notice.sent_by, notice.returned_reason = now, actor, ""
    notice.terms_version = JOINING_TERMS_VERSION if wishes.accepts_terms else ""
    if wishes.authority is not None:
        with transaction.atomic():
            # Tried by the service itself, for its refusals only: it is the service owner who founds.
            _found(notice, wishes, actor=None, now=now)
            transaction.set_rollback(True)
    elif notice.authority is not None:
        made = _Sender(notice, notice.authority, actor, notice.terms_version, now).send(wishes)
        for dropped in notice.adoptions.exclude(pk__in=[adoption.pk for adoption in made]):
            if dropped.state_on(finnish_day(now)).is_open:
                give_up(adoption=dropped, actor=actor, now=now)
        notice.adoptions.set(made)
    notice.save(update_fields=["sent_at", "sent_by", "returned_reason", "terms_version"])
    _write(notice, NoticeState.SENT, actor, now)
    publish(NoticeSent(notice_id=notice.pk), now=now)
    return notice


@transaction.atomic
def return_notice(*, notice: JoiningNotice, reason: str, actor: Account, now: dt.datetime) -> JoiningNotice:
    """Give the notice back to be mended, with the reason. Nothing typed in it is lost.

    Refuses with `NotYoursToDecide`, `NoticeClosed`, `ReasonMissing` or `TooLong`.
    """
    notice = _lock_sent(notice, actor, now)
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    if len(reason) > LONGEST_REASON:
        raise TooLong
    for adoption in _sent(notice, now):
        send_back(adoption=adoption, reason=reason, actor=actor, now=now)
    notice.sent_at, notice.returned_reason = None, reason
    notice.save(update_fields=["sent_at", "returned_reason"])
    event = _write(notice, NoticeState.RETURNED, actor, now, note=reason)
    publish(NoticeDecided(notice_event_id=event.pk), now=now)
    return notice


@transaction.atomic
def confirm_notice(*, notice: JoiningNotice, actor: Account, now: dt.datetime) -> JoiningNotice:
    """Confirm everything the notice asks for; a new authority is made, with the sender as its administrator.

    All or nothing. Refuses with `NotYoursToDecide`, `NoticeClosed`, or `WishesRefused` with each reason,
    such as another authority that answers there.
    """
    notice = _lock_sent(notice, actor, now)
    if notice.is_of_new_authority:
        wishes = wishes_of(notice, today=finnish_day(now))
        notice.authority, sent = _found(notice, wishes, actor=actor, now=now)
        notice.adoptions.set(sent)
    attempts = [(each.procedure, partial(confirm, adoption=each, actor=actor, now=now)) for each in _sent(notice, now)]
    _collect(attempts)
    notice.confirmed_at = now
    notice.save(update_fields=["authority", "confirmed_at"])
    sheets.close(sheet=notice.sheet, now=now)
    event = _write(notice, NoticeState.CONFIRMED, actor, now)
    publish(NoticeDecided(notice_event_id=event.pk), now=now)
    return notice


@transaction.atomic
def give_up_notice(*, notice: JoiningNotice, actor: Account, now: dt.datetime) -> JoiningNotice:
    """Drop a notice that hasn't been sent, or was returned. Refuses with `NotYoursToDecide` or `NoticeClosed`."""
    notice = _lock_open(notice, actor, now)
    for adoption in notice.adoptions.select_related("authority", "procedure"):
        if adoption.state_on(finnish_day(now)).is_open:
            give_up(adoption=adoption, actor=actor, now=now)
    notice.given_up_at = now
    notice.save(update_fields=["given_up_at"])
    _write(notice, NoticeState.GIVEN_UP, actor, now)
    return notice


def _known(authority: Authority, language: str, today: dt.date) -> dict[str, JSON]:
    """What the service knows of the authority already; it stays the authority's to correct."""
    places = list(territory_of(authority, today).order_by("code"))
    known: dict[str, Any] = {"municipalities": "\n".join(m.name.in_language(language) for m in places)}
    known["languages"] = sorted({language for m in places for language in official_languages(m)})
    if latest := queries.adoptions_of(authority).first():
        known["alert_address"], known["alert_language"] = latest.alert_address, latest.alert_language
        known["substitute_address"] = latest.substitute_address
        if latest.substitute_address:
            known["alert_after_working_days"] = latest.alert_after_working_days
        known |= {f"contact_{of}": text for of, text in latest.contact.items()}
    return {name: value for name, value in known.items() if value}


def _lock(notice: JoiningNotice) -> JoiningNotice:
    JoiningNotice.objects.select_for_update().get(pk=notice.pk)
    return queries.notice(notice.public_id)


def _lock_open(notice: JoiningNotice, actor: Account, now: dt.datetime) -> JoiningNotice:
    notice = _lock(notice)
    if not queries.may_fill(actor, notice, finnish_day(now)):
        raise NotYoursToDecide
    if not notice.state.is_open:
        raise NoticeClosed
    return notice


def _lock_sent(notice: JoiningNotice, actor: Account, now: dt.datetime) -> JoiningNotice:
    refuse_unless_owner(actor=actor, now=now)
    notice = _lock(notice)
    if notice.state is not NoticeState.SENT:
        raise NoticeClosed
    return notice


def _complete(notice: JoiningNotice, today: dt.date) -> Wishes:
    answers = sheet_queries.answers_of(notice.sheet)
    if check(form_of(notice, answers), answers, today=today):
        raise NoticeIncomplete
    wishes = wishes_of(notice, today=today)
    if notice.is_of_new_authority and wishes.authority is None:
        raise NoticeIncomplete
    if wishes.unknown:
        raise UnknownMunicipality(wishes.unknown)
    if wishes.twice:
        raise ProcedureTwice(wishes.twice)
    return wishes


def _collect(attempts: Sequence[tuple[Procedure, Callable[[], Adoption]]]) -> list[Adoption]:
    """Try each, so that all reasons are told at once; one that is refused refuses the whole."""
    made: list[Adoption] = []
    reasons: list[tuple[Procedure | None, Refusal]] = []
    for procedure, attempt in attempts:
        try:
            with transaction.atomic():
                made.append(attempt())
        except Refusal as reason:
            reasons.append((procedure, reason))
    if reasons:
        raise WishesRefused(reasons)
    return made


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who sends the wishes of a notice for which authority, when; `accepts` is a version of the terms, or empty."""

    notice: JoiningNotice
    authority: Authority
    actor: Account
    accepts: str
    now: dt.datetime

    def send(self, wishes: Wishes) -> list[Adoption]:
        # As `_sent`, so that no two wait for each other.
        in_order = sorted(wishes.wishes, key=lambda wish: wish.procedure.pk)
        return _collect([(wish.procedure, partial(self._send, wish, wishes.municipalities)) for wish in in_order])

    def _send(self, wish: Wish, municipalities: Sequence[Municipality]) -> Adoption:
        draft = self._draft(wish, municipalities)
        return send(adoption=draft, accepts=self.accepts, actor=self.actor, now=self.now)

    def _draft(self, wish: Wish, municipalities: Sequence[Municipality]) -> Adoption:
        """A new adoption, or the one of this notice that was returned, with the terms as they are now."""
        earlier = self.notice.adoptions.filter(procedure=wish.procedure)
        returned = next((each for each in earlier if each.state_on(finnish_day(self.now)) is State.RETURNED), None)
        if returned is None:
            return prepare(
                authority=self.authority,
                procedure=wish.procedure,
                terms=wish.terms,
                municipalities=municipalities,
                actor=self.actor,
                now=self.now,
            )
        return change_draft(
            adoption=returned, terms=wish.terms, municipalities=municipalities, actor=self.actor, now=self.now
        )


def _found(
    notice: JoiningNotice, wishes: Wishes, *, actor: Account | None, now: dt.datetime
) -> tuple[Authority, list[Adoption]]:
    """The new authority with the sender as its administrator, and its adoptions sent.

    The terms were accepted when the notice was sent, whatever day it is confirmed on.
    """
    sender, sent_at = notice.sent_by, notice.sent_at
    if wishes.authority is None or sender is None or sent_at is None:
        raise NoticeIncomplete
    try:
        authority = _authority(wishes.authority, wishes, actor, now)
    except Refusal as reason:
        raise WishesRefused([(None, reason)]) from None
    give_role(account=sender, role=RoleName.ADMINISTRATOR, authority=authority, actor=actor, now=now)
    if notice.terms_version:
        write_acceptance(authority=authority, version=notice.terms_version, actor=sender, accepted_at=sent_at, now=now)
    return authority, _Sender(notice, authority, sender, "", now).send(wishes)


def _authority(wished: WishedAuthority, wishes: Wishes, actor: Account | None, now: dt.datetime) -> Authority:
    organisation = put_organisation(
        business_id=wished.business_id,
        ptv_id=wished.ptv_id,
        name=wished.organisation_name,
        actor=actor,
        now=now,
    )
    return found_authority(
        organisation=organisation,
        facts=wished.facts,
        municipalities=wishes.municipalities,
        since=finnish_day(now),
        actor=actor,
        now=now,
    )


def _sent(notice: JoiningNotice, now: dt.datetime) -> list[Adoption]:
    """In one order for everybody: each locks its procedure."""
    those = notice.adoptions.select_related("authority", "procedure").order_by("procedure")
    return [adoption for adoption in those if adoption.state_on(finnish_day(now)) is State.SENT]


def _write(
    notice: JoiningNotice, state: NoticeState, actor: Account, now: dt.datetime, *, note: str = ""
) -> NoticeEvent:
    record(
        action=f"joining_notice.{state}",
        actor=actor.public_id,
        authority=notice.authority.public_id if notice.authority else "",
        object_kind="joining_notice",
        object_id=notice.public_id,
        now=now,
    )
    return NoticeEvent.objects.create(notice=notice, state=state, actor=actor, at=now, note=note)
