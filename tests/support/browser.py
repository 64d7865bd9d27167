"""The system's Chromium, listening for what a person wouldn't see: errors, blocked content, outside requests."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

from support.needs import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE = 30_000  # milliseconds; a busy machine is slow, not wrong
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_LISTEN = """
document.addEventListener("securitypolicyviolation", (event) =>
  window.reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI || "inline"}`));
"""
# Chromium repeats every answer of 4xx and 5xx here; for documents they are pages like others, and
# for everything else `_answered` says it.
_REPEATED = "Failed to load resource: the server responded with a status of"


@dataclass
class Listener:
    """What went wrong in the pages of one test; anything at all fails it."""

    troubles: list[str] = field(default_factory=list)
    without_scripts: list[BrowserContext] = field(default_factory=list)

    def listen_to(self, context: BrowserContext) -> None:
        context.expose_binding("reportViolation", lambda _, text: self.troubles.append(f"security policy: {text}"))
        context.add_init_script(_LISTEN)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(_REPEATED):
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname not in {"127.0.0.1", "localhost"}:
            self.troubles.append(f"asked an outside address: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.troubles.append(f"{response.status} for {response.url}")


class OpenPage(Protocol):
    def __call__(self, *, java_script: bool = True, **context: Any) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's loop runs in this thread; the tests' own queries are synchronous all the same.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def open_page(browser: Browser, listener: Listener) -> Iterator[OpenPage]:
    """Opens pages of separate people: each has its own cookies. With `java_script=False` no script runs."""
    contexts: list[BrowserContext] = []

    def open_one(*, java_script: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            java_script_enabled=java_script, **{"locale": "fi-FI", "timezone_id": "Europe/Helsinki", **options}
        )
        context.set_default_timeout(_PATIENCE)
        listener.listen_to(context)
        if not java_script:
            listener.without_scripts.append(context)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not listener.troubles, "\n".join(["The browser met trouble:", *listener.troubles])


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture
def assert_accessible(listener: Listener) -> Callable[[Page], None]:
    """No violation that axe knows of, at WCAG 2.2 A and AA. Axe is a script: it needs a page that runs them."""

    def check(page: Page) -> None:
        assert page.context not in listener.without_scripts, "axe can't run where JavaScript is off"
        found = Axe().run(
            page, options={"runOnly": {"type": "tag", "values": WCAG_22_AA}, "resultTypes": ["violations"]}
        )
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check
