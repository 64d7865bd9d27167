"""A page of a form, with a client that runs no scripts."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from formflow_web import memory
from formflow_web.conftest import filled_in

pytestmark = pytest.mark.django_db
Send = Callable[..., HttpResponse]

PERSON = {
    "q__full_name": "Aino Esimerkki",
    "q__mail": "aino@example.fi",
    "q__home__street": "Esimerkkikatu 1",
    "q__home__postcode": "06100",
    "q__home__city": "Porvoo",
    "q__contact__given_name": "Aino",
    "q__contact__family_name": "Esimerkki",
}
NOISE = {
    "q__at_night": "no",
    "q__kind": "music",
    "q__means": ["wall"],
    "q__during__first": "12.6.2027",
    "q__during__first_time": "18",
    "q__during__last": "13.6.2027",
    "q__during__last_time": "2.00",
    "q__where": "638",
}


def test_whole_answers_are_stored_and_lead_to_the_next_page(store: memory.Store, send: Send) -> None:
    answer = send("people", **PERSON)
    assert (answer.status_code, answer["Location"]) == (302, "/fi/fill/noise/")
    assert store.values["full_name"] == "Aino Esimerkki"
    assert store.values["home"] == {"street": "Esimerkkikatu 1", "postcode": "06100", "city": "Porvoo"}


def test_every_type_is_read_from_the_page_and_shown_on_it_again(
    store: memory.Store, send: Send, client: Client
) -> None:
    typed = {
        **NOISE,
        "q__building__first": "1.6.2027",
        "q__building__last": "2.6.2027",
        "q__day": "24.12.2026",
        "q__hour": "9.30",
        "q__people_count": "1500",
        "q__level": "55,5",
        "q__price": "12,50",
        "q__estate": "638-1-2-3",
        "q__account": "FI21 1234 5600 0007 85",
    }
    assert send("noise", **typed).status_code == 302
    assert store.values["during"] == {
        "first": "2027-06-12",
        "first_time": "18:00",
        "last": "2027-06-13",
        "last_time": "02:00",
    }
    before = dict(store.values)
    opened = client.get("/fi/fill/noise/")
    assert client.post("/fi/fill/noise/", filled_in(opened, do="continue")).status_code == 302
    assert store.values == before


def test_what_is_wrong_is_named_and_nothing_typed_is_lost(store: memory.Store, send: Send, client: Client) -> None:
    answer = send("people", **PERSON | {"q__mail": "aino at example", "q__full_name": ""})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="aino at example"' in page
    assert 'href="#q-mail"' in page
    assert 'href="#q-full_name"' in page
    assert 'aria-describedby="q-full_name-help q-full_name-error"' in page
    assert "mail" not in store.values
    # Also later, on another device.
    assert 'value="aino at example"' in client.get("/fi/fill/people/").content.decode()


def test_wrong_text_in_a_part_of_an_answer_is_pointed_at(store: memory.Store, send: Send) -> None:
    answer = send("people", **PERSON | {"q__home__postcode": "6100"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#q-home-postcode"' in page
    assert 'value="Esimerkkikatu 1"' in page


def test_an_empty_page_tells_nothing_is_wrong_before_it_is_sent(store: memory.Store, client: Client) -> None:
    page = client.get("/fi/fill/people/").content.decode()
    assert "error-summary" not in page
    assert "aria-invalid" not in page


def test_saving_for_later_asks_for_nothing(store: memory.Store, send: Send) -> None:
    answer = send("people", do="save", q__full_name="Aino", q__mail="half an add")
    assert (answer.status_code, answer["Location"]) == (302, "/fi/away/")
    assert store.values == {"full_name": "Aino"}
    assert store.typed["mail"] == {"": ["half an add"]}


def test_changing_the_language_keeps_what_was_typed(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    answer = client.post("/fi/fill/people/", filled_in(opened, language="sv", q__mail="half"))
    assert (answer.status_code, answer["Location"]) == (302, "/sv/fill/people/")
    page = client.get("/sv/fill/people/").content.decode()
    assert 'value="half"' in page
    assert "Anmälare" in page


def test_a_language_the_service_does_not_speak_changes_nothing(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    answer = client.post("/fi/fill/people/", filled_in(opened, language="//evil.example", **PERSON))
    assert answer["Location"] == "/fi/fill/noise/"


def test_an_answer_that_calls_for_a_question_brings_it_without_blaming(store: memory.Store, send: Send) -> None:
    answer = send("noise", **NOISE | {"q__at_night": "yes"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="q-why_night"' in page
    assert "error-summary" not in page
    assert store.values["at_night"] is True


def test_a_hidden_answer_stays_in_the_draft(store: memory.Store, send: Send) -> None:
    store.values |= {"at_night": True, "why_night": "Esitys päättyy myöhään."}
    send("noise", **NOISE | {"q__at_night": "no"})
    assert store.values["why_night"] == "Esitys päättyy myöhään."


def test_only_questions_the_page_showed_are_read(store: memory.Store, client: Client) -> None:
    store.values["full_name"] = "Aino"
    opened = client.get("/fi/fill/people/")
    fields = filled_in(opened, do="save", **{"q-full_name": "Mallory", "q-why_night": "x"})
    fields["shown"] = ["mail", "why_night"]
    client.post("/fi/fill/people/", fields)
    assert store.values == {"full_name": "Aino"}


def test_a_page_that_is_not_in_the_form_is_not_found(store: memory.Store, client: Client, settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "kevytasiointi.site.middleware.ErrorPages"]
    assert client.get("/fi/fill/nothing/").status_code == 404


def test_rows_are_added_and_removed_without_losing_the_others(store: memory.Store, send: Send, client: Client) -> None:
    opened = client.get("/fi/fill/sources/")
    first = opened.context["step"].slots[0].box.rows[0].id
    answer = client.post(
        "/fi/fill/sources/", filled_in(opened, do="add-row:source", **{f"q-source-{first}-device": "Kaiutin"})
    )
    rows = store.values["source"]
    assert [row["values"] for row in rows] == [{"device": "Kaiutin"}, {}]
    assert answer["Location"].endswith(f"#field-source-{rows[1]['id']}")
    opened = client.get("/fi/fill/sources/")
    second = rows[1]["id"]
    fields = filled_in(
        opened,
        do=f"remove-row:source:{first}",
        **{f"q-source-{second}-device": "Pora", f"q-source-{second}-is_loud": "yes"},
    )
    client.post("/fi/fill/sources/", fields)
    assert store.values["source"] == [{"id": second, "values": {"device": "Pora", "is_loud": True}}]


def test_text_that_is_no_answer_is_kept_in_its_row_and_goes_with_it(store: memory.Store, client: Client) -> None:
    store.values["source"] = [{"id": "a1", "values": {"device": "Pora", "is_loud": True}}]
    opened = client.get("/fi/fill/sources/")
    answer = client.post("/fi/fill/sources/", filled_in(opened, do="continue", **{"q-source-a1-how_loud": "kova"}))
    assert answer.status_code == 422
    assert 'href="#q-source-a1-how_loud"' in answer.content.decode()
    assert store.typed["source.a1.how_loud"] == {"": ["kova"]}
    client.post("/fi/fill/sources/", filled_in(client.get("/fi/fill/sources/"), do="remove-row:source:a1"))
    assert not [key for key in store.typed if key.startswith("source.")]


def test_no_more_rows_are_added_than_there_may_be(store: memory.Store, client: Client) -> None:
    store.values["source"] = [{"id": f"r{n}", "values": {}} for n in range(3)]
    page = client.get("/fi/fill/sources/")
    assert "add-row" not in page.content.decode()
    client.post("/fi/fill/sources/", filled_in(page, do="add-row:source"))
    assert len(store.values["source"]) == 3


def test_a_secret_is_sealed_and_never_shown_or_kept_as_typed(store: memory.Store, send: Send, client: Client) -> None:
    answer = send("people", do="save", q__code="131052-908")
    assert store.secrets == {}
    assert "131052-908" not in str(store.typed)
    send("people", do="save", q__code="140585-9001")
    assert store.secrets == {"code": "140585-9001"}
    page = client.get("/fi/fill/people/").content.decode()
    assert "140585-9001" not in page
    assert "140585-****" in page
    send("people", do="save")  # an empty field leaves it
    assert store.secrets == {"code": "140585-9001"}
    answer = send("people", do="clear:code")
    assert answer["Location"].endswith("#field-code")
    assert store.secrets == {}


def test_a_wrong_secret_is_pointed_at_and_shown_once_more(store: memory.Store, send: Send) -> None:
    answer = send("people", **PERSON | {"q__code": "131052-908X"})
    assert answer.status_code == 422
    assert 'href="#q-code"' in answer.content.decode()
    assert 'value="131052-908X"' in answer.content.decode()


def test_files_go_up_with_any_button_and_can_be_removed(store: memory.Store, send: Send) -> None:
    answer = send("attached", do="upload:plan", **{"q-plan": _file("piirros.pdf")})
    assert answer["Location"] == "/fi/fill/attached/#field-plan"
    assert store.values["plan"] == ["file0"]
    send("attached", q__truth="yes", **{"q-plan": _file("toinen.pdf")})
    assert store.values == {"plan": ["file0", "file1"], "truth": True}
    send("attached", do="remove-file:plan:file0")
    assert store.values["plan"] == ["file1"]


def test_a_refused_file_is_told_at_its_question(store: memory.Store, send: Send) -> None:
    store.largest_file = 3
    answer = send("attached", do="upload:plan", q__truth="yes", **{"q-plan": _file("piirros.pdf")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "refused: file_too_large" in page
    assert 'href="#q-plan"' in page
    assert store.values == {"truth": True}


def test_the_last_page_leads_to_checking_the_answers(store: memory.Store, send: Send) -> None:
    answer = send("attached", q__truth="yes", **{"q-plan": _file("piirros.pdf")})
    assert answer["Location"] == "/fi/after/"


def test_who_came_from_checking_goes_back_there_when_all_is_answered(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/?return=1")
    answer = client.post("/fi/fill/people/", filled_in(opened, do="continue", **{"return": "1"}, **PERSON))
    assert answer["Location"] == "/fi/fill/noise/"  # what is missing first


def test_what_was_kept_over_an_ended_session_is_shown_and_saved_by_continuing(
    store: memory.Store, client: Client
) -> None:
    opened = client.get("/fi/fill/people/")
    fields = filled_in(opened, do="continue", **PERSON | {"q__mail": "aino at"})
    store.kept = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    shown = client.get("/fi/fill/people/")
    assert 'value="aino at"' in shown.content.decode()
    assert store.values == {}
    store.kept = None
    client.post("/fi/fill/people/", filled_in(shown, do="continue", q__mail="aino@example.fi"))
    assert store.values["full_name"] == "Aino Esimerkki"
    assert store.values["mail"] == "aino@example.fi"


def test_what_was_kept_goes_on_from_where_the_saving_by_itself_ended(store: memory.Store, client: Client) -> None:
    opened = client.get("/fi/fill/people/")
    saved = filled_in(opened, autosave="1", q__full_name="Ai", order="5")
    client.post("/fi/fill/people/", saved, headers={"HX-Request": "true"})
    kept = filled_in(opened, do="continue", q__full_name="Aino", order="6")
    store.kept = {name: value if isinstance(value, list) else [value] for name, value in kept.items()}
    shown = client.get("/fi/fill/people/")
    store.kept = None
    assert client.post("/fi/fill/people/", filled_in(shown, do="save")).status_code == 302
    assert store.values["full_name"] == "Aino"


def test_text_of_any_kind_is_only_text(store: memory.Store, send: Send, client: Client) -> None:
    hostile = '"><script>alert(1)</script>{{ 7|add:7 }}\x00'
    send("people", do="save", q__full_name=hostile, q__mail=hostile)
    page = client.get("/fi/fill/people/").content.decode()
    assert "<script>alert" not in page
    assert "\x00" not in str(store.typed)


def _file(name: str) -> BytesIO:
    file = BytesIO(b"%PDF-1.7 content")
    file.name = name
    return file
