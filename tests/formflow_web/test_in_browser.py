"""A page of a form in a real browser, with and without scripts."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from formflow_web import memory
from support.browser import Listener, OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Accessible = Callable[[Page], None]
PAGES = ("people", "noise", "sources", "attached")
ADDRESSES = [f"/{language}/fill/{page_id}/" for language in ("fi", "sv", "en") for page_id in PAGES]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_type_is_accessible_as_asked_and_as_corrected(
    page: Page, live_server: Any, assert_accessible: Accessible, address: str
) -> None:
    memory.begin(values={"at_night": True})
    page.goto(f"{live_server.url}{address}")
    assert_accessible(page)
    page.locator(".button-row button[value=continue]").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert_accessible(page)


def test_the_page_fits_a_narrow_screen(store: memory.Store, open_page: OpenPage, live_server: Any) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    for page_id in PAGES:
        page.goto(f"{live_server.url}/fi/fill/{page_id}/")
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_typing_is_saved_by_itself(store: memory.Store, page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/people/")
    page.get_by_label("Nimi", exact=True).first.press_sequentially("Aino")
    expect(page.locator("#save-status")).to_have_text(re.compile(r"^Tallennettu \d{1,2}\.\d{2}$"))
    assert store.values["full_name"] == "Aino"
    expect(page.locator("#q-full_name")).to_be_focused()


def test_a_question_appears_as_it_is_called_for_and_focus_stays(
    store: memory.Store, page: Page, live_server: Any, assert_accessible: Accessible
) -> None:
    page.goto(f"{live_server.url}/fi/fill/noise/")
    page.locator("#q-at_night-yes").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Miksi yöllä?")).to_be_visible()
    expect(page.locator("#q-at_night-yes")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Miksi yöllä?").fill("Myöhään")
    page.locator("#q-at_night-no").check()
    expect(page.get_by_label("Miksi yöllä?")).to_have_count(0)
    assert store.values["why_night"] == "Myöhään"


def test_continuing_while_a_save_is_on_its_way_is_no_clash(store: memory.Store, page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/sources/")
    page.get_by_label("Laite").fill("Pora")
    page.locator("input[id$=is_loud-no]").check()
    expect(page.locator("#save-status")).to_have_text(re.compile("^Tallennettu"))
    page.get_by_label("Laite").press("End")
    page.get_by_label("Laite").press_sequentially("kone")
    page.locator(".button-row button[value=continue]").click()
    page.wait_for_url("**/fill/attached/")
    assert [row["values"] for row in store.values["source"]] == [{"device": "Porakone", "is_loud": False}]


def test_what_was_wrong_is_corrected_and_saved(store: memory.Store, page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/sources/")
    for text in ("P", "o", "r", "a"):
        page.get_by_label("Laite").press_sequentially(text)
        expect(page.locator("#save-status")).to_have_text(re.compile("^Tallennettu"))
        page.locator("#save-status").evaluate("(status) => status.replaceChildren()")
    page.locator(".button-row button[value=continue]").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_label("Laite").fill("Moottorisaha")
    page.locator("input[id$=is_loud-no]").check()
    page.locator(".button-row button[value=continue]").click()
    page.wait_for_url("**/fill/attached/")
    assert [row["values"] for row in store.values["source"]] == [{"device": "Moottorisaha", "is_loud": False}]


def test_enter_in_a_field_continues(store: memory.Store, page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/people/")
    page.locator("#q-full_name").fill("Aino")
    page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    assert "/fi/" in page.url


def test_files_go_up_as_they_are_chosen(store: memory.Store, page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/attached/")
    file = {"name": "piirros.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.get_by_label("Asemapiirros", exact=True).set_input_files([file])
    expect(page.get_by_role("link", name="piirros.pdf")).to_be_visible()


def test_characters_are_counted_down(store: memory.Store, page: Page, live_server: Any) -> None:
    store.values["at_night"] = True
    page.goto(f"{live_server.url}/fi/fill/noise/")
    page.locator("#q-why_night").press_sequentially("yö 🎉")
    expect(page.locator("#q-why_night-count")).to_have_text("Merkkejä jäljellä: 496")
    expect(page.locator("#count-status")).to_have_text("Merkkejä jäljellä: 496")


def test_a_save_that_fails_is_told(store: memory.Store, page: Page, listener: Listener, live_server: Any) -> None:
    page.goto(f"{live_server.url}/fi/fill/people/")
    page.context.set_offline(offline=True)
    page.locator("#q-full_name").fill("Aino")
    expect(page.locator("#save-status")).to_contain_text("ei voitu tallentaa")
    page.context.set_offline(offline=False)
    page.locator("#q-full_name").press_sequentially(" E")
    expect(page.locator("#save-status")).to_have_text(re.compile("^Tallennettu"))
    listener.troubles.clear()  # that the connection was cut is what this was about


def test_all_is_done_with_the_keyboard_and_without_scripts(
    store: memory.Store, open_page: OpenPage, live_server: Any
) -> None:
    page = open_page(java_script=False)
    page.goto(f"{live_server.url}/sv/fill/noise/")
    page.locator("#q-at_night-yes").focus()
    page.keyboard.press("Space")
    page.locator("#q-kind-music").check()
    page.locator("#q-means-wall").check()
    for part, typed in {"first": "12.6.2027", "first_time": "18", "last": "13.6.2027", "last_time": "2"}.items():
        page.locator(f"#q-during-{part}").fill(typed)
    page.locator("#q-where").select_option("638")
    page.keyboard.press("Tab")
    page.locator(".button-row button[value=continue]").press("Enter")
    page.get_by_label("Varför på natten?").fill("Sent program")
    page.locator(".button-row button[value=continue]").press("Enter")
    page.wait_for_url("**/sv/fill/sources/")
    page.get_by_label("Apparat").fill("Högtalare")
    page.get_by_role("button", name="Lägg till: Bullerkälla").press("Enter")
    expect(page.get_by_label("Apparat")).to_have_count(2)
    assert store.values["source"][0]["values"]["device"] == "Högtalare"
