"""Texts that a pattern of RE2 takes, for the part of RE2 that forms use."""

from collections.abc import Callable, Iterator
from typing import Final

from kevytasiointi.formflow.patterns import matches

_CLASSES: Final = {"d": "5", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}
_ANCHORS: Final = frozenset("AzbB")
_MOST_REPEATED: Final = 60


def written_to(pattern: str) -> tuple[str, ...]:
    """Short texts that the whole pattern takes; none where it uses what isn't known here."""
    tries: list[str] = []
    for longer in (0, 1):
        try:
            tries.append(_Writer(pattern, longer).write())
        except _Unknown:
            return ()
    return tuple(text for text in dict.fromkeys(tries) if text and matches(pattern, text))


class _Unknown(Exception):  # noqa: N818 - the pattern isn't at fault
    """The pattern uses what isn't known here."""


class _Writer:
    """Reads a pattern from left to right and writes the first text it takes."""

    def __init__(self, pattern: str, longer: int) -> None:
        self._rest = list(pattern)
        self._longer = longer

    def write(self) -> str:
        text = self._alternatives()
        if self._rest:
            raise _Unknown
        return text

    def _alternatives(self) -> str:
        first = self._sequence()
        while self._rest and self._rest[0] == "|":
            self._next()
            self._sequence()
        return first

    def _sequence(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        while self._rest and self._rest[0] not in "|)":
            piece = self._atom()
            yield piece * self._times()

    def _atom(self) -> str:
        letter = self._next()
        special: dict[str, Callable[[], str]] = {"(": self._group, "[": self._set, "\\": self._escape}
        if letter in special:
            return special[letter]()
        return {"^": "", "$": "", ".": "a"}.get(letter, letter)

    def _group(self) -> str:
        if self._rest[:1] == ["?"]:
            self._next()
            if self._next() != ":":
                raise _Unknown
        text = self._alternatives()
        if self._next() != ")":
            raise _Unknown
        return text

    def _set(self) -> str:
        first = self._next()
        if first in "^[":
            raise _Unknown
        if first == "\\":
            first = self._escape()
        while self._next() != "]":
            pass
        return first

    def _escape(self) -> str:
        letter = self._next()
        if letter in _ANCHORS:
            return ""
        if letter.isalnum() and letter not in _CLASSES:
            raise _Unknown
        return _CLASSES.get(letter, letter)

    def _times(self) -> int:
        sign = self._rest[0] if self._rest else ""
        if sign not in ("*", "+", "?", "{"):
            return 1
        self._next()
        low, more = {"*": (0, True), "+": (1, True), "?": (0, True)}.get(sign) or self._counted()
        if self._rest[:1] == ["?"]:
            self._next()
        return min(low + (self._longer if more else 0), _MOST_REPEATED)

    def _counted(self) -> tuple[int, bool]:
        written = ""
        while (letter := self._next()) != "}":
            written += letter
        low, comma, high = written.partition(",")
        if not low.isdecimal():
            raise _Unknown
        return int(low), bool(comma) and high != low

    def _next(self) -> str:
        if not self._rest:
            raise _Unknown
        return self._rest.pop(0)
