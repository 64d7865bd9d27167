"""A procedure's form on paper. Values alone go in, so that it can be made of nothing else."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from kevytasiointi.core.clock import finnish_day
from kevytasiointi.exports.blank.texts import WORDS
from kevytasiointi.exports.typesetting import all_printable, typeset
from kevytasiointi.formflow.outline import Choice, Item, OutlinePage, Room, outline
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.written import written_date

_TEMPLATE: Final = Path(__file__).with_name("blank.typ")
_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom the form is sent: the authority and, in its own words, how it is reached."""

    authority: str
    contact: str
    is_example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm:
    """What is printed, all texts in `language` already but those of `form`. `recipient` None leaves room to write it."""

    language: str
    procedure: str
    summary: str
    version: int
    sha256: str
    published_at: dt.datetime
    form: Form = field(compare=False)
    """Of the version with this digest: equal digests are equal forms."""
    recipient: Recipient | None = None


@lru_cache(maxsize=_KEPT)
def blank_pdf(blank: BlankForm) -> bytes:
    """The same bytes for the same form, language and recipient; the last ones are kept ready."""
    return typeset(_template(), name="blank", document=all_printable(_document(blank)), made_at=blank.published_at)


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _document(blank: BlankForm) -> dict[str, Any]:
    drawn = outline(blank.form, blank.language)
    words = {key: text.in_language(blank.language) for key, text in WORDS.items()}
    day = finnish_day(blank.published_at)
    made = blank.published_at.astimezone(dt.UTC)
    return {
        "language": blank.language,
        "words": words,
        "procedure": blank.procedure,
        "summary": blank.summary,
        "version": words["version"].format(version=blank.version, day=written_date(day.isoformat(), blank.language)),
        "digest": blank.sha256[:12],
        "created": [made.year, made.month, made.day, made.hour, made.minute, made.second],
        "recipient": _recipient(blank.recipient),
        "pages": [_page(page) for page in drawn.pages],
        "enclosures": [
            [one.number, one.label, _remark(one.condition, words, is_optional=one.is_optional and not one.condition)]
            for one in drawn.enclosures()
        ],
    }


def _recipient(recipient: Recipient | None) -> dict[str, Any] | None:
    if recipient is None:
        return None
    return {
        "authority": recipient.authority,
        "contact": [" ".join(line.split()) for line in recipient.contact.splitlines() if line.strip()],
        "is_example": recipient.is_example,
    }


def _remark(condition: str, words: dict[str, str], *, is_optional: bool) -> str:
    return condition or (words["optional"] if is_optional else "")


def _page(page: OutlinePage) -> dict[str, Any]:
    return {
        "title": page.title,
        "intro": page.intro,
        "condition": page.condition,
        "items": [_item(item) for item in page.items],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "label": item.label,
        "help": item.help,
        "text": item.text,
        "condition": item.condition,
        "note": item.note,
        # A question with a condition of its own says that instead.
        "is_optional": item.is_optional and not item.note_says_when,
        "room": item.room.value,
        "lines": 6 if item.room is Room.LINES else 1,
        "unit": item.unit,
        "choices": _choices(item.choices),
        "parts": [{"label": part.label, "choices": _choices(part.choices)} for part in item.parts],
        "items": [_item(inner) for inner in item.items],
        "row_label": item.row_label,
        "copies": item.copies,
    }


def _choices(choices: Sequence[Choice]) -> list[list[str]]:
    return [[choice.label, choice.help] for choice in choices]
