"""What a receipt says. Values alone, so that a receipt can be made of nothing else."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kevytasiointi.formflow.sheet import Sheet

Kind = Literal["permit", "notification", "registration", "plan", "supervision_request"]


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptData:
    """All texts are in `language` already. `arrived_at` is aware; it is also the time stamp of the file.

    The same data gives the same bytes.
    """

    language: str
    kind: Kind
    reference: str
    procedure: str
    authority: str
    municipality: str
    arrived_at: dt.datetime
    sender: str
    principal: str = ""
    """For whom it was sent, when that isn't the sender."""
    what_next: str = ""
    handling_days: int | None = None
    sheet: Sheet
    files: tuple[ReceiptFile, ...] = ()
    content_sha256: str = ""
    """Digest of what was sent, by which it can be recognised later."""
    is_example: bool = False
    """Made with a made-up authority: said on every page, so that nobody takes it for a real one."""
    is_rehearsal: bool = False
    """Made up for a dress rehearsal: said on every page too, before all else."""
