"""A real SMTP server on loopback, whose answers a test can choose."""

import asyncio
import email
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope


@dataclass(frozen=True)
class Letter:
    """One message as it arrived."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        return cast("str", body.get_content()) if body else ""


@dataclass
class PostOffice:
    """Takes in everything, unless told otherwise. `url` is what the mailer is configured with."""

    port: int = 0
    letters: list[Letter] = field(default_factory=list)
    _refused: dict[str, str] = field(default_factory=dict)
    _answers: list[str] = field(default_factory=list)
    _is_silent: bool = False
    _hangs_up: bool = False

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def refuse(self, address: str, answer: str = "550 5.1.1 No such mailbox here") -> None:
        """Every message to `address` is refused when the recipient is named."""
        self._refused[address] = answer

    def answer_next(self, *answers: str) -> None:
        """The coming messages get these answers after their content: `451 …`, `554 …`, `250 …`; then all is well."""
        self._answers.extend(answers)

    def stay_silent(self) -> None:
        """Take the content of messages and never answer: what a time-out is for."""
        self._is_silent = True

    def hang_up_after_content(self) -> None:
        """Keep the next message and break the connection before saying so: the sender can't know."""
        self._hangs_up = True

    def be_well(self) -> None:
        self._refused.clear()
        self._answers.clear()
        self._is_silent = self._hangs_up = False

    # What aiosmtpd calls; the names are its own.

    async def handle_RCPT(  # noqa: N802, PLR0917
        self, server: SMTP, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self._refused:
            return self._refused[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient known"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Envelope) -> str:  # noqa: N802
        while self._is_silent:  # noqa: ASYNC110 - it is the test's thread that ends the silence
            await asyncio.sleep(0.02)
        answer = self._answers.pop(0) if self._answers else "250 2.0.0 Taken in"
        if answer.startswith("2"):
            self.letters.append(_letter(envelope))
        if self._hangs_up:
            self._hangs_up = False
            server.transport.abort()
        return answer


def _letter(envelope: Envelope) -> Letter:
    content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
    message = cast("EmailMessage", email.message_from_bytes(content, policy=policy.default))
    return Letter(envelope.mail_from or "", tuple(envelope.rcpt_tos), message)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return cast("int", probe.getsockname()[1])


@pytest.fixture
def smtp() -> Iterator[PostOffice]:
    office = PostOffice(port=free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    yield office
    office.be_well()
    controller.stop()
