"""That the service was measured with everything on: found out, not claimed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from customer import Customer
from django.conf import settings
from django.db import connection
from document import with_script

from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.serving import open_file
from kevytasiointi.exports.models import Receipt
from kevytasiointi.ledger.models import AuditEntry

_HAMMERING = 300
_FORBIDDEN = 403
_REFUSED = 422
_TOO_MANY = 429


@dataclass(frozen=True)
class Proof:
    what: str
    is_on: bool
    seen: str

    def __str__(self) -> str:
        word = "on" if self.is_on else "OFF"
        return f"{self.what}: {word} ({self.seen})"


@dataclass(frozen=True)
class Run:
    """What the measured part of a run left behind."""

    references: Sequence[str]
    requests: int
    letters: int
    request_log: Path


def proofs(run: Run, someone: Customer) -> list[Proof]:
    """Look at what the run left, then try what must be refused."""
    return [
        _production(),
        _durability(),
        _audit(run),
        _receipts(run),
        _letters(run),
        _request_log(run),
        _content_checks(someone),
        _csrf(someone),
        _rate_limits(someone),
    ]


def _production() -> Proof:
    mode = settings.ENVIRONMENT.mode
    return Proof("production mode", mode == "production" and not settings.DEBUG, f"{mode}, DEBUG={settings.DEBUG}")


def _durability() -> Proof:
    if connection.vendor == "sqlite":
        journal, synchronous = _asked("PRAGMA journal_mode"), _asked("PRAGMA synchronous")
        seen = f"SQLite {_asked('SELECT sqlite_version()')}, journal_mode={journal}, synchronous={synchronous}"
        return Proof("synchronous FULL", (journal, synchronous) == ("wal", "2"), seen)
    names = ("fsync", "synchronous_commit", "full_page_writes")
    values = [_asked(f"SHOW {name}") for name in names]
    seen = ", ".join(f"{name}={value}" for name, value in zip(names, values, strict=True))
    return Proof("fsync", values == ["on", "on", "on"], f"PostgreSQL {_asked('SHOW server_version')}, {seen}")


def _asked(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone()[0])


def _audit(run: Run) -> Proof:
    sent = Application.objects.filter(reference__in=run.references).values_list("public_id", flat=True)
    entries = AuditEntry.objects.filter(object_kind="application", object_id__in=list(sent))
    counts = [entries.filter(action=action).count() for action in ("application.started", "application.sent")]
    seen = f"{len(run.references)} applications, {counts[0]} entries of starting, {counts[1]} of sending"
    return Proof("audit", counts == [len(run.references)] * 2, seen)


def _receipts(run: Run) -> Proof:
    submissions = Submission.objects.filter(application__reference__in=run.references)
    receipts = Receipt.objects.filter(submission__in=submissions).select_related("file")
    archival = 0
    for receipt in receipts:
        with open_file(receipt.file) as file:
            content = file.read()
        archival += content.startswith(b"%PDF-") and b"pdfaid:part" in content and b"pdfuaid:part" in content
    seen = f"{len(run.references)} applications, {archival} PDF files that say PDF/A and PDF/UA"
    return Proof("receipt PDF", archival == submissions.count() == len(run.references), seen)


def _letters(run: Run) -> Proof:
    due = 2 * len(run.references)
    return Proof("e-mail by SMTP", run.letters == due, f"{run.letters} letters taken by the mail server, {due} due")


def _request_log(run: Run) -> Proof:
    lines = sum(1 for line in run.request_log.open(encoding="utf-8") if re.search(r" (GET|POST) /", line))
    return Proof("request log", lines >= run.requests, f"{lines} lines for {run.requests} counted requests")


def _content_checks(someone: Customer) -> Proof:
    step = someone.page_of_a_draft("place")
    refused = []
    for content in (with_script(), b"\x89PNG\r\n\x1a\n" + bytes(100)):
        before = StoredFile.objects.count()
        answer = someone.attach(step, content)
        refused.append(answer.status == _REFUSED and StoredFile.objects.count() == before)
    seen = "a PDF with a script and a picture called .pdf were refused and not kept"
    return Proof("content checks", all(refused), seen if all(refused) else f"refused: {refused}")


def _csrf(someone: Customer) -> Proof:
    status = someone.start(token="").status
    return Proof("CSRF", status == _FORBIDDEN, f"a POST without its token is answered {status}")


def _rate_limits(someone: Customer) -> Proof:
    hammer: Callable[[], int] = lambda: someone.start(token="").status  # noqa: E731 - said once
    refused = sum(hammer() == _TOO_MANY for _ in range(_HAMMERING))
    seen = f"{refused} of {_HAMMERING} POSTs in a row were answered {_TOO_MANY}"
    return Proof("rate limits", refused > 0, seen)
