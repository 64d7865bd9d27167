"""Only characters that the fonts have can stand in an archival PDF."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

FONTS_FOLDER: Final = Path(__file__).parents[1] / "fonts"
STAND_IN: Final = "□"
_ANY_WEIGHT: Final = "SourceSans3-*.ttf"
_EMOJI: Final = "NotoEmoji-Regular.ttf"
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """`text` composed (NFC), without invisible characters, and `STAND_IN` for what no font of ours has.

    Without bidirectional marks and joiners as well: a joined emoji becomes its parts. Line ends stay.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if _available().issuperset(composed):
        return composed
    return "".join(_shown(character) for character in composed)


def _shown(character: str) -> str:
    if character in _available():
        return character
    return "" if unicodedata.category(character) in _INVISIBLE or _is_selector(character) else STAND_IN


def _is_selector(character: str) -> bool:
    """It chooses among the looks of the character before it and says nothing itself."""
    return "\ufe00" <= character <= "\ufe0f"


@cache
def _available() -> frozenset[str]:
    """Visible characters that every weight of the text font has, or the emoji font; and the line end.

    Not private ones, which some glyphs of the emoji font have: they mean nothing to the archive.
    """
    weights = [_code_points(path) for path in sorted(FONTS_FOLDER.glob(_ANY_WEIGHT))]
    had = frozenset.intersection(*weights) | _code_points(FONTS_FOLDER / _EMOJI)
    left_out = _INVISIBLE | {"Co", "Cn"}
    shown = (c for c in map(chr, had) if unicodedata.category(c) not in left_out and not _is_selector(c))
    return frozenset({"\n", *shown})


def _code_points(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
