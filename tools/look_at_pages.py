"""Take pictures of every page in every state, and lay them on one contact sheet: `make look`.

Starts the demonstration on a data folder of its own, walks it in Chromium in Finnish and Swedish, and
writes to `var/look/`: the pictures, `index.html` and `sheet.png`. A page that is wider than the screen,
or that asks anything of another machine, is told. With `--pictures` those of README are renewed too.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "src"), str(HERE / "tests"), str(HERE / "tools")]

from looking.demonstration import a_demonstration  # noqa: E402 - found by the line above
from looking.sheet import Picture, write_page, write_picture, write_small  # noqa: E402
from looking.walk import Walk  # noqa: E402
from support.browser import ARGUMENTS  # noqa: E402
from support.needs import chromium  # noqa: E402

FOLDER = HERE / "var" / "look"
SCREENS = {375: 740, 1280: 860}
PAPER = 794
PRINTED = {"procedure-offered", "check", "receipt", "case-handled", "application-handled", "form-activity-filled"}
# A browser goes on showing the page before until it has painted the new one.
NO_OLD_PAGE = "--disable-features=PaintHolding"
_PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FOR_README = {
    "front": 1280,
    "procedure-offered": 375,
    "form-activity-filled": 1280,
    "receipt": 375,
    "case-in-handling": 1280,
    "application-handled": 375,
}


@dataclass
class Looker:
    """Takes the pictures of one language."""

    language: str
    pictures: list[Picture] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open_in(self, browser: Browser) -> Callable[[], Page]:
        def open_page() -> Page:
            context = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki", reduced_motion="reduce")
            context.set_default_timeout(10_000)
            context.on("request", self._asked)
            return context.new_page()

        return open_page

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def look(self, page: Page, name: str) -> None:
        for width, height in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            self._shoot(page, name, width)
            if self.language == "fi" and FOR_README.get(name) == width:
                page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=FOLDER / f"readme-{name}.png", animations="disabled")
        if name in PRINTED:
            page.emulate_media(media="print")
            page.set_viewport_size({"width": PAPER, "height": 1123})
            self._shoot(page, f"{name}-printed", PAPER)
            page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1280, "height": SCREENS[1280]})

    def _shoot(self, page: Page, name: str, width: int) -> None:
        file = FOLDER / f"{name}.{self.language}.{width}.png"
        page.evaluate(_PAINTED)
        page.screenshot(path=file, full_page=True, animations="disabled")
        needed = page.evaluate("document.documentElement.scrollWidth")
        trouble = f"needs {needed} px" if needed > width else ""
        self.pictures.append(Picture(name, self.language, width, file, trouble))


def main() -> int:
    parser = argparse.ArgumentParser(description="Pictures of every page in every state, into var/look/.")
    parser.add_argument("--languages", nargs="+", default=["fi", "sv"], choices=["fi", "sv", "en"])
    parser.add_argument("--pictures", action="store_true", help="renew docs/pictures from the Finnish walk")
    given = parser.parse_args()
    if chromium() is None:
        print("Chromium is missing: apt-get install chromium", file=sys.stderr)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    lookers = [Looker(language) for language in given.languages]
    for looker in lookers:
        _walk(looker)
    pictures = [picture for looker in lookers for picture in looker.pictures]
    if given.pictures:
        _renew_pictures(HERE / "docs" / "pictures")
    return _tell(pictures, [address for looker in lookers for address in looker.outside])


def _walk(looker: Looker) -> None:
    print(f"Walking in {looker.language} …", flush=True)
    with a_demonstration() as running, sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*ARGUMENTS, NO_OLD_PAGE], env=os.environ | {"LANGUAGE": looker.language}
        )
        try:
            Walk(running, looker.language, looker.open_in(browser), looker.look, Path(scratch)).all()
        finally:
            browser.close()


def _renew_pictures(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, width in FOR_README.items():
        write_small(FOLDER / f"readme-{name}.png", folder / f"{name}.png", width=min(width, 960))


def _tell(pictures: list[Picture], outside: list[str]) -> int:
    order = list(dict.fromkeys(picture.name for picture in pictures))
    laid_out = sorted(pictures, key=lambda picture: (order.index(picture.name), picture.language, picture.width))
    print(f"{len(pictures)} pictures: {write_page(laid_out, FOLDER)}, {write_picture(laid_out, FOLDER / 'sheet.png')}")
    troubles = [f"{picture.name} {picture.label}: {picture.trouble}" for picture in pictures if picture.trouble]
    troubles += [f"asked another machine: {address}" for address in outside]
    print("\n".join(troubles) or "No page is wider than its screen; nothing was asked of another machine.")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
