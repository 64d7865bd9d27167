"""The answer sheet: what was answered, in reading order, in one language.

Page, receipt, transfer card and export are all made from it, so that they can't disagree.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.display import Reader, written
from kevytasiointi.formflow.engine import Shown, ShownRow, Step, walk
from kevytasiointi.formflow.spec import AttachmentQuestion, DeclarationQuestion, Form, Question, RepeatQuestion

_SECRET_KEPT: Final = Text(fi="Annettu, ei näytetä", sv="Har uppgetts, visas inte", en="Given, not shown")


class LineKind(StrEnum):
    TEXT = "text"
    LONG = "long"
    """Text of several lines."""
    FILES = "files"
    SECRET = "secret"  # noqa: S105 - a kind of line
    ROW_HEADING = "row_heading"


@dataclass(frozen=True, slots=True)
class FileFact:
    """A file as people know it: its name and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Line:
    """One answer. `row` is the id of its row in a repeating group; `empty` says that nothing was answered."""

    question_id: str
    row: str | None
    label: str
    value: str
    kind: LineKind
    publicity: str
    transfer_label: str
    transfer_order: int
    empty: bool
    files: tuple[tuple[str, FileFact], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    page_id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    sections: tuple[Section, ...]

    def lines(self) -> Iterator[Line]:
        for section in self.sections:
            yield from section.lines

    def in_transfer_order(self) -> list[Line]:
        """The answers in the order in which an official carries them over: as declared, else as read."""
        return sorted(self.lines(), key=lambda line: line.transfer_order)


def sheet(  # noqa: PLR0913 - the three maps are what the room above adds, each by name
    form: Form,
    answers: Answers,
    *,
    language: str,
    today: dt.date,
    files: Mapping[str, FileFact] = MappingProxyType({}),
    municipalities: Mapping[str, Text] = MappingProxyType({}),
    secrets: Mapping[str, str] = MappingProxyType({}),
) -> Sheet:
    """The sheet of everything shown, unanswered questions too (`empty`), without pages that only inform.

    `files` by file id, `municipalities` names by code, `secrets` opened or masked by key (`x`, `group.row.x`):
    a secret that isn't given here is told as given, not what it is.
    """
    reader = Reader(language, municipalities)
    writer = _Writer(reader, files, secrets, _transfer_orders(form))
    steps = walk(form, answers, today=today).steps
    sections = (writer.section(step) for step in steps)
    return Sheet(tuple(section for section in sections if section.lines))


_AFTER_DECLARED: Final = 1_000_000


def _transfer_orders(form: Form) -> Mapping[str, int]:
    """Declared orders are small numbers; what has none follows in reading order, rows in one piece."""
    orders: dict[str, int] = {}
    for question in form.questions():
        group = form.group_of(question.id)
        follows = orders[group.id] if group else _AFTER_DECLARED + len(orders)
        declared = question.transfer.order if question.transfer else None
        orders[question.id] = follows if declared is None else declared
    return orders


class _Writer:
    def __init__(
        self, reader: Reader, files: Mapping[str, FileFact], secrets: Mapping[str, str], orders: Mapping[str, int]
    ) -> None:
        self._reader = reader
        self._files = files
        self._secrets = secrets
        self._orders = orders

    def section(self, step: Step) -> Section:
        lines = tuple(line for shown in step.questions for line in self._lines(shown))
        return Section(step.page.id, self._reader(step.page.title), lines)

    def _lines(self, shown: Shown) -> Iterator[Line]:
        if not isinstance(shown.question, RepeatQuestion):
            if shown.question.is_answered:
                yield self._line(shown)
        elif not shown.rows:
            yield self._made(shown, "", LineKind.TEXT)
        else:
            for number, row in enumerate(shown.rows, start=1):
                yield from self._row_lines(shown.question, row, number)

    def _row_lines(self, group: RepeatQuestion, row: ShownRow, number: int) -> Iterator[Line]:
        heading = f"{self._reader(group.row_label)} {number}"
        yield Line(
            group.id, row.id, heading, "", LineKind.ROW_HEADING, group.publicity, heading, self._orders[group.id], False
        )
        for inner in row.questions:
            yield from self._lines(inner)

    def _line(self, shown: Shown) -> Line:
        if shown.question.is_secret:
            return self._secret_line(shown)
        if not shown.is_answered and shown.value != []:
            kind = LineKind.FILES if isinstance(shown.question, AttachmentQuestion) else LineKind.TEXT
            return self._made(shown, "", kind)
        if isinstance(shown.question, AttachmentQuestion):
            return self._file_line(shown)
        text = written(shown.question, shown.value, self._reader) if shown.is_answered else ""
        return self._made(shown, text, LineKind.LONG if "\n" in text else LineKind.TEXT)

    def _secret_line(self, shown: Shown) -> Line:
        kept = self._reader(_SECRET_KEPT) if shown.is_answered else ""
        return self._made(shown, self._secrets.get(shown.key, kept), LineKind.SECRET)

    def _file_line(self, shown: Shown) -> Line:
        ids = [one for one in shown.value if isinstance(one, str)] if isinstance(shown.value, list) else []
        files = tuple((one, self._files.get(one, FileFact(one, 0))) for one in ids)
        return self._made(shown, ", ".join(fact.name for _, fact in files), LineKind.FILES, files)

    def _made(self, shown: Shown, value: str, kind: LineKind, files: tuple[tuple[str, FileFact], ...] = ()) -> Line:
        question = shown.question
        return Line(
            question_id=question.id,
            row=shown.row,
            label=self._label(question),
            value=value,
            kind=kind,
            publicity=question.publicity,
            transfer_label=self._transfer_label(question),
            transfer_order=self._orders[question.id],
            empty=not shown.is_answered,
            files=files,
        )

    def _label(self, question: Question) -> str:
        # What was declared is the text beside the tick, not the heading over it.
        return self._reader(question.text if isinstance(question, DeclarationQuestion) else question.label)

    def _transfer_label(self, question: Question) -> str:
        own = question.transfer.label if question.transfer else None
        return self._reader(own) if own else self._label(question)
