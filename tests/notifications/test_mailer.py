"""The mailer against a real SMTP server."""

import datetime as dt
import socket
from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.config.environment import Mode
from kevytasiointi.notifications.adapters.mailer import (
    LetterRefused,
    MailboxMailer,
    NotTaken,
    SmtpMailer,
    mail_address,
    the_mailer,
)
from kevytasiointi.notifications.letters import Letter

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
LETTER = Letter(
    message_id="<W2vD7Q-c1sTz_lk9fFn3Yw.0123456789abcdef@kevytasiointi.viranomainen.example.invalid>",
    recipient="aino@example.invalid",
    language="sv",
    subject="Vi har tagit emot: anmälan om tillfälligt buller från ett evenemang som pågår länge, även nattetid",
    text="Hej!\n\nÄrendet har kommit fram.\n",
    html="<p>Hej!</p><p>Ärendet har kommit fram.</p>",
)


def mailer_at(port):
    return SmtpMailer.at(f"smtp://127.0.0.1:{port}", sender="palvelu@example.invalid", host="palvelu.example.invalid")


@pytest.fixture
def mailer(smtp):
    return mailer_at(smtp.port)


def test_a_letter_arrives_as_it_was_written(mailer, smtp):
    mailer.send(LETTER, now=NOW)

    (arrived,) = smtp.letters
    assert (arrived.sender, arrived.recipients) == ("palvelu@example.invalid", ("aino@example.invalid",))
    assert arrived.message_id == LETTER.message_id
    assert arrived.subject == LETTER.subject
    assert arrived.text.replace("\r\n", "\n") == LETTER.text
    headers = arrived.message
    assert headers["To"] == "aino@example.invalid"
    assert headers["Date"] == "Tue, 24 Nov 2026 10:00:00 +0000"
    assert headers["Content-Language"] == "sv"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers.as_bytes().isascii()
    assert headers.get_body(("html",)).get_content().strip() == LETTER.html


@pytest.mark.parametrize("answer", ["550 5.1.1 no such user", "553 5.1.3 bad address"])
def test_an_address_that_does_not_exist_is_refused_for_good(mailer, smtp, answer):
    smtp.refuse("aino@example.invalid", answer)

    with pytest.raises(LetterRefused):
        mailer.send(LETTER, now=NOW)


@pytest.mark.parametrize("answer", ["450 4.2.1 mailbox busy", "452 4.2.2 mailbox full"])
def test_an_address_that_cannot_be_reached_now_is_tried_again(mailer, smtp, answer):
    smtp.refuse("aino@example.invalid", answer)

    with pytest.raises(NotTaken):
        mailer.send(LETTER, now=NOW)
    smtp.be_well()
    mailer.send(LETTER, now=NOW)
    assert len(smtp.letters) == 1


@pytest.mark.parametrize(
    ("answer", "error"), [("451 4.3.0 try later", NotTaken), ("554 5.6.0 we do not take that", LetterRefused)]
)
def test_what_the_server_says_of_the_content_counts(mailer, smtp, answer, error):
    smtp.answer_next(answer)

    with pytest.raises(error):
        mailer.send(LETTER, now=NOW)
    assert smtp.letters == []


def test_a_silent_server_is_not_waited_for_for_ever(mailer, smtp):
    smtp.stay_silent()

    with pytest.raises(NotTaken):
        replace(mailer, seconds=0.2).send(LETTER, now=NOW)
    assert 0 < mailer.seconds <= 10


def test_a_server_that_never_greets_is_not_waited_for_for_ever():
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        with pytest.raises(NotTaken):
            replace(mailer_at(mute.getsockname()[1]), seconds=0.2).send(LETTER, now=NOW)


def test_a_server_that_is_not_there_is_tried_again():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    with pytest.raises(NotTaken):
        mailer_at(port).send(LETTER, now=NOW)


def test_a_server_that_hangs_up_after_the_content_has_not_said_yes(mailer, smtp):
    smtp.hang_up_after_content()

    with pytest.raises(NotTaken):
        mailer.send(LETTER, now=NOW)
    mailer.send(LETTER, now=NOW)
    assert [letter.message_id for letter in smtp.letters] == [LETTER.message_id] * 2


