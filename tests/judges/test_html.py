"""The Nu HTML checker finds no error in any page that the walk meets, error pages too."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from looking.walk import Walk


@dataclass
class Kept:
    """Pages as the server answered them: what a browser has mended tells nothing."""

    browser: Browser
    folder: Path
    latest: dict[Page, Response] = field(default_factory=dict)

    def open_page(self) -> Page:
        page = self.browser.new_page(locale="fi-FI")
        page.set_default_timeout(10_000)
        page.on("response", lambda response: self._answered(page, response))
        return page

    def _answered(self, page: Page, response: Response) -> None:
        if response.request.is_navigation_request():
            self.latest[page] = response

    def look(self, page: Page, name: str) -> None:
        (self.folder / f"{name}.html").write_text(self.latest[page].text(), encoding="utf-8")


def _errors(judges: Path, folder: Path) -> list[str]:
    jar = judges / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = sorted(str(page) for page in folder.glob("*.html"))
    command = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *pages]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    where: dict[str, list[str]] = {}
    for found in told["messages"]:
        if found["type"] != "info":
            line = f"{Path(found['url']).stem}:{found.get('lastLine')}"
            where.setdefault(f"{found['message']} {found.get('extract', '')[:200]!r}", []).append(line)
    return [f"{error}\n  on {', '.join(lines[:5])}: {len(lines)} in all" for error, lines in where.items()]


PARTS: dict[str, Callable[[Walk], None]] = {
    "fi": Walk.whole,
    "sv": Walk.for_everybody,
    "en": Walk.for_everybody,
}


@pytest.fixture
def kept(browser, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    return Kept(browser, folder)


@pytest.mark.parametrize("language", PARTS)
def test_every_page_is_right(demonstration, kept, judges, language):
    PARTS[language](Walk(demonstration, language, kept.open_page, kept.look, kept.folder.parent))
    assert len(list(kept.folder.iterdir())) >= 20
    errors = _errors(judges, kept.folder)
    assert not errors, "\n".join(errors)


def test_the_judge_sees_an_error(judges, tmp_path):
    (tmp_path / "wrong.html").write_text('<!doctype html><html lang="fi"><title>x</title><p id=a><p id=a>')
    assert any("Duplicate ID" in error for error in _errors(judges, tmp_path))
