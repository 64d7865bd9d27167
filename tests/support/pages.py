"""Reading an answered page as a browser and as a person would, without a browser."""

import re
from html.parser import HTMLParser
from typing import Any


class _Reader(HTMLParser):
    """Collects what the forms of a page would post, and its visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self.text: list[str] = []
        self.problems: list[str] = []
        self._area: str | None = None
        self._select: str | None = None
        self._in_problems = 0
        self._skip = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "input" and given.get("name") and given.get("type") not in {"file", "submit"}:
            self._input(given)
        elif tag == "textarea":
            self._area = str(given["name"])
            self.fields[self._area] = ""
        elif tag == "select":
            self._select = str(given["name"])
        elif tag == "option" and self._select and "selected" in given:
            self.fields[self._select] = given.get("value") or ""
        elif tag in {"script", "style"}:
            self._skip += 1
        if tag == "div" and "error-summary" in (given.get("class") or ""):
            self._in_problems = 1
        elif tag == "a" and self._in_problems:
            self.problems.append("")

    def _input(self, given: dict[str, str | None]) -> None:
        if given.get("type") in {"radio", "checkbox"} and "checked" not in given:
            return
        name, value = str(given["name"]), given.get("value") or ""
        earlier = self.fields.get(name)
        if earlier is None:
            self.fields[name] = value
        else:
            self.fields[name] = [*(earlier if isinstance(earlier, list) else [earlier]), value]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "div":
            self._in_problems = 0
        elif tag in {"script", "style"}:
            self._skip -= 1

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self.fields[self._area] += data.removeprefix("\n") if not self.fields[self._area] else data
        elif not self._skip:
            self.text.append(data)
        if self._in_problems and self.problems:
            self.problems[-1] += data


def _read(page: Any) -> _Reader:
    reader = _Reader()
    reader.feed(page.content.decode())
    return reader


def fields_of(page: Any) -> dict[str, Any]:
    """What the forms of the page would post as they stand, a list where a name comes again; the buttons aside."""
    return _read(page).fields


def texts_of(page: Any) -> str:
    """The visible text of the page, white space folded."""
    return " ".join(" ".join(_read(page).text).split())


def problems_on(page: Any) -> list[str]:
    """The sentences of the error summary."""
    return [re.sub(r"\s+", " ", sentence).strip() for sentence in _read(page).problems]


def saved(page: Any) -> bytes:
    """The bytes of a file that was handed out. Its file is closed, the test's database connection is not."""
    content = b"".join(page.streaming_content)
    for close in page._resource_closers:
        close()
    page._resource_closers.clear()
    return content
