"""Handing a letter to the mail server."""

import contextlib
import datetime as dt
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from kevytasiointi.ledger.failures import PermanentFailure
from kevytasiointi.notifications.letters import Letter

_SECONDS: Final = 10
_PORTS: Final = {"smtp": 25, "smtps": 465}
_PERMANENT: Final = range(500, 600)


class NotTaken(Exception):  # noqa: N818 - it says what happened to the letter
    """The mail server couldn't be reached, or doesn't take the letter now. Another attempt may succeed."""


class LetterRefused(PermanentFailure):
    """The mail server will never take this letter: no such address, or no such content."""


class Mailer(Protocol):
    """What sends letters."""

    @property
    def keeps_text(self) -> bool:
        """Whether the text of what was sent is to be kept and shown: only where nothing is really sent."""

    def send(self, letter: Letter, *, now: dt.datetime) -> None:
        """Returns when the mail server has taken the letter; else raises `NotTaken` or `LetterRefused`."""


def the_mailer() -> Mailer:
    """The mail server that the operator named; in demo and test mode, if none is named, a mailbox of our own."""
    environment = settings.ENVIRONMENT
    if environment.smtp_url:
        return SmtpMailer.at(environment.smtp_url, sender=environment.mail_from, host=environment.host)
    if environment.mode.is_pretend:
        return MailboxMailer()
    raise ImproperlyConfigured("Set KEVYTASIOINTI_SMTP_URL: in production mail has to leave.")


class MailboxMailer:
    """Sends nothing: letters stay in the house, to be read on the mailbox page of the demonstration."""

    keeps_text = True

    def send(self, letter: Letter, *, now: dt.datetime) -> None:
        """Always taken."""


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Speaks SMTP. With STARTTLS or smtps the server's certificate must be good; there is no falling back."""

    host: str
    port: int
    sender: str
    our_name: str
    user: str = ""
    password: str = ""
    is_tls: bool = False
    is_starttls: bool = False
    seconds: float = _SECONDS
    keeps_text: bool = False

    @classmethod
    def at(cls, url: str, *, sender: str, host: str) -> "SmtpMailer":
        """From `smtp://user:password@host:port?tls=starttls` or `smtps://…`; `host` is ours."""
        parts = urlsplit(url)
        tls = parse_qs(parts.query).get("tls", [""])[0]
        if parts.scheme not in _PORTS or not parts.hostname or tls not in {"", "starttls"}:
            raise ImproperlyConfigured(
                "KEVYTASIOINTI_SMTP_URL must be like smtp://host:25?tls=starttls or smtps://host."
            )
        if not sender:
            raise ImproperlyConfigured("Set KEVYTASIOINTI_MAIL_FROM to the address that notices come from.")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[parts.scheme],
            sender=sender,
            our_name=host,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            is_tls=parts.scheme == "smtps",
            is_starttls=tls == "starttls",
        )

    def send(self, letter: Letter, *, now: dt.datetime) -> None:
        recipient = mail_address(letter.recipient)
        message = self._message(letter, recipient, now).as_bytes()
        try:
            with self._connection() as server:
                server.sendmail(self.sender, [recipient], message)
        except smtplib.SMTPRecipientsRefused as error:
            raise _refusal(error.recipients[recipient][0]) from error
        except smtplib.SMTPDataError as error:
            raise _refusal(error.smtp_code) from error
        except (smtplib.SMTPException, OSError) as error:
            # Whatever else fails is the operator's to mend: unreachable, wrong password, sender not allowed.
            raise NotTaken from error

    @contextlib.contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        server = self._connect()
        try:
            server.ehlo()
            if self.is_starttls:
                server.starttls(context=ssl.create_default_context())
                server.ehlo()
            if self.user:
                server.login(self.user, self.password)
            yield server
            # The letter has been taken: how the server takes our leave changes nothing.
            with contextlib.suppress(smtplib.SMTPException, OSError):
                server.quit()
        finally:
            server.close()

    def _connect(self) -> smtplib.SMTP:
        # Our name is given: smtplib would otherwise ask a name server, which may be away as well.
        if self.is_tls:
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, self.port, self.our_name, timeout=self.seconds, context=context)
        return smtplib.SMTP(self.host, self.port, self.our_name, timeout=self.seconds)

    def _message(self, letter: Letter, recipient: str, now: dt.datetime) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self.sender
        message["To"] = recipient
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(now)
        message["Message-ID"] = letter.message_id
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence notice is sent to us
        # Seven bits: not every server on the way promises more.
        message.set_content(letter.text, cte="quoted-printable")
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
        message["Content-Language"] = letter.language
        return message


def mail_address(typed: str) -> str:
    """The address as every mail server takes it; raises `LetterRefused` if it can't be one."""
    name, _, domain = typed.rpartition("@")
    try:
        address = f"{name}@{domain.encode('idna').decode()}"
        validate_email(address)
    except (UnicodeError, ValidationError):
        raise LetterRefused from None
    # A quoted name may hold what begins another address in a header.
    if '"' in name:
        raise LetterRefused
    return address


def _refusal(code: int) -> Exception:
    return LetterRefused() if code in _PERMANENT else NotTaken()
