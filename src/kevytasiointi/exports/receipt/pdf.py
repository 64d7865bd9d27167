"""From data to bytes by typst: PDF/A-2a for the archive and PDF/UA-1 for everyone, in one file."""

import datetime as dt
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from kevytasiointi.core.clock import FINLAND
from kevytasiointi.exports.receipt.data import ReceiptData
from kevytasiointi.exports.receipt.glyphs import STAND_IN
from kevytasiointi.exports.receipt.texts import TIME, TITLE, WORDS
from kevytasiointi.exports.typesetting import all_printable, typeset
from kevytasiointi.formflow.sheet import Line, LineKind, Section

_TEMPLATE: Final = Path(__file__).with_name("receipt.typ")
_KIBIBYTE: Final = 1024
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def receipt_pdf(data: ReceiptData) -> bytes:
    """The receipt, the same bytes for the same data.

    People's text goes in as data and can't become markup. What the fonts lack is shown as □ (see `glyphs`).
    """
    document = _document(data)
    shown = all_printable(document)
    shown["has_stand_ins"] = _count(shown) > _count(document)
    return typeset(_template(), name="receipt", document=shown, made_at=data.arrived_at)


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _document(data: ReceiptData) -> dict[str, Any]:
    """What the template shows, in its order, all as text."""
    words = {key: text.in_language(data.language) for key, text in WORDS.items()}
    return {
        "language": data.language,
        "words": words,
        "title": TITLE[data.kind].in_language(data.language),
        "procedure": data.procedure,
        "authority": data.authority,
        "reference": data.reference,
        "digest": data.content_sha256,
        "mark": words["rehearsal"] if data.is_rehearsal else words["example"] if data.is_example else "",
        "created": _parts(data.arrived_at),
        "facts": _facts(data, words),
        "next": [*_paragraphs(data.what_next), *_expected(data, words)],
        "sections": [_section(section, words) for section in data.sheet.sections if section.lines],
        "files": [[file.name, size_in_words(file.size, data.language), file.sha256] for file in data.files],
    }


def _facts(data: ReceiptData, words: dict[str, str]) -> list[list[str]]:
    facts = [
        (words["reference"], data.reference),
        (words["procedure"], data.procedure),
        (words["authority"], data.authority),
        (words["municipality"], data.municipality),
        (words["arrived"], time_in_words(data.arrived_at, data.language)),
        (words["sender"], data.sender),
        (words["principal"], data.principal),
        (words["digest"], data.content_sha256),
    ]
    return [[label, value] for label, value in facts if value]


def _expected(data: ReceiptData, words: dict[str, str]) -> Iterable[str]:
    if data.handling_days == 1:
        yield words["expected_one"]
    elif data.handling_days:
        yield words["expected"].format(days=data.handling_days)


def _section(section: Section, words: dict[str, str]) -> dict[str, Any]:
    return {"title": section.title, "lines": [_line(line, words) for line in section.lines]}


def _line(line: Line, words: dict[str, str]) -> dict[str, Any]:
    value = "\n".join(fact.name for _, fact in line.files) if line.kind is LineKind.FILES else line.value
    return {
        "label": line.label,
        "value": value or words["unanswered"],
        "is_empty": not value,
        "is_heading": line.kind is LineKind.ROW_HEADING,
        "is_in_row": line.row is not None,
    }


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _parts(moment: dt.datetime) -> list[int]:
    utc = moment.astimezone(dt.UTC)
    return [utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second]


def time_in_words(moment: dt.datetime, language: str) -> str:
    """Finnish time to the second with its offset: `24.11.2026 klo 9.05.07 (UTC+02:00)`."""
    local = moment.astimezone(FINLAND)
    offset = local.strftime("%z")
    if language == "en":
        day, time = f"{local.day} {_MONTHS[local.month - 1]} {local.year}", f"{local:%H:%M:%S}"
    else:
        day, time = f"{local.day}.{local.month}.{local.year}", f"{local.hour}.{local:%M.%S}"
    return TIME.in_language(language).format(day=day, time=time, zone=f"UTC{offset[:3]}:{offset[3:]}")


def size_in_words(size: int, language: str) -> str:
    """`812 kt`, `1,4 Mt`; `kB` and `MB` in Swedish and English. A thousand is 1024 here."""
    kilo, mega, comma = {"fi": ("kt", "Mt", ","), "sv": ("kB", "MB", ",")}.get(language, ("kB", "MB", "."))
    if size < _KIBIBYTE * _KIBIBYTE:
        return f"{max(1, round(size / _KIBIBYTE))} {kilo}"
    return f"{size / _KIBIBYTE / _KIBIBYTE:.1f} {mega}".replace(".", comma)


def _count(value: Any) -> int:
    """How many stand-ins are in a document; somebody may have typed one."""
    return json.dumps(value, ensure_ascii=False).count(STAND_IN)
