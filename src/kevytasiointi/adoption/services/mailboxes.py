"""A mailbox proves that somebody reads it: a test message, and a link that is confirmed."""

import datetime as dt
from typing import Final

from django.core.signing import BadSignature, Signer
from django.db import transaction

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.events import MailboxAsked
from kevytasiointi.adoption.models import MailboxConfirmation
from kevytasiointi.adoption.refusals import AskedJustNow, LinkTooOld, NotYoursToDecide
from kevytasiointi.adoption.services.fitting import refuse_unless_mailbox
from kevytasiointi.authorities.models import Authority
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish

LINK_HOLDS: Final = dt.timedelta(days=7)
BETWEEN_MESSAGES: Final = dt.timedelta(minutes=2)
_SALT: Final = "kevytasiointi.mailbox"


@transaction.atomic
def ask_mailbox(
    *, address: str, language: str, authority: Authority | None, actor: Account | None, now: dt.datetime
) -> MailboxConfirmation:
    """Send a test message to the address. `authority` is None before there is one; then it counts for `actor`'s.

    One that is confirmed already is given again and nothing is sent. Refuses with `NotYoursToDecide`,
    `NotAMailbox`, or `AskedJustNow`: nobody's mailbox is to be filled with our tests.
    """
    address = address.strip()
    refuse_unless_mailbox(address)
    if authority is not None and actor is not None and not queries.is_administrator(actor, authority, finnish_day(now)):
        raise NotYoursToDecide
    if confirmed := queries.mailboxes_asked(actor, authority, address).filter(confirmed_at__isnull=False).first():
        return confirmed
    if (
        MailboxConfirmation.objects.of_mailbox(address)
        .filter(confirmed_at=None, sent_at__gt=now - BETWEEN_MESSAGES)
        .exists()
    ):
        raise AskedJustNow
    confirmation = MailboxConfirmation.objects.create(
        address=address, language=language, authority=authority, asked_by=actor, sent_at=now
    )
    _log("mailbox.asked", confirmation, actor, now)
    publish(MailboxAsked(confirmation_id=confirmation.pk), now=now)
    return confirmation


@transaction.atomic
def confirm_mailbox(*, token: str, now: dt.datetime) -> MailboxConfirmation:
    """Somebody who reads the mailbox has pressed the button behind the link. A second time changes nothing.

    Refuses with `NotFound` for a link that isn't ours, or `LinkTooOld` after seven days.
    """
    found = mailbox_of(token=token)
    confirmation = MailboxConfirmation.objects.select_for_update().get(pk=found.pk)
    if confirmation.confirmed_at is None:
        if now >= confirmation.sent_at + LINK_HOLDS:
            raise LinkTooOld
        confirmation.confirmed_at = now
        confirmation.save(update_fields=["confirmed_at"])
        _log("mailbox.confirmed", confirmation, None, now)
    return confirmation


def token_of(confirmation: MailboxConfirmation) -> str:
    """What the link of the test message carries: a signature that nobody else can make."""
    return Signer(salt=_SALT).sign(confirmation.public_id)


def mailbox_of(token: str) -> MailboxConfirmation:
    """Which mailbox the link is of, else `NotFound`."""
    try:
        public_id = Signer(salt=_SALT).unsign(token)
    except BadSignature:
        raise NotFound from None
    found = MailboxConfirmation.objects.select_related("authority").filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def _log(action: str, confirmation: MailboxConfirmation, actor: Account | None, now: dt.datetime) -> None:
    record(
        action=action,
        actor=actor.public_id if actor else "",
        authority=confirmation.authority.public_id if confirmation.authority else "",
        object_kind="mailbox",
        object_id=confirmation.public_id,
        now=now,
    )
