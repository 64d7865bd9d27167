"""The XML parts of office files: no document type declaration, nothing fetched or run at opening."""

from typing import IO, Final
from urllib.parse import urlsplit
from xml.parsers import expat

from kevytasiointi.attachments.refusals import ActiveContent, Broken

_MAX_DEPTH: Final = 500
_CHUNK_BYTES: Final = 65_536
_SEPARATOR: Final = " "
_MAX_FIELD_LETTERS: Final = 2_000
# Local names: links to other programs' data, and scripts bound to events.
_ACTIVE_ELEMENTS: Final = frozenset(
    {"ddeLink", "dde-source", "dde-connection-decl", "dde-connection", "event-listener", "applet", "plugin"}
)
# Relationships that are fetched when the document opens. A hyperlink waits for a click, a linked
# picture on the sender's own disk is merely missing.
_FETCHED: Final = frozenset({"attachedTemplate", "oleObject", "frame", "subDocument", "image"})
_REMOTE_SCHEMES: Final = frozenset({"http", "https", "ftp", "mhtml", "ms-appinstaller", "search-ms", "ms-msdt"})


def check_xml(part: IO[bytes], name: str) -> None:
    """Refuses `Broken` XML and `ActiveContent`. Entities are never expanded: declaring one is refused."""
    reader = _Reader(name)
    while chunk := part.read(_CHUNK_BYTES):
        reader.feed(chunk)
    reader.finish()


class _Reader:
    """One pass of expat over one part."""

    def __init__(self, name: str) -> None:
        self._depth = 0
        self._field: list[str] | None = None
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        if name.startswith("word/"):
            self._parser.CharacterDataHandler = self._text
        self._field_code = ""

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError as error:
            raise Broken from error

    def finish(self) -> None:
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Broken from error

    def _doctype(self, *_: object) -> None:
        raise ActiveContent(found="document type declaration")

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Broken
        local = element.rpartition(_SEPARATOR)[2]
        if local in _ACTIVE_ELEMENTS:
            raise ActiveContent(found=local)
        if local == "Relationship":
            _check_relationship(attributes)
        elif local in {"instrText", "fldSimple", "fldChar"}:
            self._field_begins(local, attributes)

    def _field_begins(self, local: str, attributes: dict[str, str]) -> None:
        """Word divides the code of one field among several elements as it likes."""
        if local == "instrText":
            self._field = []
            return
        self._field_code = next((v for k, v in attributes.items() if k.rpartition(_SEPARATOR)[2] == "instr"), "")
        self._refuse_dde()

    def _text(self, text: str) -> None:
        if self._field is not None:
            self._field.append(text)

    def _end(self, _element: str) -> None:
        self._depth -= 1
        if self._field is not None:
            self._field_code = (self._field_code + "".join(self._field))[:_MAX_FIELD_LETTERS]
            self._field = None
            self._refuse_dde()

    def _refuse_dde(self) -> None:
        if self._field_code.lstrip().upper().startswith("DDE"):
            raise ActiveContent(found="DDE field")


def _check_relationship(attributes: dict[str, str]) -> None:
    if attributes.get("TargetMode") != "External":
        return
    kind = attributes.get("Type", "").rpartition("/")[2]
    if kind in _FETCHED and _is_remote(attributes.get("Target", "")):
        raise ActiveContent(found=f"remote {kind}")


def _is_remote(target: str) -> bool:
    """On the network: an address, or a share of another computer."""
    if target.startswith(("\\\\", "//")):
        return True
    parts = urlsplit(target)
    return parts.scheme.casefold() in _REMOTE_SCHEMES or (parts.scheme == "file" and bool(parts.netloc))
