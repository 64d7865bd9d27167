"""Two windows on one page: nobody's words are overwritten unseen."""

import pytest
from django.test import Client

from formflow_web import memory
from formflow_web.conftest import filled_in

pytestmark = pytest.mark.django_db


def test_the_second_window_sees_both_texts_and_decides(store: memory.Store, client: Client) -> None:
    first, second = client.get("/fi/fill/people/"), client.get("/fi/fill/people/")
    client.post("/fi/fill/people/", filled_in(first, do="save", q__full_name="Ensimmäinen"))
    clash = client.post("/fi/fill/people/", filled_in(second, do="save", q__full_name="Toinen"))
    page = clash.content.decode()
    assert clash.status_code == 409
    assert "Ensimmäinen" in page
    assert 'value="Toinen"' in page
    assert store.values["full_name"] == "Ensimmäinen"
    decided = client.post("/fi/fill/people/", filled_in(clash, do="save"))
    assert decided.status_code == 302
    assert store.values["full_name"] == "Toinen"


def test_a_clash_loses_no_wrong_text_either(store: memory.Store, client: Client) -> None:
    first, second = client.get("/fi/fill/people/"), client.get("/fi/fill/people/")
    client.post("/fi/fill/people/", filled_in(first, do="save", q__mail="eka@example.fi"))
    clash = client.post("/fi/fill/people/", filled_in(second, do="continue", q__mail="toka at"))
    assert clash.status_code == 409
    assert 'value="toka at"' in clash.content.decode()


def test_the_same_window_saves_as_often_as_it_likes(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    for text in ("A", "Ai", "Aino", "Aino"):
        assert client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name=text)).status_code == 302
    assert store.values["full_name"] == "Aino"


def test_another_page_saved_elsewhere_is_no_clash(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    client.post("/fi/fill/noise/", filled_in(client.get("/fi/fill/noise/"), do="save", q__kind="music"))
    assert client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name="Aino")).status_code == 302
    assert (store.values["full_name"], store.values["kind"]) == ("Aino", "music")


def test_a_save_in_between_for_another_page_is_tried_once_more(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    store.saves_in_between = 1
    assert client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name="Aino")).status_code == 302
    assert store.values["full_name"] == "Aino"


def test_a_save_that_was_overtaken_changes_nothing(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    later = filled_in(opened, do="save", q__full_name="Aino Esimerkki", order="7")
    earlier = filled_in(opened, autosave="1", q__full_name="Ain", order="6")
    client.post("/fi/fill/people/", later)
    answer = client.post("/fi/fill/people/", earlier, headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert store.values["full_name"] == "Aino Esimerkki"


def test_a_page_that_does_not_say_what_it_saw_stores_nothing(store: memory.Store, client: Client) -> None:
    answer = client.post("/fi/fill/people/", {"shown": ["full_name"], "q-full_name": "Mallory", "do": "save"})
    assert answer.status_code == 409
    assert store.values == {}


def test_an_autosave_tells_that_it_is_saved_and_what_has_appeared(store: memory.Store, client: Client) -> None:
    opened = client.get("/sv/fill/noise/")
    answer = client.post(
        "/sv/fill/noise/", filled_in(opened, autosave="1", q__at_night="yes"), headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="save-status"' in text
    assert 'id="slot-why_night" data-hx-swap-oob="true"' in text
    assert "slot-kind" not in text
    assert store.values["at_night"] is True


def test_an_autosave_clash_is_told_and_stores_nothing(store: memory.Store, client: Client) -> None:
    first, second = client.get("/fi/fill/people/"), client.get("/fi/fill/people/")
    client.post("/fi/fill/people/", filled_in(first, do="save", q__full_name="Ensimmäinen"))
    answer = client.post(
        "/fi/fill/people/", filled_in(second, autosave="1", q__full_name="Toinen"), headers={"HX-Request": "true"}
    )
    assert answer.status_code == 409
    assert store.values["full_name"] == "Ensimmäinen"


def test_a_button_pressed_on_an_overtaken_page_shows_both_texts(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name="Aino Esimerkki", order="7"))
    answer = client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name="Ain", order="6"))
    assert answer.status_code == 409
    assert 'value="Ain"' in answer.content.decode()
    assert store.values["full_name"] == "Aino Esimerkki"


def test_a_button_is_not_overtaken_by_what_the_window_saved_by_itself(store: memory.Store, client: Client) -> None:
    """Leaving the last field saves it; on a slow server that may come before the button that was pressed."""
    opened = client.get("/fi/fill/people/")
    autosave = filled_in(opened, autosave="1", q__full_name="Aino", order="7")
    client.post("/fi/fill/people/", autosave, headers={"HX-Request": "true"})
    answer = client.post("/fi/fill/people/", filled_in(opened, do="save", q__full_name="Aino", order="6"))
    assert answer.status_code == 302
    assert store.values["full_name"] == "Aino"
