"""What can be measured of texts: are they there, translated, short, and in words that people use."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from pydantic import BaseModel

from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.formflow.lint.findings import Finding, Severity
from kevytasiointi.formflow.lint.measures import officialese_in, plain_language
from kevytasiointi.formflow.spec import Place
from kevytasiointi.formflow.spec.base import REQUIRED_LANGUAGES

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[\"“”(]?[A-ZÅÄÖ])|\s*\n\s*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PLACEHOLDER: Final = re.compile(r"\bTODO\b|\bTBD\b|\bFIXME\b|\bX{3,}\b|\?{3,}|lorem ipsum|\{\w*\}", re.IGNORECASE)
_FEW_LETTERS: Final = 12
"""A name or a unit that is so short may well be the same in two languages."""
_NOT_READ: Final = ("keywords", "notes")
"""Keys whose text is searched or for authors, and isn't read as sentences."""


def text_findings(part: BaseModel, *, besides: tuple[str, ...] = ()) -> Iterator[Finding]:
    """On every text of the definition, in its order of keys, each with its place from there."""
    for place, text in texts_in(part):
        if place[0] not in besides:
            for rule in _RULES:
                yield from rule(place, text)


def texts_in(part: Any, place: Place = ()) -> Iterator[tuple[Place, Text]]:
    """Every text that isn't empty, with its path of keys and positions."""
    if isinstance(part, Text):
        if part:
            yield place, part
    else:
        for key, inner in _inside(part):
            yield from texts_in(inner, (*place, key))


def _inside(part: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(part, BaseModel):
        return ((name, getattr(part, name)) for name in type(part).model_fields)
    if isinstance(part, dict):
        return part.items()
    return enumerate(part) if isinstance(part, tuple) else ()


def _missing(place: Place, text: Text) -> Iterator[Finding]:
    for language in LANGUAGES:
        if language not in text:
            is_required = language in REQUIRED_LANGUAGES
            mend = f"Add {language}:" if is_required else f"Add {language}: shared forms are in three languages."
            severity = Severity.ERROR if is_required else Severity.WARNING
            yield Finding("translation", place, f"the text has no “{language}”", mend, severity)


def _untranslated(place: Place, text: Text) -> Iterator[Finding]:
    finnish = text.get("fi", "")
    if sum(map(str.isalpha, finnish)) < _FEW_LETTERS or finnish.startswith("https://"):
        return  # a site may have one address for all its languages
    for language in LANGUAGES[1:]:
        if text.get(language, "").casefold() == finnish.casefold():
            yield Finding(
                "untranslated",
                (*place, language),
                f"the text in “{language}” is the Finnish one: {_short(finnish)}",
                "Translate it.",
            )


def _unfinished(place: Place, text: Text) -> Iterator[Finding]:
    for language, one in text.items():
        if left := _PLACEHOLDER.search(one):
            yield Finding(
                "placeholder",
                (*place, language),
                f"“{left[0]}” stands in a text as if something were missing",
                "Write what belongs there. Texts are shown letter for letter.",
                Severity.WARNING if left[0].startswith("{") else Severity.ERROR,
            )


def _long(place: Place, text: Text) -> Iterator[Finding]:
    key = place[-1]
    for language, one in text.items():
        measures = plain_language().measures.get(language)
        if measures is None or key not in ("label", "help"):
            continue
        limit = measures.label_letters if key == "label" else measures.help_letters
        if len(one) > limit:
            yield Finding(
                "length",
                (*place, language),
                f"the {key} has {len(one)} letters in “{language}”: {_short(one)}",
                f"At most {limit} are read. Say the most important thing, and the rest in "
                f"{'help' if key == 'label' else 'an information text or on the page of the procedure'}.",
            )


def _sentences(place: Place, text: Text) -> Iterator[Finding]:
    for language, one in text.items():
        measures = plain_language().measures.get(language)
        if measures is None or place[0] in _NOT_READ:
            continue
        for sentence in _SENTENCE_END.split(one):
            count = sum(1 for word in sentence.split() if _WORD.search(word))
            if count > measures.sentence_words:
                yield Finding(
                    "sentence",
                    (*place, language),
                    f"a sentence has {count} words in “{language}”: {_short(sentence)}",
                    f"Make two of it, or a list: at most {measures.sentence_words} words are easily read.",
                )
        for word in dict.fromkeys(_WORD.findall(one)):
            if len(word) > measures.word_letters:
                yield Finding(
                    "word",
                    (*place, language),
                    f"the word “{word}” has {len(word)} letters",
                    "Say it with two words, if it can be said so.",
                )


def _officialese(place: Place, text: Text) -> Iterator[Finding]:
    for language, one in text.items():
        for word in officialese_in(one, language) if place[0] not in _NOT_READ else ():
            yield Finding(
                "officialese",
                (*place, language),
                f"“{word.instead_of.rstrip('*')}” is a word of officials ({language})",
                f"Plainer: {word.say}.",
            )


def _short(text: str) -> str:
    return f"“{text[:_SHOWN].rstrip()}…”" if len(text) > _SHOWN else f"“{text}”"


_SHOWN: Final = 60
_RULES: Final[tuple[Callable[[Place, Text], Iterator[Finding]], ...]] = (
    _missing, _untranslated, _unfinished, _long, _sentences, _officialese,
)  # fmt: skip
