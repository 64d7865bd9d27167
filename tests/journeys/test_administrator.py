"""What an administrator achieves with the people of their authority, by plain requests."""

import pytest

from access.world import client_of
from kevytasiointi.authorities.models import Invitation
from kevytasiointi.authorities.tokens import token_of
from support.pages import problems_on, texts_of


@pytest.fixture
def eeva(cast):
    return client_of(cast.eeva)


def people(cast, what=""):
    return f"/fi/console/authorities/{cast.porvoo.public_id}/people/{what}"


def role_of(cast, person):
    return person.roles.get(authority=cast.porvoo).public_id


def test_an_invited_person_signs_in_accepts_and_sees_the_cases(cast, eeva):
    case = cast.sent(cast.aino)
    sent = {"email": "bo@porvoo.example", "role": "reader", "procedure": "small", "language": "sv"}
    page = eeva.post(people(cast, "invite/"), sent, follow=True)
    assert "bo@porvoo.example" in texts_of(page)

    bo, link = client_of(cast.bo), f"/sv/console/invitations/{token_of(Invitation.objects.get().public_id)}/"
    assert bo.get("/sv/desk/").status_code == 404
    assert "Porvoo" in texts_of(bo.get(link))
    page = bo.post(link, follow=True)
    assert case.reference in texts_of(page)
    assert "Bo Esimerkki" in texts_of(eeva.get(people(cast)))
    assert bo.post(link).status_code == 302, "the same person may press twice"
    assert client_of(cast.aino).post(link).status_code == 409


def test_a_reader_sees_the_case_and_no_button_that_changes_it(cast):
    case = cast.sent(cast.aino)
    page = client_of(cast.rauni).get(f"/fi/desk/cases/{case.public_id}/").content.decode()
    assert case.reference in page
    assert "/take/" not in page
    assert "/status/" not in page
    assert "/messages/" not in page


def test_a_person_who_was_dismissed_is_out_at_the_next_click(cast, eeva):
    onni = client_of(cast.onni)
    assert onni.get("/fi/desk/").status_code == 200
    eeva.post(people(cast, f"{cast.onni.public_id}/dismiss/"), {"role": role_of(cast, cast.onni)})
    assert onni.get("/fi/desk/").status_code == 404
    history = texts_of(eeva.get(people(cast, "history/")))
    assert "Onni Esimerkki" in history
    assert "Eeva Esimerkki" in history


def test_the_last_administrator_is_told_why_not(cast, eeva):
    address = people(cast, f"{cast.eeva.public_id}/dismiss/")
    page = eeva.post(address, {"role": role_of(cast, cast.eeva)}, follow=True)
    assert "viimeinen pääkäyttäjä" in texts_of(page)
    assert eeva.get(people(cast)).status_code == 200


@pytest.mark.parametrize(
    "attempt",
    [
        ("email", "bo", "nimi@esimerkki.fi"),
        ("role", "service_owner", "Valitse rooli"),
        ("role", "", "Valitse rooli"),
        ("procedure", "no-such", "Valitse asiointi"),
        ("first", "huomenna", "1.6.2027"),
        ("first", "1.6.2020", "menneisyydessä"),
        ("last", "31.2.2027", "1.6.2027"),
        ("last", "1.6.2020", "ennen ensimmäistä"),
    ],
)
def test_each_wrong_input_has_its_own_sentence_and_nothing_typed_is_lost(cast, eeva, attempt):
    field, typed, told = attempt
    whole = {
        "email": "bo@porvoo.example",
        "role": "handler",
        "procedure": "small",
        "last": "1.6.2030",
        "language": "sv",
    }
    page = eeva.post(people(cast, "invite/"), {**whole, field: typed})
    assert page.status_code == 422
    (problem,) = problems_on(page)
    assert told in problem
    kept = page.content.decode()
    assert all(
        f'value="{value}"' in kept
        for value in {**whole, field: typed}.values()
        if value not in {"", "service_owner", "no-such"}
    )
    assert not Invitation.objects.exists()
