"""YAML as definitions use it: maps, lists, text, whole and decimal numbers, true and false. Nothing else.

The events of PyYAML's own parser are composed here, so that what YAML would quietly change (`no`, `12:30`, `010`),
repeat (duplicate keys) or blow up (aliases, depth) is refused with the line.
"""

import contextlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from kevytasiointi.formflow.refusing import DefinitionError, DefinitionErrors
from kevytasiointi.formflow.spec import Place

Scalar: TypeAlias = str | bool | int | float

MAX_BYTES: Final = 200_000
MAX_DEPTH: Final = 20
MAX_VALUES: Final = 20_000
_MAX_ERRORS: Final = 50

_QUOTES: Final = 'Put quotes round it, for example "{}".'
_TRUE_OR_FALSE: Final = "If you mean yes or no, write true or false; if it is text, put quotes round it."
_NO_VALUE: Final = (
    "Write the value, or leave the whole line out. If a text in braces has a comma in it, put quotes round the text."
)
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?")
_BOOLEANS: Final = {"true": True, "false": False}
# Plain words that YAML readers take for something else, each with what to do.
_AMBIGUOUS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"yes|no|on|off|y|n|true|false", re.IGNORECASE), _TRUE_OR_FALSE),
    (re.compile(r"null|~|", re.IGNORECASE), _NO_VALUE),
    (re.compile(r"[-+]?[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?", re.IGNORECASE), _QUOTES),
    (re.compile(r"[-+]?0[xob][0-9a-f_]+", re.IGNORECASE), _QUOTES),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"), _QUOTES),
    (re.compile(r"[-+]?\.(?:inf|nan|[0-9]+)", re.IGNORECASE), _QUOTES),
    (re.compile(r"<<|="), _QUOTES),
)


def scalar(written: str, *, is_plain: bool) -> Scalar:
    """The value of a scalar; `is_plain` says that it stands without quotes. Text is in NFC."""
    text = unicodedata.normalize("NFC", written)
    if not is_plain:
        return text
    if number := _NUMBER.fullmatch(text):
        return float(text) if number[1] else int(text)
    return _BOOLEANS.get(text, text)


def is_misread(text: str) -> bool:
    """Whether the text, without quotes, would be something else to some reader of YAML."""
    return not isinstance(scalar(text, is_plain=True), str) or _misreading(text) is not None


def _misreading(text: str) -> str | None:
    return next((mend for pattern, mend in _AMBIGUOUS if pattern.fullmatch(text)), None)


@dataclass(slots=True)
class Document:
    """What the file says, and on which line each value stands."""

    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest that holds it."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)


def compose(text: str | bytes, *, file: str) -> Document:
    """The document in the text, or `DefinitionErrors`."""
    decoded = _decoded(text, file)
    composer = _Composer(decoded, file)
    try:
        document = composer.document()
    except yaml.YAMLError as error:
        composer.refuse(*_explained(error))
        document = Document()
    if composer.errors:
        raise DefinitionErrors(tuple(composer.errors))
    return document


def _decoded(text: str | bytes, file: str) -> str:
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw) // 1000} kB; {MAX_BYTES // 1000} kB is the most"
        raise DefinitionErrors((DefinitionError(file, 1, message, "Divide it, or ask less."),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        mend = "Save the file as UTF-8 (in the editor: “Save with encoding”)."
        raise DefinitionErrors((DefinitionError(file, line, "a letter isn't in UTF-8", mend),)) from None


class _Stop(Exception):  # noqa: N818
    """There is nothing more to read sensibly."""


class _Composer:
    def __init__(self, text: str, file: str) -> None:
        self.errors: list[DefinitionError] = []
        self._text = text
        self._file = file
        self._events: Iterator[yaml.Event] = iter(())
        self._document = Document()
        self._values = 0

    def document(self) -> Document:
        self._events = yaml.parse(self._text, Loader=yaml.CSafeLoader)
        with contextlib.suppress(_Stop):
            self._read_document()
        return self._document

    def refuse(self, line: int, message: str, mend: str) -> None:
        error = DefinitionError(self._file, line, message, mend)
        self.errors += [] if error in self.errors else [error]
        if len(self.errors) >= _MAX_ERRORS:
            raise _Stop

    def _read_document(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if self._document.lines:
                    self._refuse_at(event, "a second document begins", "Keep one definition in a file: no “---”.")
                    raise _Stop
                self._document.data = self._value(event, ())
        if not self._document.lines:
            self.refuse(1, "the file is empty", "Write the definition.")

    def _value(self, event: yaml.Event, place: Place) -> Any:
        self._document.lines[place] = _line(event)
        self._values += 1
        if self._values > MAX_VALUES or len(place) > MAX_DEPTH:
            what = "too many values" if self._values > MAX_VALUES else "too many levels within each other"
            self._refuse_at(event, f"the file has {what}", "Write it simpler.")
            raise _Stop
        self._refuse_marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, place: Place) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in found:
                self._refuse_at(event, f"“{key}” is written twice in the same place", "Leave one of the two out.")
            found[key] = self._value(next(self._events), (*place, key))
            self._document.lines[(*place, key)] = _line(event)
        return found

    def _sequence(self, place: Place) -> list[Any]:
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._value(event, (*place, len(found))))
        return found

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse_at(event, "a name of a value is itself a list or a map", "Write a word before the colon.")
            raise _Stop
        self._refuse_marks(event)
        key = self._scalar(event)
        return key if isinstance(key, str) else event.value

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        value = scalar(event.value, is_plain=not event.style)
        if not event.style and isinstance(value, str) and (mend := _misreading(value)):
            what = f"“{value}” without quotes can be misread" if value else "a value is missing"
            self._refuse_at(event, what, mend.format(value))
        return value

    def _refuse_marks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mend = "Write the text out in each place. If it begins with & or *, put quotes round it."
            self._refuse_at(event, "“&” and “*” (anchors and aliases) aren't used", mend)
        tag = getattr(event, "tag", None)
        if tag:
            mend = "Leave it out. If the text begins with !, put quotes round it."
            self._refuse_at(event, f"“{tag}” (a tag) isn't used", mend)

    def _refuse_at(self, event: yaml.Event, message: str, mend: str) -> None:
        self.refuse(_line(event), message, mend)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


_SYNTAX: Final[tuple[tuple[str, str, str], ...]] = (
    ("found character '\\t'", "a tab stands where blanks should", "Indent with blanks, two for each level."),
    ("cannot start any token", "a sign begins the value that can't begin one",
     "Put quotes round the text. Indent with blanks, never tabs."),
    ("mapping values are not allowed", "a colon stands where it can't",
     "Put quotes round a text that has a colon in it, and check how the line is indented."),
    ("could not find expected ':'", "a colon is missing", "Write “name: value”, with a blank after the colon."),
    ("did not find expected key", "the line is indented differently from its neighbours",
     "Begin names of the same level in the same column; close every quote."),
    ("did not find expected '-' indicator", "the line is indented differently from the list around it",
     "Begin each “-” of a list in the same column."),
    ("unexpected end of stream", "a quote is opened and not closed", "Close the quote."),
    ("control characters are not allowed", "there is an invisible character", "Delete it, or write the line anew."),
)  # fmt: skip


def _explained(error: yaml.YAMLError) -> tuple[int, str, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    text = str(error)
    for sign, message, mend in _SYNTAX:
        if sign in text:
            return line, message, mend
    return line, "the line can't be read as YAML", "Check quotes, colons and how the line is indented."
