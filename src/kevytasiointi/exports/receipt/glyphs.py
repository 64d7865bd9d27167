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
_KEPT_CONTROLS: Final = frozenset("\n")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    """`text` composed (NFC), without invisible characters, and `STAND_IN` for what no font of ours has.

    Without bidirectional marks and joiners as well: a joined emoji becomes its parts. Line ends stay.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return "".join(
        c if c in _KEPT_CONTROLS or ord(c) in _available() else STAND_IN
        for c in composed
        if c in _KEPT_CONTROLS or _is_visible(c)
    )


def _is_visible(character: str) -> bool:
    is_selector = "\ufe00" <= character <= "\ufe0f"  # of a glyph's variant: says nothing by itself
    # A private or unassigned character was meant to be seen, so it gets its stand-in.
    return not is_selector and (unicodedata.category(character) not in _INVISIBLE or _is_unknown(character))


def _is_unknown(character: str) -> bool:
    return unicodedata.category(character) in {"Co", "Cn"}


@cache
def _available() -> frozenset[int]:
    """Code points that every weight of the text font has, or the emoji font."""
    weights = [_code_points(path) for path in sorted(FONTS_FOLDER.glob(_ANY_WEIGHT))]
    return frozenset.intersection(*weights) | _code_points(FONTS_FOLDER / _EMOJI)


def _code_points(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
