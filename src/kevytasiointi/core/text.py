"""Text in several languages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

LANGUAGES: Final = ("fi", "sv", "en")
"""Languages of the pages, the first being the one used where a text is missing."""


class Text(Mapping[str, str]):
    """The same text in several languages; immutable, hashable.

    Keys are open (`fi`, `sv`, `en`, later Sámi); which are required is the publisher's rule.
    """

    __slots__ = ("_by_language",)

    def __init__(self, by_language: Mapping[str, str] | None = None, **languages: str) -> None:
        self._by_language: Final = dict(by_language or {}, **languages)

    def in_language(self, language: str) -> str:
        """The text in `language`, else in the first language that has it, else empty."""
        for wanted in (language, *LANGUAGES, *self._by_language):
            if text := self._by_language.get(wanted):
                return text
        return ""

    def __getitem__(self, language: str) -> str:
        return self._by_language[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)

    def __hash__(self) -> int:
        return hash(frozenset(self._by_language.items()))

    def __repr__(self) -> str:
        return f"Text({self._by_language!r})"


def listed(names: Iterable[Text]) -> Text:
    """Names one after another, in each language of the pages."""
    those = sorted(set(names), key=lambda name: name.in_language(LANGUAGES[0]))
    return Text({language: ", ".join(name.in_language(language) for name in those) for language in LANGUAGES})
