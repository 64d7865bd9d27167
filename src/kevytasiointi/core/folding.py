"""Words as people type and list them: without capitals and marks when searching, in alphabetical order when read."""

import unicodedata
from typing import Final

_WITHOUT_MARKS: Final = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
_LAST_LETTERS: Final = str.maketrans({"å": "\ue000", "ä": "\ue001", "æ": "\ue001", "ö": "\ue002", "ø": "\ue002"})


def folded(text: str) -> str:
    """Small letters without marks, so that `ahtari` finds Ähtäri. For comparing only, never for showing."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_MARKS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def alphabetical(text: str) -> str:
    """A sorting key in the order of the Finnish and Swedish alphabet: å, ä and ö come after z."""
    marked = unicodedata.normalize("NFC", text.casefold()).translate(_LAST_LETTERS)
    parts = unicodedata.normalize("NFKD", marked)
    return "".join(c for c in parts if not unicodedata.combining(c))
