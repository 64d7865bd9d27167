"""Measures of plain language per language, and officialese with its plain words: data, read once."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from kevytasiointi.formflow.spec import Definition, LanguageSchema, Many
from kevytasiointi.formflow.yaml import compose

_FILE: Final = Path(__file__).with_name("plain_language.yaml")

Source = Literal["authority_page", "general_knowledge"]
Count = Annotated[int, Field(ge=1)]


class Measures(Definition):
    """The most that reads easily; beyond it is no error, only worth a look."""

    sentence_words: Count
    word_letters: Count
    label_letters: Count
    help_letters: Count
    source: Source


class Word(Definition):
    """`instead_of` is one word or more; a * at its end stands for any ending."""

    say: str
    instead_of: str
    source: Source


class PlainLanguage(Definition):
    language_schema: LanguageSchema
    measures: Mapping[str, Measures]
    words: Mapping[str, Many[Word]]


@cache
def plain_language() -> PlainLanguage:
    return PlainLanguage.model_validate(compose(_FILE.read_bytes(), file=_FILE.name).data)


def officialese_in(text: str, language: str) -> Iterator[Word]:
    """The words of officials that the text has, each once."""
    by_word = {_key(word): word for word in plain_language().words.get(language, ())}
    pattern = _pattern(language)
    found = (_key_of(match) for match in pattern.finditer(text)) if pattern else ()
    return (by_word[key] for key in dict.fromkeys(found))


def _key(word: Word) -> str:
    return word.instead_of.rstrip("*").casefold()


def _key_of(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).casefold()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = plain_language().words.get(language, ())
    if not words:
        return None
    whole = "|".join(re.escape(_key(word)) for word in words if not word.instead_of.endswith("*"))
    begun = "|".join(re.escape(_key(word)) for word in words if word.instead_of.endswith("*"))
    return re.compile(rf"\b(?:({whole})(?!\w)|({begun})\w*)", re.IGNORECASE)
