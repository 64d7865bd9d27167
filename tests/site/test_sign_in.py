"""Coming in, accepting the terms, going out."""

import pytest
from django.test import Client

from kevytasiointi.identity.models import Account
from kevytasiointi.identity.terms import TERMS_VERSION

pytestmark = pytest.mark.django_db


def come_in(client: Client, persona: str = "aino", **fields: str) -> str:
    """The address to which signing in leads."""
    return client.post("/fi/sign-in/", {"persona": persona, **fields}).headers["Location"]


def accept(client: Client, **fields: str) -> None:
    client.post("/fi/terms/", {"accepted": "yes", "version": TERMS_VERSION, "email": "", **fields})


def test_the_first_time_leads_through_the_terms_to_where_one_was_going(client: Client) -> None:
    assert come_in(client, next="/fi/applications/") == "/fi/terms/?next=%2Ffi%2Fapplications%2F"
    answer = client.post(
        "/fi/terms/",
        {"accepted": "yes", "version": TERMS_VERSION, "email": "aino@example.fi", "next": "/fi/applications/"},
    )
    assert answer.headers["Location"] == "/fi/applications/"
    assert Account.objects.get().email == "aino@example.fi"


def test_the_terms_are_accepted_once(client: Client) -> None:
    come_in(client)
    accept(client)
    client.post("/fi/sign-out/")
    assert come_in(client, next="/fi/applications/") == "/fi/applications/"


def test_without_accepting_nothing_behind_the_wall_opens(client: Client) -> None:
    come_in(client)
    assert client.get("/fi/applications/").headers["Location"] == "/fi/terms/?next=%2Ffi%2Fapplications%2F"
    answer = client.post("/fi/terms/", {"version": TERMS_VERSION, "email": "aino@example.fi"})
    assert answer.status_code == 422
    assert 'href="#accepted"' in answer.content.decode()
    assert 'value="aino@example.fi"' in answer.content.decode()
    assert Account.objects.get().terms_version == ""


def test_a_mistyped_address_is_shown_again(client: Client) -> None:
    come_in(client)
    answer = client.post("/sv/terms/", {"accepted": "yes", "version": TERMS_VERSION, "email": "aino at"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="aino at"' in page
    assert 'href="#email"' in page
    assert "namn@exempel.fi" in page


def test_old_terms_are_not_accepted(client: Client) -> None:
    come_in(client)
    assert client.post("/fi/terms/", {"accepted": "yes", "version": "2001-01-01", "email": ""}).status_code == 409


def test_who_is_not_signed_in_is_asked_to_and_comes_back(client: Client) -> None:
    assert (
        client.get("/sv/applications/?page=2").headers["Location"]
        == "/sv/sign-in/?next=%2Fsv%2Fapplications%2F%3Fpage%3D2"
    )


def test_an_address_that_only_takes_a_post_leads_back_to_the_page_that_posted(client: Client) -> None:
    answer = client.post(
        "/fi/procedures/meluilmoitus/start/", headers={"Referer": "http://testserver/fi/procedures/meluilmoitus/"}
    )
    assert answer.headers["Location"] == "/fi/sign-in/?next=%2Ffi%2Fprocedures%2Fmeluilmoitus%2F"
    answer = client.post("/fi/procedures/meluilmoitus/start/", headers={"Referer": "https://evil.example/x"})
    assert answer.headers["Location"] == "/fi/sign-in/?next=%2Ffi%2F"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "http:///evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:evil.example",
        "http://testserver@evil.example/",
        " //evil.example/",
        "\t//evil.example/",
        "/\t/evil.example/",
        "ftp://testserver/",
        "",
    ],
)
def test_signing_in_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    come_in(client)
    accept(client)
    assert come_in(client, next=elsewhere) == "/fi/"


def test_signing_out_is_a_post_and_ends_the_session(client: Client) -> None:
    come_in(client)
    accept(client)
    assert client.get("/fi/sign-out/").status_code == 405
    assert client.get("/fi/applications/").status_code == 200
    assert client.post("/fi/sign-out/").headers["Location"] == "/fi/"
    assert client.get("/fi/applications/").status_code == 302
    assert "Olet kirjautunut ulos." in client.get("/fi/").content.decode()


def test_nobody_signs_in_without_a_token_of_the_page() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/fi/sign-in/", {"persona": "aino"})
    assert answer.status_code == 403
    assert "Sivu oli vanhentunut" in answer.content.decode()
    assert not Account.objects.exists()


def test_there_is_no_such_person_as_one_makes_up(client: Client) -> None:
    assert client.post("/fi/sign-in/", {"persona": "mallory"}).status_code == 404


def test_pages_of_a_person_are_not_kept_by_a_browser(client: Client) -> None:
    assert "no-store" not in client.get("/fi/privacy/").headers.get("Cache-Control", "")
    come_in(client)
    assert client.get("/fi/privacy/").headers["Cache-Control"] == "no-store, private"
