import datetime as dt
from dataclasses import replace

import pytest

from kevytasiointi.config.environment import Mode
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.notifications.adapters.mailer import LetterRefused, NotTaken
from kevytasiointi.notifications.models import SentMail
from kevytasiointi.notifications.notices import Notice
from kevytasiointi.notifications.queries import mailbox
from kevytasiointi.notifications.services import deliver

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
NOTICE = Notice(
    template="alert_new",
    language="fi",
    recipient="kirjaamo@example.invalid",
    link="https://asiointi.example.invalid/fi/asiat/abc",
    procedure="Meluilmoitus",
    reference="KA-1234-5678-90A",
)


@pytest.fixture
def post(smtp, settings):
    """The service sends through the post office."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, smtp_url=smtp.url)
    return smtp


def test_a_notice_is_sent_and_that_it_was_taken_is_noted(post):
    sent = deliver(notice=NOTICE, key="job", now=NOW)

    (letter,) = post.letters
    assert sent.message_id == letter.message_id
    assert (sent.recipient, sent.accepted_at) == ("kirjaamo@example.invalid", NOW)
    assert sent.subject == letter.subject == "Uusi asia odottaa: Meluilmoitus"
    assert sent.body == "", "what is really sent isn't kept"


def test_a_notice_is_sent_once_for_one_job(post):
    first = deliver(notice=NOTICE, key="job", now=NOW)
    again = deliver(notice=NOTICE, key="job", now=NOW + dt.timedelta(hours=1))

    assert again == first
    assert len(post.letters) == 1


def test_another_job_sends_another_notice(post):
    deliver(notice=NOTICE, key="job", now=NOW)
    deliver(notice=NOTICE, key="another", now=NOW)

    assert len({letter.message_id for letter in post.letters}) == 2


@pytest.mark.parametrize(("answer", "error"), [("450 later", NotTaken), ("550 never", LetterRefused)])
def test_what_was_not_taken_is_not_noted(post, answer, error):
    post.refuse("kirjaamo@example.invalid", answer)

    with pytest.raises(error):
        deliver(notice=NOTICE, key="job", now=NOW)
    assert not SentMail.objects.exists()


def test_what_the_server_took_without_saying_so_comes_again_under_the_same_id(post):
    post.hang_up_after_content()
    with pytest.raises(NotTaken):
        deliver(notice=NOTICE, key="job", now=NOW)

    deliver(notice=NOTICE, key="job", now=NOW)
    first, second = post.letters
    assert first.message_id == second.message_id
    assert SentMail.objects.count() == 1


def test_in_the_demonstration_letters_are_read_in_the_mailbox():
    deliver(notice=NOTICE, key="first", now=NOW)
    deliver(notice=replace(NOTICE, template="receipt"), key="second", now=NOW)

    last, first = mailbox()
    assert NOTICE.link in first.body
    assert last.subject == "Olemme vastaanottaneet: Meluilmoitus"


def test_production_has_no_mailbox(settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode=Mode.PRODUCTION)

    with pytest.raises(NotFound):
        mailbox()
