"""A test message, a link, and somebody who presses the button."""

import datetime as dt
import re

import pytest

from kevytasiointi.adoption import queries, refusals
from kevytasiointi.adoption.models import MailboxConfirmation
from kevytasiointi.adoption.services.mailboxes import ask_mailbox, confirm_mailbox, token_of
from kevytasiointi.adoption.tasks import send_test_message
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.ledger.models import AuditEntry, Job
from kevytasiointi.notifications.models import SentMail
from support.makers import NOW, a_person, an_authority

pytestmark = pytest.mark.django_db

ADDRESS = "ymparisto@porvoo.example"


@pytest.fixture
def porvoo():
    return an_authority("Porvoo")


def with_role(person, authority, role=RoleName.ADMINISTRATOR):
    give_role(account=person, role=role, authority=authority, actor=None, now=NOW)
    return person


def asked(authority, *, address=ADDRESS, actor=None, now=NOW, language="fi"):
    return ask_mailbox(address=address, language=language, authority=authority, actor=actor, now=now)


def test_the_message_leads_to_the_button_and_the_button_confirms(client, porvoo):
    confirmation = asked(porvoo, language="sv")
    send_test_message.func(confirmation.pk, "job")
    letter = SentMail.objects.get()
    assert letter.recipient == ADDRESS
    link = re.search(r"https?://\S+/sv/mailboxes/(\S+)", letter.body)
    address = f"/sv/mailboxes/{link[1]}"

    page = client.get(address)
    assert ADDRESS in page.content.decode()
    assert not queries.is_mailbox_confirmed(ADDRESS, porvoo), "opening the link confirms nothing"
    answer = client.post(address, follow=True)
    assert "bekräftats" in answer.content.decode()
    assert queries.is_mailbox_confirmed("Ymparisto@Porvoo.example", porvoo)


def test_the_job_holds_no_token(porvoo):
    confirmation = asked(porvoo)
    job = Job.objects.get(task__endswith="send_test_message")
    assert job.arguments == {"confirmation_id": confirmation.pk}
    assert token_of(confirmation) not in str(MailboxConfirmation.objects.values().get())


def test_a_link_holds_seven_days(client, porvoo):
    token = token_of(asked(porvoo))
    with pytest.raises(refusals.LinkTooOld):
        confirm_mailbox(token=token, now=NOW + dt.timedelta(days=7))
    confirm_mailbox(token=token, now=NOW + dt.timedelta(days=7, seconds=-1))
    confirm_mailbox(token=token, now=NOW + dt.timedelta(days=70))
    assert AuditEntry.objects.filter(action="mailbox.confirmed").count() == 1


def test_an_old_link_says_so_on_its_page(client, porvoo):
    page = client.get(f"/fi/mailboxes/{token_of(asked(porvoo, now=NOW - dt.timedelta(days=700)))}/")
    assert "vanhentunut" in page.content.decode()


@pytest.mark.parametrize("spoil", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: "x" + t, lambda _: "x"])
def test_a_link_that_isn_t_ours_leads_nowhere(porvoo, spoil):
    token = token_of(asked(porvoo))
    with pytest.raises(NotFound):
        confirm_mailbox(token=spoil(token), now=NOW)


def test_a_mailbox_isn_t_filled_with_tests(porvoo):
    asked(porvoo)
    with pytest.raises(refusals.AskedJustNow):
        asked(an_authority("Tampere"), now=NOW + dt.timedelta(seconds=90))
    again = asked(porvoo, now=NOW + dt.timedelta(minutes=3))
    confirm_mailbox(token=token_of(again), now=NOW + dt.timedelta(minutes=4))
    assert asked(porvoo, now=NOW + dt.timedelta(minutes=5)) == again
    assert Job.objects.filter(task__endswith="send_test_message").count() == 2


def test_before_there_is_an_authority_the_confirmation_is_its_coming_administrator_s():
    eeva = a_person("Eeva")
    confirm_mailbox(token=token_of(asked(None, actor=eeva)), now=NOW)
    new, other = an_authority("Uusi"), an_authority("Toinen")
    assert not queries.is_mailbox_confirmed(ADDRESS, new)
    with_role(eeva, new)
    assert queries.is_mailbox_confirmed(ADDRESS, new)
    assert not queries.is_mailbox_confirmed(ADDRESS, other)


@pytest.mark.parametrize("address", ["", "porvoo", "a@b", "a b@c.example"])
def test_what_is_no_address_gets_no_message(porvoo, address):
    with pytest.raises(refusals.NotAMailbox):
        asked(porvoo, address=address)


def test_only_the_authority_s_administrator_asks_for_it(porvoo):
    eeva = with_role(a_person("Eeva"), porvoo)
    onni, vaino = with_role(a_person("Onni"), porvoo, RoleName.HANDLER), with_role(a_person(), an_authority())
    for stranger in (onni, vaino):
        with pytest.raises(refusals.NotYoursToDecide):
            asked(porvoo, actor=stranger)
    assert asked(porvoo, actor=eeva).asked_by == eeva