def test_nothing_is_sent_in_the_open_when_encryption_was_asked_for(smtp):
    mailer = SmtpMailer.at(f"{smtp.url}?tls=starttls", sender="palvelu@example.invalid", host="example.invalid")

    with pytest.raises(NotTaken):
        mailer.send(LETTER, now=NOW)
    assert smtp.letters == []


def test_a_wrong_password_is_the_operators_to_mend(smtp):
    mailer = SmtpMailer.at(
        f"smtp://user:p%40ss@127.0.0.1:{smtp.port}", sender="palvelu@example.invalid", host="example.invalid"
    )
    assert (mailer.user, mailer.password) == ("user", "p@ss")

    with pytest.raises(NotTaken):
        mailer.send(LETTER, now=NOW)
    assert smtp.letters == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "aino",
        "@example.invalid",
        "aino@",
        "aino@example.invalid\nBcc: all@example.invalid",
        "aino@example.invalid, bo@example.invalid",
        "aino@example.invalid\u2028x",
        "<aino@example.invalid>",
        '"aino, bo"@example.invalid',
        "äiti@example.invalid",
        f"aino@{'x' * 70}.invalid",
    ],
)
def test_what_is_no_address_is_refused_before_the_server_is_asked(mailer, smtp, address):
    with pytest.raises(LetterRefused):
        mailer.send(replace(LETTER, recipient=address), now=NOW)
    assert smtp.letters == []


@given(st.text() | st.emails())
def test_an_address_is_one_printable_word_or_refused(typed):
    try:
        address = mail_address(typed)
    except LetterRefused:
        return
    assert address.isascii()
    assert address.split() == [address]


def test_a_domain_in_other_letters_is_written_as_mail_servers_take_it(mailer, smtp):
    mailer.send(replace(LETTER, recipient="aino@mäkelä.invalid"), now=NOW)

    (recipient,) = smtp.letters[0].recipients
    assert recipient.isascii()
    assert recipient.encode().partition(b"@")[2].decode("idna") == "mäkelä.invalid"


@pytest.mark.parametrize(
    ("url", "port", "is_tls", "is_starttls"),
    [
        ("smtp://mail.example.invalid", 25, False, False),
        ("smtp://mail.example.invalid:587?tls=starttls", 587, False, True),
        ("smtps://mail.example.invalid", 465, True, False),
    ],
)
def test_the_operators_address_of_the_server_is_understood(url, port, is_tls, is_starttls):
    mailer = SmtpMailer.at(url, sender="palvelu@example.invalid", host="example.invalid")
    assert (mailer.host, mailer.port) == ("mail.example.invalid", port)
    assert (mailer.is_tls, mailer.is_starttls) == (is_tls, is_starttls)


@pytest.mark.parametrize("url", ["mail.example.invalid", "http://mail.example.invalid", "smtp://", "smtp://m?tls=yes"])
def test_an_address_that_is_none_is_said_to_be_wrong(url):
    with pytest.raises(ImproperlyConfigured, match="SMTP_URL"):
        SmtpMailer.at(url, sender="palvelu@example.invalid", host="example.invalid")


def test_mail_needs_a_sender():
    with pytest.raises(ImproperlyConfigured, match="MAIL_FROM"):
        SmtpMailer.at("smtp://mail.example.invalid", sender="", host="example.invalid")


def test_without_a_server_mail_stays_in_the_house_where_all_is_pretended(settings):
    assert isinstance(the_mailer(), MailboxMailer)


def test_in_production_mail_has_to_leave(settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode=Mode.PRODUCTION)
    with pytest.raises(ImproperlyConfigured):
        the_mailer()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_server_that_is_named_is_used_in_every_mode(settings, mode):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode=mode, smtp_url="smtp://mail.example.invalid")
    assert isinstance(the_mailer(), SmtpMailer)
    assert not the_mailer().keeps_text
