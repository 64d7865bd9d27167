"""The port to the place where bytes are kept, and the folder that is the usual one."""

import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Protocol

from django.conf import settings

_KEY: Final = re.compile(r"[0-9a-f]{64}")
_OWNER_ONLY_FILE: Final = 0o600
_OWNER_ONLY_FOLDER: Final = 0o700


def new_key() -> str:
    """A random name under which bytes are kept; it says nothing about them."""
    return secrets.token_hex(32)


class FileStore(Protocol):
    """Keeps bytes under keys. A key is written once and never changed."""

    def save(self, key: str, chunks: Iterable[bytes]) -> None:
        """All of `chunks` under `key`, durably, or nothing: then what went wrong is raised."""

    def open(self, key: str) -> IO[bytes]:
        """The bytes, to be closed by the caller; `FileNotFoundError` if there are none."""

    def delete(self, key: str) -> None:
        """No bytes under `key` any more, whether or not there were any."""


class FolderStore:
    """A folder of this computer, outside everything that the web server serves.

    A file is written beside its place, synced and renamed, so that no part of a file ever looks like a
    whole one, and then its folder is synced, so that it is there after a power cut.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, key: str, chunks: Iterable[bytes]) -> None:
        place = self._place(key)
        self._make_folder(place.parent)
        unfinished = place.with_suffix(f".{secrets.token_hex(4)}.part")
        try:
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY_FILE)
            with os.fdopen(descriptor, "wb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.link(unfinished, place)  # unlike rename, it refuses to replace a file
        finally:
            with suppress(OSError):
                unfinished.unlink()
        _sync_folder(place.parent)

    def open(self, key: str) -> IO[bytes]:
        return self._place(key).open("rb")

    def delete(self, key: str) -> None:
        place = self._place(key)
        place.unlink(missing_ok=True)
        if place.parent.exists():
            _sync_folder(place.parent)

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("not a key of ours")
        return self._folder / key[:2] / key

    def _make_folder(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            _sync_folder(folder.parent)


def file_store() -> FileStore:
    """The store that the operator has chosen."""
    return FolderStore(settings.FILES_FOLDER)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
