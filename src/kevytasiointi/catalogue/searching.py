"""Finding procedures by the words people use. Pure; the catalogue is small enough to be looked through whole.

Capitals and marks don't matter. A Finnish word is found by its beginning, also when its ending bends
(`konserttia`, `konsertin`), and inside a compound (`ulkoilmakonsertti`), each further down the list.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from kevytasiointi.core.folding import folded

_WORD: Final = re.compile(r"\w+")
_SHORTEST_WORD: Final = 3
_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 4
_LONGEST_QUERY: Final = 20
"""Words of a query that are looked at."""

_OTHER_LANGUAGE: Final = 0.5

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Field:
    """A text in its languages, and how much a word found in it weighs."""

    weight: float
    by_language: Mapping[str, str]


def ranked(entries: Mapping[Key, Sequence[Field]], query: str, language: str) -> list[Key]:
    """The keys of entries in which any word of `query` is found, best first; equals stay in their order."""
    wanted = _words_of_query(query)
    scored = [(_score(fields, wanted, language), key) for key, fields in entries.items()]
    found = [(score, key) for score, key in scored if score[0]]
    return [key for _, key in sorted(found, key=lambda each: each[0], reverse=True)]


def _words_of_query(query: str) -> list[str]:
    words = _words(query)
    return [word for word in words if len(word) >= _SHORTEST_WORD][:_LONGEST_QUERY] or words[:_LONGEST_QUERY]


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _score(fields: Iterable[Field], wanted: Iterable[str], language: str) -> tuple[int, float]:
    """How many of the wanted words are found, and how well together."""
    texts = [
        (field.weight * (1 if of == language else _OTHER_LANGUAGE), _words(text))
        for field in fields
        for of, text in field.by_language.items()
    ]
    best = [max((weight * _likeness(words, word) for weight, words in texts), default=0) for word in wanted]
    return sum(score > 0 for score in best), sum(best)


def _likeness(words: Iterable[str], wanted: str) -> float:
    return max((_likeness_of(word, wanted) for word in words), default=0)


def _likeness_of(word: str, wanted: str) -> float:
    if word == wanted:
        return 1
    if word.startswith(wanted):
        return 0.8
    if _share_a_stem(word, wanted):
        return 0.6
    # A part of either: `konsertti` of `ulkoilmakonsertti`, or `räjäytystyö` where the text says `räjäytys`.
    return 0.3 if _is_inside(word, wanted) or _begins(wanted, word) else 0


def _begins(wanted: str, word: str) -> bool:
    return len(word) >= _SHORTEST_STEM and wanted.startswith(word)


def _share_a_stem(word: str, wanted: str) -> bool:
    common = 0
    for one, other in zip(word, wanted, strict=False):
        if one != other:
            break
        common += 1
    longest = max(len(word), len(wanted)) - common
    return common >= _SHORTEST_STEM and longest <= min(_LONGEST_ENDING, common - 1)


def _is_inside(word: str, wanted: str) -> bool:
    """Whether a later part of a compound is the wanted word, or begins with it, or bends it."""
    parts = (word[start:] for start in range(_SHORTEST_WORD, len(word) - _SHORTEST_WORD))
    return len(wanted) >= _SHORTEST_STEM and any(
        part.startswith(wanted) or _share_a_stem(part, wanted) for part in parts
    )
