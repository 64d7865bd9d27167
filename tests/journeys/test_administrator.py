"""What an administrator achieves with the people of their authority, by plain requests."""

import datetime as dt

import pytest

from access.world import client_of
from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption, JoiningNotice, MailboxConfirmation
from kevytasiointi.adoption.queries import competent
from kevytasiointi.adoption.services.mailboxes import token_of as token_of_mailbox
from kevytasiointi.authorities.models import Invitation, Municipality
from kevytasiointi.authorities.tokens import token_of
from kevytasiointi.core import clock
from support.joining import a_notice, answers
from support.makers import a_procedure
from support.pages import fields_of, problems_on, texts_of


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


def test_a_plan_to_end_needs_a_last_day_and_a_place_to_turn_and_is_then_shown(cast, eeva):
    adoption = Adoption.objects.get(authority=cast.porvoo)
    address = f"/fi/console/adoptions/{adoption.public_id}/"
    texts = {"replacement_fi": "Soita 000 1.", "replacement_sv": "Ring 000 1."}
    for wrong, told in (
        ({}, "1.6.2027"),
        ({"last_day": "1.6.2020", **texts}, "on jo mennyt"),
        ({"last_day": "1.6.2030"}, "Kerro"),
        ({"last_day": "1.6.2030", "replacement_sv": "Ring 000 1."}, "kaksikielisiä"),
    ):
        page = eeva.post(f"{address}detach/", wrong)
        assert page.status_code == 422
        assert told in " ".join(problems_on(page))
        assert fields_of(page)["replacement_sv"].strip() == wrong.get("replacement_sv", "")
    page = texts_of(eeva.post(f"{address}detach/", {"last_day": "1.6.2030", **texts}, follow=True))
    assert "Soita 000 1." in page
    assert "Kukaan ei enää ota tätä vastaan kunnissa: Porvoo" in page
    assert "Eeva Esimerkki" in page


def test_new_terms_need_a_mailbox_that_answers(cast, eeva):
    adoption = Adoption.objects.get(authority=cast.porvoo)
    address = f"/fi/console/adoptions/{adoption.public_id}/change/"
    sent = {**fields_of(eeva.get(address)), "alert_address": "uusi@porvoo.example"}
    page = eeva.post(address, sent)
    assert page.status_code == 422
    assert fields_of(page)["alert_address"] == "uusi@porvoo.example"
    eeva.post(address, {**sent, "do": "test"})
    asked = MailboxConfirmation.objects.get(address="uusi@porvoo.example")
    eeva.post(f"/fi/mailboxes/{token_of_mailbox(asked)}/")
    assert eeva.post(address, {**sent, "do": "change"}).status_code == 302
    adoption.refresh_from_db()
    assert adoption.alert_address == "uusi@porvoo.example"


def test_a_procedure_is_taken_to_more_municipalities_and_out_of_them_again(cast, eeva):
    adoption = Adoption.objects.get(authority=cast.porvoo)
    helsinki = Municipality.objects.get(code="091")
    today = f"{clock.today():%d.%m.%Y}"
    places = f"/fi/console/adoptions/{adoption.public_id}/places/"
    wish = {"what": "add", "municipalities": "Helsinki", "day": today}
    for wrong, told in (
        ({**wish, "what": ""}, "Valitse, mitä tehdään"),
        ({**wish, "municipalities": "Helsinky"}, "Helsinky"),
        ({**wish, "day": "32.13.2026"}, "1.6.2027"),
        (wish, "Helsinki"),  # outside the territory
        ({**wish, "what": "leave", "municipalities": "Porvoo"}, "irtikytkentä"),  # nothing would be left
    ):
        page = eeva.post(places, wrong)
        assert page.status_code == 422
        assert told in " ".join(problems_on(page))
        assert fields_of(page)["municipalities"].strip() == wrong["municipalities"]

    territory = f"/fi/console/authorities/{cast.porvoo.public_id}/territory/"
    assert client_of(cast.kerttu).post(territory, wish).status_code == 302
    assert eeva.post(places, wish).status_code == 302
    assert competent(adoption.procedure, helsinki, clock.today()) == adoption
    assert eeva.post(places, {**wish, "what": "leave"}).status_code == 302
    tomorrow = clock.today() + dt.timedelta(days=1)
    assert competent(adoption.procedure, helsinki, tomorrow) is None
    assert "Helsinki" in texts_of(eeva.get(f"/fi/console/adoptions/{adoption.public_id}/"))


def test_the_right_to_the_identification_is_written_down_and_warned_of(cast, eeva):
    page = f"/fi/console/authorities/{cast.porvoo.public_id}/right/"
    last = clock.today() + dt.timedelta(days=20)
    wrong = eeva.post(page, {"first": "1.1.2027", "last": "31.12.2026"})
    assert wrong.status_code == 422
    assert fields_of(wrong)["first"] == "1.1.2027"
    written = {"first": f"{clock.today():%d.%m.%Y}", "last": f"{last:%d.%m.%Y}"}
    assert f"{last.day}.{last.month}.{last.year}" in texts_of(eeva.post(page, written, follow=True))
    assert f"päättyy {last.day}.{last.month}.{last.year}" in texts_of(eeva.get("/fi/console/"))


class TestJoining:
    def begin(self, eeva, cast):
        eeva.post("/fi/console/joining/", {"authority": cast.porvoo.public_id})
        return JoiningNotice.objects.get()

    def test_what_is_typed_wrong_stays_on_the_page_and_is_told(self, cast, eeva):
        notice = self.begin(eeva, cast)
        address = f"/fi/console/joining/{notice.public_id}/fill/contacts/"
        sent = {**fields_of(eeva.get(address)), "q-contact_person-email": "eeva", "do": "continue"}
        page = eeva.post(address, sent)
        assert page.status_code == 422
        assert fields_of(eeva.get(address))["q-contact_person-email"] == "eeva"

    def test_an_unknown_municipality_is_named_before_sending_and_sending_is_refused(self, cast, eeva):
        another = a_procedure("another")
        values = answers(another, municipalities="Porvoo\nPorvo", first_day=clock.today().isoformat())
        notice = a_notice(cast.eeva, authority=cast.porvoo, values=values)
        address = f"/fi/console/joining/{notice.public_id}/"
        assert "Porvo" in " ".join(problems_on(eeva.get(address)))
        page = eeva.post(f"{address}send/")
        assert page.status_code == 409
        assert queries.notice(notice.public_id).sheet.answers["municipalities"] == "Porvoo\nPorvo"

    def test_returned_with_a_reason_that_its_sender_reads(self, cast, eeva):
        another = a_procedure("another")
        values = answers(another, municipalities="Porvoo", first_day=clock.today().isoformat())
        notice = a_notice(cast.eeva, authority=cast.porvoo, values=values)
        address = f"/fi/console/joining/{notice.public_id}/"
        assert "Lähetetty" in texts_of(eeva.post(f"{address}send/", follow=True))
        kerttu = client_of(cast.kerttu)
        assert "Porvoo" in texts_of(kerttu.get("/fi/console/"))
        assert kerttu.post(f"{address}return/", {"reason": " "}).status_code == 409
        kerttu.post(f"{address}return/", {"reason": "Maksu puuttuu."})
        assert "Maksu puuttuu." in texts_of(eeva.get(address))
        eeva.post(f"{address}send/")
        assert "Vahvistettu" in texts_of(kerttu.post(f"{address}confirm/", follow=True))
        assert competent(another, Municipality.objects.get(code="638"), clock.today())
