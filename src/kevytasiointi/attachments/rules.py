"""What files are taken in, how large, and how their names are kept. Data and pure functions."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from kevytasiointi.core.text import Text

MEBIBYTE: Final = 1024 * 1024
DEFAULT_MAX_BYTES: Final = 10 * MEBIBYTE
MAX_PIXELS: Final = 40_000_000
MAX_ARCHIVE_ENTRIES: Final = 1_000
MAX_UNPACKED_BYTES: Final = 100 * MEBIBYTE
MAX_NAME_BYTES: Final = 255
_MAX_EXTENSION_LETTERS: Final = 10
_NAMELESS: Final = "tiedosto"
# Marks that change the order in which letters are shown: "sop\u202efdp.exe" reads as "sopexe.pdf".
_CATEGORIES_LEFT_OUT: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file that may be accepted; `media_type` is what it is served as, whatever the sender said."""

    id: str
    extensions: tuple[str, ...]
    media_type: str
    name: Text


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TYPES: Final[Mapping[str, FileType]] = {
    kind.id: kind
    for kind in (
        FileType("pdf", ("pdf",), "application/pdf", Text(fi="PDF", sv="PDF", en="PDF")),
        FileType("jpg", ("jpg", "jpeg"), "image/jpeg", Text(fi="JPEG-kuva", sv="JPEG-bild", en="JPEG picture")),
        FileType("png", ("png",), "image/png", Text(fi="PNG-kuva", sv="PNG-bild", en="PNG picture")),
        FileType("heic", ("heic", "heif"), "image/heic", Text(fi="HEIC-kuva", sv="HEIC-bild", en="HEIC picture")),
        FileType("webp", ("webp",), "image/webp", Text(fi="WebP-kuva", sv="WebP-bild", en="WebP picture")),
        FileType("docx", ("docx",), _WORD, Text(fi="Word (docx)", sv="Word (docx)", en="Word (docx)")),
        FileType("xlsx", ("xlsx",), _EXCEL, Text(fi="Excel (xlsx)", sv="Excel (xlsx)", en="Excel (xlsx)")),
        FileType(
            "odt",
            ("odt",),
            "application/vnd.oasis.opendocument.text",
            Text(fi="OpenDocument-teksti (odt)", sv="OpenDocument-text (odt)", en="OpenDocument text (odt)"),
        ),
    )
}


def names_of_types(accept: Collection[str], language: str) -> tuple[str, ...]:
    """The accepted types in words, in the order of our own list: said before the person chooses a file."""
    return tuple(kind.name.in_language(language) for kind in TYPES.values() if kind.id in accept)


def extensions_of_types(accept: Collection[str]) -> tuple[str, ...]:
    """The accepted extensions with their dots: for the `accept` attribute, a hint and never a check."""
    return tuple(f".{extension}" for kind in TYPES.values() if kind.id in accept for extension in kind.extensions)


def type_by_name(name: str) -> FileType | None:
    """The type that the extension of `name` claims, or None."""
    extension = name.rpartition(".")[2].casefold() if "." in name else ""
    return next((kind for kind in TYPES.values() if extension in kind.extensions), None)


def clean_name(name: str) -> str:
    """The sender's name of a file, letter for letter, but composed (NFC), on one line and at most 255 bytes.

    Control characters and marks that hide or reorder letters are left out, and so is a path before
    the name. What remains is data: it is never used as a path.
    """
    bare = name.replace("\\", "/").rpartition("/")[2]
    composed = unicodedata.normalize("NFC", bare)
    shown = "".join(c for c in composed if unicodedata.category(c) not in _CATEGORIES_LEFT_OUT).strip()
    return _shortened(shown or _NAMELESS)


def _shortened(name: str) -> str:
    """`name` cut from before its extension so that it fits."""
    if len(name.encode()) <= MAX_NAME_BYTES:
        return name
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > _MAX_EXTENSION_LETTERS:
        stem, dot, extension = name, "", ""
    room = MAX_NAME_BYTES - len((dot + extension).encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + extension
