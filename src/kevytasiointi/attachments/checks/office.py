"""Word, Excel and OpenDocument: zip archives of XML whose directory is checked before anything is unpacked."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, Final

from kevytasiointi.attachments.checks.office_xml import check_xml
from kevytasiointi.attachments.refusals import ActiveContent, Broken, Encrypted, ExpandsTooFar
from kevytasiointi.attachments.rules import MAX_ARCHIVE_ENTRIES, MAX_UNPACKED_BYTES, MEBIBYTE

_DIRECTORY_END: Final = b"PK\x05\x06"
_DIRECTORY_END_BYTES: Final = 22
_MAX_COMMENT_BYTES: Final = 65_535
_MAX_DIRECTORY_BYTES: Final = MEBIBYTE
_LOCAL_HEADER_BYTES: Final = 30
_RATIO_COUNTS_FROM: Final = 5 * MEBIBYTE
_MAX_RATIO: Final = 300  # Word's own XML reaches 50, a bomb of zeros 1000
_ENCRYPTED_FLAG: Final = 0x1
_ZIP_MAGIC: Final = b"PK\x03\x04"
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0"
_MAX_INNER_BYTES: Final = 20 * MEBIBYTE
_PART_TYPES: Final = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class _Kind:
    required: tuple[str, ...]
    main_type: bytes  # must be said in the part that lists the types


_KINDS: Final[Mapping[str, _Kind]] = {
    "docx": _Kind(
        ("[Content_Types].xml", "word/document.xml"), f"{_PART_TYPES}wordprocessingml.document.main+xml".encode()
    ),
    "xlsx": _Kind(("[Content_Types].xml", "xl/workbook.xml"), f"{_PART_TYPES}spreadsheetml.sheet.main+xml".encode()),
    "odt": _Kind(("mimetype", "content.xml", "META-INF/manifest.xml"), b"application/vnd.oasis.opendocument.text"),
}
_ACTIVE_NAMES: Final = ("vbaproject.bin", "vbadata.xml", "/activex/", "/macrosheets/", "/dialogsheets/")
_ACTIVE_FOLDERS: Final = ("basic/", "scripts/", "customui/")
_EMBEDDED: Final = "/embeddings/"


def office_type(file: IO[bytes]) -> str | None:
    """Which of our office types a zip is by the parts that it has, or None."""
    try:
        names = set(_directory(file).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Broken from error
    return next((kind for kind, needs in _KINDS.items() if names.issuperset(needs.required)), None)


def check_office(file: IO[bytes], kind: str) -> None:
    """Refuses `Broken`, `Encrypted`, `ActiveContent` or `ExpandsTooFar`."""
    try:
        _check_archive(file, kind, is_inner=False)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise Broken from error


def _check_archive(file: IO[bytes], kind: str, *, is_inner: bool) -> None:
    with _directory(file) as archive:
        entries = archive.infolist()
        for entry in entries:
            _check_entry(entry)
        _check_sizes(entries)
        _check_parts(archive, kind)
        for entry in entries:
            _check_content(archive, entry, is_inner=is_inner)


def _directory(file: IO[bytes]) -> zipfile.ZipFile:
    """The opened archive, after a look at how long its directory is."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - _DIRECTORY_END_BYTES - _MAX_COMMENT_BYTES))
    tail = file.read()
    at = tail.rfind(_DIRECTORY_END)
    if at < 0 or len(tail) - at < _DIRECTORY_END_BYTES:
        raise Broken
    entries, length = struct.unpack_from("<HI", tail, at + 10)
    if entries > MAX_ARCHIVE_ENTRIES or length > _MAX_DIRECTORY_BYTES:
        raise ExpandsTooFar
    return zipfile.ZipFile(file)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    parts = entry.filename.replace("\\", "/").split("/")
    if entry.orig_filename != entry.filename or entry.filename.startswith("/") or ".." in parts or ":" in parts[0]:
        raise Broken
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Broken
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise Encrypted
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Broken
    name = entry.filename.casefold()
    if any(part in f"/{name}" for part in _ACTIVE_NAMES) or name.startswith(_ACTIVE_FOLDERS):
        raise ActiveContent(found="macro or program part")


def _check_sizes(entries: Sequence[zipfile.ZipInfo]) -> None:
    """As the directory tells them. What is read afterwards is cut at what was told."""
    if len(entries) > MAX_ARCHIVE_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise ExpandsTooFar
    if any(e.file_size > _RATIO_COUNTS_FROM and e.file_size > _MAX_RATIO * e.compress_size for e in entries):
        raise ExpandsTooFar
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise Broken
    by_place = sorted(entries, key=lambda entry: entry.header_offset)
    for one, following in pairwise(by_place):
        end = one.header_offset + _LOCAL_HEADER_BYTES + len(one.filename) + one.compress_size
        if end > following.header_offset:  # entries that share bytes
            raise ExpandsTooFar


def _check_parts(archive: zipfile.ZipFile, kind: str) -> None:
    needs = _KINDS[kind]
    types = archive.read(needs.required[0])
    if needs.main_type not in types:
        raise ActiveContent(found="macro or template type") if b"macroEnabled" in types else Broken
    if kind == "odt":
        if types.strip() != needs.main_type:
            raise Broken
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Encrypted


def _check_content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, is_inner: bool) -> None:
    name = entry.filename.casefold()
    with archive.open(entry) as part:
        if name.endswith((".xml", ".rels", ".rdf", ".vml")):
            check_xml(part, name)
            return
        begins = part.read(len(_ZIP_MAGIC))
        while part.read(MEBIBYTE):  # to the end: the checksum is compared there
            pass
    is_strange_object = _EMBEDDED in f"/{name}" and begins != _ZIP_MAGIC and entry.file_size
    if is_strange_object or begins == _OLE_MAGIC:
        raise ActiveContent(found="embedded object")
    if begins == _ZIP_MAGIC:
        _check_inner(archive, entry, is_inner=is_inner)


def _check_inner(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, is_inner: bool) -> None:
    """A chart carries its own workbook: one such level is ordinary, any other archive inside is not."""
    if is_inner or _EMBEDDED not in f"/{entry.filename.casefold()}" or entry.file_size > _MAX_INNER_BYTES:
        raise ExpandsTooFar
    inner = io.BytesIO(archive.read(entry))
    kind = office_type(inner)
    if kind is None:
        raise ActiveContent(found="embedded file")
    _check_archive(inner, kind, is_inner=True)
