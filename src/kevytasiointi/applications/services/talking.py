"""Messages between the customer and the authority."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from kevytasiointi.applications.events import MessageSent
from kevytasiointi.applications.models import Application, Message
from kevytasiointi.applications.rules import LONGEST_MESSAGE, Mover
from kevytasiointi.applications.services.writing import lock, refuse_unless_handler
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


class MessageEmpty(Refusal):
    code = "message_empty"


class MessageTooLong(Refusal):
    code = "message_too_long"


class NothingToTalkAbout(Refusal):
    """A draft has no authority yet that could read a message."""

    code = "nothing_to_talk_about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message as written: by whom, on which side, on which page (`key`: sent twice, stored once)."""

    author: Account
    sender: Mover
    text: str
    key: str


@transaction.atomic
def send_message(*, application: Application, draft: Draft, now: dt.datetime) -> Message:
    """Store the message and have the other side told; the same `key` again returns the stored one."""
    application = lock(application)
    if earlier := application.messages.filter(key=draft.key, author=draft.author).first():
        return earlier
    text = draft.text.replace("\r\n", "\n").strip()
    if not text:
        raise MessageEmpty
    if len(text) > LONGEST_MESSAGE:
        raise MessageTooLong
    if not application.is_with_authority:
        raise NothingToTalkAbout
    if draft.sender is Mover.OFFICIAL:
        refuse_unless_handler(application=application, actor=draft.author, now=now)
    message = Message.objects.create(
        application=application, sender=draft.sender, author=draft.author, text=text, sent_at=now, key=draft.key
    )
    record(
        action="application.message",
        actor=draft.author.public_id,
        authority=application.authority.public_id if draft.sender is Mover.OFFICIAL else "",
        object_kind="application",
        object_id=application.public_id,
        now=now,
    )
    publish(MessageSent(message_id=message.pk), now=now)
    return message
