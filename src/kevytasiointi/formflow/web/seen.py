"""Two windows, one page: whether somebody else has saved this page since it was shown.

Each shown page has a random tab name and a digest of what was stored for it. A save is a clash if
the digest is another than then and the last saver of the page was another tab. Within one tab
saves are numbered, so that one that was overtaken on the way changes nothing.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from kevytasiointi.formflow.spec import Page
from kevytasiointi.formflow.web.names import belongs_to
from kevytasiointi.formflow.web.port import Fields, SheetPort

SEEN: Final = "seen"
ORDER: Final = "order"
_LONGEST_ORDER: Final = 9


class Standing(Enum):
    FRESH = auto()
    OVERTAKEN = auto()
    """A later save of the same tab has already been stored."""
    CLASH = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    tab: str
    digest: str
    order: int = 0
    is_press: bool = False
    """A button was pressed: a save that the same window made by itself doesn't overtake that."""

    @property
    def mark(self) -> str:
        """What the page sends back as `seen`."""
        return f"{self.tab}.{self.digest}"

    @property
    def saver(self) -> dict[str, list[str]]:
        return {"tab": [self.tab], "order": [str(self.order)], "press": ["1"] if self.is_press else []}


def look(port: SheetPort, page: Page) -> Seen:
    """The page as it is stored now, seen from a new tab."""
    return Seen(secrets.token_hex(8), _digest(port, page))


def sent_back(fields: Fields, *, is_press: bool = False) -> Seen:
    tab, _, digest = _first(fields, SEEN).partition(".")
    order = _first(fields, ORDER)
    is_number = order.isascii() and order.isdecimal() and len(order) <= _LONGEST_ORDER
    return Seen(tab, digest, int(order) if is_number else 0, is_press)


def standing(seen: Seen, port: SheetPort, page: Page) -> Standing:
    saver = port.typed.get(saver_key(page), {})
    if seen.tab and saver.get("tab") == [seen.tab]:
        is_late = seen.order < _order_of(saver) and not (seen.is_press and _was_autosave(saver))
        return Standing.OVERTAKEN if is_late else Standing.FRESH
    return Standing.FRESH if seen.digest == _digest(port, page) else Standing.CLASH


def saver_key(page: Page) -> str:
    """Where the last saver of a page is kept, among what was typed: no question has such a key."""
    return f"saver.{page.id}"


def _digest(port: SheetPort, page: Page) -> str:
    values = {question.id: port.answers.values.get(question.id) for question in page.questions}
    typed = {key: fields for key, fields in port.typed.items() if _is_on(page, key)}
    sealed = sorted(key for key in port.answers.sealed if _is_on(page, key))
    stored = json.dumps([values, typed, sealed], sort_keys=True, default=dict)
    return hashlib.sha256(stored.encode()).hexdigest()[:20]


def _is_on(page: Page, key: str) -> bool:
    return any(belongs_to(key, question) for question in page.questions)


def _order_of(saver: Mapping[str, list[str]]) -> int:
    return int(next(iter(saver.get("order", ["0"])), "0"))


def _was_autosave(saver: Mapping[str, list[str]]) -> bool:
    return not saver.get("press")


def _first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
