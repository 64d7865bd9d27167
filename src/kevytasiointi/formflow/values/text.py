"""Text: what people type, cleaned once at entry so that it can go anywhere later."""

import re
import unicodedata
from typing import Final

from kevytasiointi.formflow.patterns import matches
from kevytasiointi.formflow.spec import LongTextQuestion, TextQuestion
from kevytasiointi.formflow.values.reading import Unreadable

_LINE_BREAKS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# Control characters, direction overrides and noncharacters: invisible, and stuck in XML, sheets and PDF later.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_HIGH_NONCHARACTER: Final = 0xFFFE


def clean(typed: str) -> str:
    """NFC, one kind of line break, no invisible control; refuses text that isn't Unicode (lone surrogates)."""
    if _SURROGATE.search(typed):
        raise Unreadable("characters")
    text = _LINE_BREAKS.sub("\n", typed).replace("\t", " ")
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = "".join(letter for letter in text if ord(letter) & _HIGH_NONCHARACTER != _HIGH_NONCHARACTER)
    return unicodedata.normalize("NFC", text)


def clean_line(typed: str) -> str:
    """`clean`, on one line, without blanks around."""
    return clean(typed).replace("\n", " ").strip()


def within(text: str, limit: int, *, part: str = "") -> str:
    if len(text) > limit:
        raise Unreadable("too_long", part=part, limit=limit, count=len(text))
    return text


def read_text(question: TextQuestion, typed: str) -> str | None:
    text = clean_line(typed)
    if not text:
        return None
    within(text, question.max_length)
    if question.min_length and len(text) < question.min_length:
        raise Unreadable("too_short", limit=question.min_length, count=len(text))
    if question.pattern and not matches(question.pattern, text):
        raise Unreadable("pattern")
    return text


def read_long_text(question: LongTextQuestion, typed: str) -> str | None:
    text = clean(typed).strip()
    return within(text, question.max_length) if text else None
