"""The pages of this room in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Accessible = Callable[[Page], None]
PAGES = ["sign-in", "accessibility", "privacy", "about", "components"]


@pytest.mark.parametrize("address", [f"/{language}/{name}/" for language in ("fi", "sv", "en") for name in PAGES])
def test_pages_are_accessible(page: Page, live_server: Any, assert_accessible: Accessible, address: str) -> None:
    page.goto(f"{live_server.url}{address}")
    expect(page.locator("h1")).to_have_count(1)
    assert_accessible(page)


@pytest.mark.parametrize("address", PAGES)
def test_pages_fit_a_narrow_screen(open_page: OpenPage, live_server: Any, address: str) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(f"{live_server.url}/fi/{address}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_first_thing_tabbed_to_leads_past_the_header(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/privacy/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Siirry sisältöön")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_language_is_changed_on_the_same_page(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/privacy/")
    page.get_by_role("link", name="Svenska").click()
    expect(page).to_have_url(f"{live_server.url}/sv/privacy/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_one_signs_in_accepts_and_signs_out_without_scripts(open_page: OpenPage, live_server: Any) -> None:
    page = open_page(java_script=False)
    page.goto(f"{live_server.url}/sv/sign-in/")
    page.get_by_role("button", name="Fortsätt som Bo").click()
    page.get_by_label("Jag har läst användarvillkoren").check()
    page.get_by_role("button", name="Godkänn och fortsätt").click()
    expect(page.get_by_text("Bo Exempel")).to_be_visible()
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_text("Du har loggat ut.")).to_be_visible()


def test_the_first_visit_is_light(page: Page, live_server: Any) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(f"{live_server.url}/fi/privacy/")
    page.wait_for_load_state("networkidle")
    without_fonts = sum(size for address, size in sizes.items() if not address.endswith(".woff2"))
    assert without_fonts < 60 * 1024, sizes
