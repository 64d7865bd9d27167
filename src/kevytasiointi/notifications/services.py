"""Sending notices."""

import datetime as dt

from django.db import transaction

from kevytasiointi.notifications.adapters.mailer import the_mailer
from kevytasiointi.notifications.letters import Letter, compose
from kevytasiointi.notifications.models import SentMail
from kevytasiointi.notifications.notices import Notice


def deliver(*, notice: Notice, key: str, now: dt.datetime) -> SentMail:
    """Send `notice` by e-mail, unless it has been sent under `key` (the public id of a job) before.

    The mail server may get it twice, if we fall between its answer and our note of it; the
    Message-ID is then the same. Raises what the mailer raises, and has then noted nothing. It opens
    no transaction around the sending: a slow mail server must not hold the database.
    """
    letter = compose(notice, key=key)
    if sent := SentMail.objects.filter(message_id=letter.message_id).first():
        return sent
    mailer = the_mailer()
    mailer.send(letter, now=now)
    return _note(letter, text=letter.text if mailer.keeps_text else "", now=now)


@transaction.atomic
def _note(letter: Letter, *, text: str, now: dt.datetime) -> SentMail:
    sent, _ = SentMail.objects.get_or_create(
        message_id=letter.message_id,
        defaults={"recipient": letter.recipient, "subject": letter.subject, "body": text, "accepted_at": now},
    )
    return sent
