import pytest
from django.db import DatabaseError, transaction

from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Message
from kevytasiointi.applications.rules import LONGEST_MESSAGE, Mover
from kevytasiointi.applications.services import talking
from kevytasiointi.ledger.models import Job
from support.cast import NOW


def say(application, author, text, *, sender=Mover.CUSTOMER, key="k1"):
    draft = talking.Draft(author=author, sender=sender, text=text, key=key)
    return talking.send_message(application=application, draft=draft, now=NOW)


def test_both_sides_write_and_the_other_is_told(cast):
    sent = cast.sent(cast.aino)
    say(sent, cast.aino, "Unohdin kartan.\r\nTulossa.")
    say(sent, cast.onni, "Kiitos.", sender=Mover.OFFICIAL, key="k2")
    assert [message.text for message in queries.messages_of(sent)] == ["Unohdin kartan.\nTulossa.", "Kiitos."]
    assert Job.objects.filter(task__endswith="tell_of_message").count() == 2


def test_a_message_sent_twice_from_one_page_is_stored_once(cast):
    sent = cast.sent(cast.aino)
    assert say(sent, cast.aino, "Hei") == say(sent, cast.aino, "Hei")
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "refusal"),
    [(" \n", talking.MessageEmpty), ("x" * (LONGEST_MESSAGE + 1), talking.MessageTooLong)],
)
def test_an_empty_or_endless_message_is_refused(cast, text, refusal):
    with pytest.raises(refusal):
        say(cast.sent(cast.aino), cast.aino, text)


def test_a_draft_has_nobody_to_talk_to(cast):
    with pytest.raises(talking.NothingToTalkAbout):
        say(cast.draft(cast.aino), cast.aino, "Hei")


def test_a_message_cannot_be_edited(cast):
    message = say(cast.sent(cast.aino), cast.aino, "Hei")
    with pytest.raises(DatabaseError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(text="Moi")
