"""The package of a case: one ZIP for the authority's own case management.

    hakemus.json          answers with their labels and canonical values, facts, form version
    hakemus.pdf           the same as a document
    liitteet/01-….pdf     attachments under names that every archive takes
    manifest-sha256.txt   digests of all of these, for `sha256sum -c`

The same case gives the same bytes. Nothing here knows a database.
"""

import datetime as dt
import hashlib
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import IO, Any, Final

from kevytasiointi.core.clock import FINLAND
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.formflow.sheet import Line, Sheet

FORMAT_VERSION: Final = 1
_CHUNK_BYTES: Final = 1024 * 1024
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3
_MAX_STEM: Final = 80
_MAX_EXTENSION: Final = 10
_NOT_ARCHIVABLE: Final = re.compile(r"[^A-Za-z0-9_]+")
_WRITTEN_OUT: Final = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "đ": "d", "ł": "l", "Ł": "L"})


class FileDisagrees(Refusal):
    """A file in the storage is missing or isn't what was sent: no package is better than a false one."""

    code = "file_disagrees"


@dataclass(frozen=True, slots=True)
class PackageFile:
    """An attachment; `open` gives its bytes, which must have `sha256`."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    open: Callable[[], IO[bytes]] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class FormFacts:
    """Which version of which form was answered."""

    id: str
    number: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is known of the case beside its answers; texts are in the language of the package."""

    reference: str
    kind: str
    procedure: str
    authority: str
    municipality_code: str
    municipality: str
    sender: str
    principal: str
    case_number: str
    language: str
    content_sha256: str
    is_example: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageData:
    facts: CaseFacts
    form: FormFacts
    arrived_at: dt.datetime
    sheet: Sheet
    values: Mapping[str, Any]
    pdf: bytes
    files: tuple[PackageFile, ...] = ()


def write_package(data: PackageData, out: IO[bytes]) -> None:
    """Writes the ZIP to `out`, which need not be seekable, holding one chunk of a file at a time.

    Raises `FileDisagrees` when an attachment isn't what was sent; what was written by then is no ZIP.
    """
    paths = archive_paths([file.name for file in data.files])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        writer = _Writer(archive, data.arrived_at)
        writer.add("hakemus.json", [_document(data, paths)], is_text=True)
        writer.add("hakemus.pdf", [data.pdf])
        for file, path in zip(data.files, paths, strict=True):
            if writer.add(path, _chunks(file)) != file.sha256:
                raise FileDisagrees
        writer.add("manifest-sha256.txt", [writer.manifest()], is_text=True)


def archive_paths(names: Sequence[str]) -> list[str]:
    """A path for each name: ASCII, readable, in order, and no two alike, whatever the names are.

    The number in front makes them differ, and nothing begins with what a shell, a spreadsheet or an
    archive would take for its own.
    """
    width = max(2, len(str(len(names))))
    return [f"liitteet/{number:0{width}}-{_archive_name(name)}" for number, name in enumerate(names, start=1)]


def _archive_name(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    plain = _ascii(stem)[:_MAX_STEM].strip("-") or "liite"
    suffix = _ascii(extension)[:_MAX_EXTENSION].lower()
    return f"{plain}.{suffix}" if suffix else plain


def _ascii(text: str) -> str:
    """Letters without their marks (ä → a), and a hyphen for the rest."""
    apart = unicodedata.normalize("NFKD", text.translate(_WRITTEN_OUT))
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return _NOT_ARCHIVABLE.sub("-", bare).strip("-")


class _Writer:
    """Puts members into the archive and remembers their digests."""

    def __init__(self, archive: zipfile.ZipFile, moment: dt.datetime) -> None:
        self._archive = archive
        local = moment.astimezone(FINLAND)  # ZIP knows no time zones
        self._moment = (local.year, local.month, local.day, local.hour, local.minute, local.second)
        self._digests: dict[str, str] = {}

    def add(self, path: str, chunks: Iterable[bytes], *, is_text: bool = False) -> str:
        """Adds a member and returns its digest."""
        member = zipfile.ZipInfo(path, self._moment)
        member.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
        member.external_attr = _MODE
        member.create_system = _UNIX
        digest = hashlib.sha256()
        with self._archive.open(member, "w") as place:
            for chunk in chunks:
                digest.update(chunk)
                place.write(chunk)
        self._digests[path] = digest.hexdigest()
        return digest.hexdigest()

    def manifest(self) -> bytes:
        return "".join(f"{digest}  {path}\n" for path, digest in self._digests.items()).encode()


def _chunks(file: PackageFile) -> Iterator[bytes]:
    try:
        with file.open() as content:
            while chunk := content.read(_CHUNK_BYTES):
                yield chunk
    except FileNotFoundError as error:
        raise FileDisagrees from error


def _document(data: PackageData, paths: Sequence[str]) -> bytes:
    path_of = {file.id: path for file, path in zip(data.files, paths, strict=True)}
    document = {
        "format": "kevytasiointi-package",
        "format_version": FORMAT_VERSION,
        **asdict(data.facts),
        "arrived_at": data.arrived_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "form": asdict(data.form),
        "answers": [
            {
                "page": section.page_id,
                "title": section.title,
                "lines": [_line(line, path_of) for line in section.lines],
            }
            for section in data.sheet.sections
        ],
        "values": data.values,
        "files": [
            {
                "id": file.id,
                "name": file.name,
                "path": path,
                "media_type": file.media_type,
                "size": file.size,
                "sha256": file.sha256,
            }
            for file, path in zip(data.files, paths, strict=True)
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _line(line: Line, path_of: Mapping[str, str]) -> dict[str, Any]:
    return {
        "question": line.question_id,
        "row": line.row,
        "kind": line.kind,
        "label": line.label,
        "value": line.value,
        "publicity": line.publicity,
        "transfer_label": line.transfer_label,
        "transfer_order": line.transfer_order,
        "files": [path_of[file_id] for file_id, _ in line.files if file_id in path_of],
    }
