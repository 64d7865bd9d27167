"""Is a file what it says it is, and does it keep still?

Pure functions over a seekable file: no database, no settings. Pillow, qpdf and expat read what
strangers send, so these functions are made to be moved into a child process with limits.
"""

from collections.abc import Callable, Collection, Mapping
from typing import IO, Final

from kevytasiointi.attachments.checks.office import check_office, office_type
from kevytasiointi.attachments.checks.pdf import check_pdf
from kevytasiointi.attachments.checks.picture import check_picture
from kevytasiointi.attachments.refusals import ContentDisagrees, EmptyFile, Encrypted, TypeNotAccepted
from kevytasiointi.attachments.rules import FileType, type_by_name

_HEAD_BYTES: Final = 1024
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLE_SEARCHED_BYTES: Final = 1024 * 1024
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

_CHECKS: Final[Mapping[str, Callable[[IO[bytes], str], None]]] = {
    "pdf": lambda file, _: check_pdf(file),
    "jpg": check_picture,
    "png": check_picture,
    "heic": check_picture,
    "webp": check_picture,
    "docx": check_office,
    "xlsx": check_office,
    "odt": check_office,
}


def check(file: IO[bytes], *, name: str, accept: Collection[str]) -> FileType:
    """The type of `file`, decided by its content; its name must agree. Else a `FileRefused`.

    A type that isn't in `accept` is refused before anything is read.
    """
    claimed = type_by_name(name)
    if claimed is None or claimed.id not in accept:
        raise TypeNotAccepted(accepted=", ".join(accept))
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    if not head:
        raise EmptyFile
    if _found_type(file, head) != claimed.id:
        raise ContentDisagrees(extension=claimed.extensions[0])
    file.seek(0)
    _CHECKS[claimed.id](file, claimed.id)
    file.seek(0)
    return claimed


def _found_type(file: IO[bytes], head: bytes) -> str | None:
    """The id of the type that the first bytes belong to, or None."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "heic"
    if head.startswith(b"PK\x03\x04"):
        return office_type(file)
    if head.startswith(_OLE_MAGIC):
        _refuse_if_encrypted_office(file)
    # Readers, and so ordinary files, allow some bytes before the header (ISO 32000-1, annex H.3.4.1).
    return "pdf" if b"%PDF-" in head else None


def _refuse_if_encrypted_office(file: IO[bytes]) -> None:
    """A docx with a password isn't a zip but an OLE file that holds the encrypted zip."""
    file.seek(0)
    if _OLE_ENCRYPTED in file.read(_OLE_SEARCHED_BYTES):
        raise Encrypted
