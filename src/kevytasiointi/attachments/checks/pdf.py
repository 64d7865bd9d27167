"""PDF: opens without mending, isn't encrypted, has pages, does nothing by itself."""

from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final, cast

import pikepdf

from kevytasiointi.attachments.refusals import ActiveContent, Broken, Encrypted, ExpandsTooFar
from kevytasiointi.attachments.rules import MEBIBYTE

_MAX_OBJECTS: Final = 500_000
_MAX_DEPTH: Final = 60
_UNREAD: Final = ("error decoding", "unfilterable")
_ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/ImportData"})
_KEYS: Final = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"})
_TYPES: Final = frozenset({"/EmbeddedFile"})

# For the whole process: a stream of 600 kB can say 600 MB of objects.
pikepdf.settings.set_qpdf_limits(flate_max_memory=32 * MEBIBYTE, run_length_max_memory=32 * MEBIBYTE)


def check_pdf(file: IO[bytes]) -> None:
    """Refuses `Encrypted`, `Broken`, `ActiveContent` or `ExpandsTooFar`.

    Objects are read as a reader would, so that names written with #-escapes and objects in
    compressed streams are seen as well.
    """
    try:
        with pikepdf.open(cast("BinaryIO", file), suppress_warnings=True, attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise Encrypted
            if len(pdf.objects) > _MAX_OBJECTS:
                raise ExpandsTooFar
            _refuse_active(pdf)
            _refuse_unread(pdf)
            if not len(pdf.pages):
                raise Broken
    except pikepdf.PasswordError as error:
        raise Encrypted from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as error:
        raise Broken from error


def _refuse_active(pdf: pikepdf.Pdf) -> None:
    for obj in pdf.objects:
        for dictionary in _dictionaries(obj):
            if found := _active_part(dictionary):
                raise ActiveContent(found=found)


def _refuse_unread(pdf: pikepdf.Pdf) -> None:
    """qpdf passes over a packed stream of objects that it can't unpack. What wasn't seen may act elsewhere."""
    if any(words in str(warning) for warning in pdf.get_warnings() for words in _UNREAD):
        raise Broken


def _active_part(dictionary: Any) -> str:
    """The name of what acts in `dictionary`, else empty."""
    for key in _KEYS & set(dictionary.keys()):
        return key
    if (action := str(dictionary.get("/S", ""))) in _ACTIONS:
        return action
    kind = str(dictionary.get("/Type", ""))
    return kind if kind in _TYPES else ""


def _dictionaries(obj: Any) -> Iterator[Any]:
    """The dictionary that `obj` is, and those written directly inside it; references are objects of their own."""
    waiting: list[tuple[Any, int]] = [(obj, 0)]
    while waiting:
        current, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            raise Broken
        if isinstance(current, (pikepdf.Dictionary, pikepdf.Stream)):
            yield current
            inner: Iterator[Any] = (value for _, value in current.items())
        elif isinstance(current, pikepdf.Array):
            inner = iter(current)
        else:
            continue
        waiting.extend(
            (value, depth + 1)
            for value in inner
            if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect
        )
