"""Receive a file, keep one made here, mark one removed."""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import get_language

from kevytasiointi.attachments.adapters.storage import file_store, new_key
from kevytasiointi.attachments.checks import check
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.refusals import EmptyFile, NotKept, TooLarge, TypeNotAccepted
from kevytasiointi.attachments.rules import MEBIBYTE, clean_name, names_of_types, type_by_name

_CHUNK_BYTES: Final = MEBIBYTE


def receive(
    *, owner: str, uploaded: "UploadedFile[bytes]", accept: Collection[str], max_bytes: int, now: dt.datetime
) -> StoredFile:
    """Checks and keeps what somebody sent; else one of `refusals`, and then nothing of it is kept.

    `accept` holds ids of `rules.TYPES`. The bytes are on disk before the row is, so call this outside a
    transaction: checking and writing take longer than a database should be locked. If the row can't be
    written, the bytes stay without one until they are swept.
    """
    name = clean_name(uploaded.name or "")
    claimed = type_by_name(name)
    if claimed is None or claimed.id not in accept:
        raise TypeNotAccepted(accepted=", ".join(names_of_types(accept, get_language() or "fi")))
    _refuse_size(uploaded.size or 0, max_bytes)
    found = check(uploaded, name=name, accept=accept)
    return _keep(_chunks_within(uploaded, max_bytes), owner=owner, name=name, media_type=found.media_type, now=now)


def keep(*, owner: str, name: str, media_type: str, content: bytes, now: dt.datetime) -> StoredFile:
    """Keeps a file that was made here, such as a receipt. The caller vouches for its content."""
    return _keep([content], owner=owner, name=clean_name(name), media_type=media_type, now=now)


@transaction.atomic
def mark_removed(*, file: StoredFile, now: dt.datetime) -> None:
    """The file is no longer shown; its bytes wait for the retention run. Doing it again changes nothing."""
    StoredFile.objects.filter(pk=file.pk, removed_at=None).update(removed_at=now)
    file.refresh_from_db(fields=["removed_at"])


class _Measured(Iterable[bytes]):
    """Passes chunks on and knows afterwards how much went by, and its digest."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks
        self._digest = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self._digest.update(chunk)
            self.size += len(chunk)
            yield chunk

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


def _keep(chunks: Iterable[bytes], *, owner: str, name: str, media_type: str, now: dt.datetime) -> StoredFile:
    measured = _Measured(chunks)
    key = new_key()
    try:
        file_store().save(key, measured)
    except OSError as error:
        raise NotKept from error
    return StoredFile.objects.create(
        owner=owner,
        name=name,
        media_type=media_type,
        size=measured.size,
        sha256=measured.sha256,
        storage_key=key,
        created_at=now,
    )


def _chunks_within(uploaded: "UploadedFile[bytes]", max_bytes: int) -> Iterator[bytes]:
    """The size that the upload says is not believed twice."""
    passed = 0
    for chunk in uploaded.chunks(_CHUNK_BYTES):
        passed += len(chunk)
        _refuse_size(passed, max_bytes)
        yield chunk


def _refuse_size(size: int, max_bytes: int) -> None:
    if not size:
        raise EmptyFile
    if size > max_bytes:
        raise TooLarge(max_mb=max_bytes // MEBIBYTE)
