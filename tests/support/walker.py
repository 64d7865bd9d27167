"""Somebody at a browser: signs in, fills in pages by question, presses what there is to press."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

Answer = str | bool | Sequence[str] | Path | Mapping[str, str]


@dataclass
class Walker:
    """One person's browser on the service at `address`, in one language. Works without JavaScript too."""

    page: Page
    address: str
    language: str = "fi"
    runs_scripts: bool = True

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}/{self.language}/{path}")

    def sign_in(self, name: str, *, email: str = "") -> None:
        """By the test identification; the terms are accepted if they are asked for."""
        self.go("sign-in/")
        self.page.locator("button", has_text=name).first.click()
        if "/terms/" in self.page.url:
            self.page.locator("input[name=accepted]").check()
            self.page.locator("input[name=email]").fill(email)
            self.page.locator("main form button[type=submit]").click()

    def start(self, procedure: str, municipality: str) -> None:
        self.go(f"procedures/{procedure}/?municipality={municipality}")
        self.page.locator("form[action$='/start/'] button").click()

    def answer(self, **answers: Answer) -> None:
        """By question id; `group__question` answers in the last row of a repeating group."""
        for question, answer in answers.items():
            group, _, inner = question.rpartition("__")
            if group:
                rows = self.page.locator(f"input[name=q-{group}]")
                self._answer(f"q-{group}-{rows.last.get_attribute('value')}-{inner}", answer)
            else:
                self._answer(f"q-{question}", answer)

    def press(self, what: str) -> None:
        """A button of the form by its value: continue, save, add-row:group …"""
        with self.page.expect_navigation():
            self.page.locator(f"#step-form button[value='{what}']").last.click()

    def go_on(self) -> None:
        self.press("continue")

    @property
    def step(self) -> str:
        """Id of the page of the form that is open."""
        found = re.search(r"/fill/(\w+)/", self.page.url)
        return found.group(1) if found else ""

    @property
    def reference(self) -> str:
        return self.page.locator("#reference").inner_text()

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def _answer(self, name: str, answer: Answer) -> None:
        field = self.page.locator(f"[name='{name}']")
        if isinstance(answer, Mapping):
            for part, value in answer.items():
                self._answer(f"{name}-{part}", value)
        elif isinstance(answer, Path):
            self._attach(name, answer)
        elif isinstance(answer, bool):
            self._choose(field, ["yes" if answer else "no"])
        elif isinstance(answer, str):
            self._type(field, answer)
        else:
            self._choose(field, answer)

    def _attach(self, name: str, file: Path) -> None:
        """With scripts the file goes up as soon as it is chosen, and the button is soon gone."""
        before = self.page.locator(".files__name", has_text=file.name).count()
        self.page.locator(f"[name='{name}']").set_input_files(str(file))
        button = self.page.locator(f"button[value='upload:{name.removeprefix('q-')}']")
        if button.count() and not self.runs_scripts:
            button.click()
        expect(self.page.locator(".files__name", has_text=file.name)).to_have_count(before + 1)

    def _choose(self, field: Locator, values: Sequence[str]) -> None:
        for value in values:
            self.page.locator(f"[name='{field.first.get_attribute('name')}'][value='{value}']").check()

    def _type(self, field: Locator, text: str) -> None:
        kind = field.first.get_attribute("type")
        if kind in {"radio", "checkbox"}:
            self._choose(field, [text])
        elif field.first.evaluate("element => element.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)


def fill_in(walker: Walker, answers: Mapping[str, Mapping[str, Any]], file: Path) -> Iterator[str]:
    """Answers page after page, yielding its id before "continue" is pressed; `MAP` stands for `file`."""
    for page, of_page in answers.items():
        assert walker.step == page, f"on {walker.step}, not on {page}"
        walker.answer(**{question: file if answer == "MAP" else answer for question, answer in of_page.items()})
        yield page
        walker.go_on()
