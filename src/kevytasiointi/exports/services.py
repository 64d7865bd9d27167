"""Make a receipt once, and a package each time it is asked for."""

import datetime as dt
import tempfile
from dataclasses import dataclass
from typing import IO

from django.db import transaction

from kevytasiointi.applications.models import Submission
from kevytasiointi.attachments import services as files
from kevytasiointi.attachments.serving import open_file
from kevytasiointi.exports import queries
from kevytasiointi.exports.models import Receipt
from kevytasiointi.exports.package import FileDisagrees, write_package
from kevytasiointi.exports.receipt import receipt_pdf
from kevytasiointi.exports.receipt.texts import FILE_NAME


@dataclass(frozen=True, slots=True)
class Package:
    """A ZIP, open at its beginning; closing it removes it."""

    name: str
    content: IO[bytes]


def ensure_receipt(*, submission: Submission, now: dt.datetime) -> Receipt:
    """The receipt of `submission`, made now if it hasn't been: the same one to everybody who asks, for ever.

    When several ask at once, each may typeset it, but one row is written and the others' files are
    marked removed. Nothing is locked while typesetting.
    """
    made = _receipt(submission)
    if made is not None:
        return made
    file = files.keep(
        owner=f"receipt:{submission.application.public_id}",
        name=FILE_NAME.in_language(submission.language).format(reference=submission.application.reference),
        media_type="application/pdf",
        content=receipt_pdf(queries.receipt_data(submission)),
        now=now,
    )
    with transaction.atomic():
        receipt, is_ours = Receipt.objects.get_or_create(
            submission=submission, defaults={"file": file, "sha256": file.sha256, "made_at": now}
        )
        if not is_ours:
            files.mark_removed(file=file, now=now)
    return receipt


def package(*, submission: Submission, now: dt.datetime) -> Package:
    """Everything that was sent, in one ZIP. The caller has logged the look.

    Raises `FileDisagrees` when an attachment is missing or isn't what was sent.
    """
    receipt = ensure_receipt(submission=submission, now=now)
    data = queries.package_data(submission, pdf=_bytes_of(receipt))
    content = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the caller, whose answer closes it
    try:
        write_package(data, content)
    except BaseException:
        content.close()
        raise
    content.seek(0)
    return Package(name=f"{submission.application.reference}.zip", content=content)


def _receipt(submission: Submission) -> Receipt | None:
    return Receipt.objects.select_related("file").filter(submission=submission).first()


def _bytes_of(receipt: Receipt) -> bytes:
    try:
        with open_file(receipt.file) as file:
            return file.read()
    except FileNotFoundError as error:
        raise FileDisagrees from error
