"""What a customer achieves, by plain requests: no script, no browser."""

import datetime as dt
import re

import pytest

from access.world import client_of
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.leaving import Plan, detach, transfer
from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.applications.rules import Status
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.models import Job
from support.makers import a_sent_adoption, an_authority
from support.pages import fields_of, problems_on, saved, texts_of


@pytest.fixture
def aino(cast):
    return client_of(cast.aino)


def start(client):
    answer = client.post("/fi/procedures/small/start/", {"municipality": "638"}, follow=True)
    return answer, answer.request["PATH_INFO"]


def test_from_start_to_receipt(cast, aino):
    page, address = start(aino)
    sent = aino.post(address, {**fields_of(page), "q-what": "Soitto torilla", "do": "continue"})
    assert sent.status_code == 302
    check = aino.get(sent.url)
    assert "Soitto torilla" in texts_of(check)
    application = Application.objects.get()
    receipt = aino.post(f"/fi/applications/{application.public_id}/send/", follow=True)
    assert Application.objects.get().reference in texts_of(receipt)
    assert Submission.objects.get().answers == {"what": "Soitto torilla"}


def test_pressing_send_twice_gives_one_receipt(cast, aino):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    pages = [aino.post(f"/fi/applications/{draft.public_id}/send/", follow=True) for _ in range(2)]
    assert {page.request["PATH_INFO"] for page in pages} == {f"/fi/applications/{draft.public_id}/receipt/"}
    assert Submission.objects.count() == 1
    assert Job.objects.filter(task__endswith="alert_authority").count() == 1


def test_sending_an_unfinished_one_leads_to_what_is_missing(cast, aino):
    draft = cast.draft(cast.aino)
    page = aino.post(f"/fi/applications/{draft.public_id}/send/", follow=True)
    assert problems_on(page) == ["Mitä tapahtuu? Vastaa tähän kohtaan."]
    assert Application.objects.get().status == Status.DRAFT


def test_wrong_input_is_named_and_stays_as_typed(cast, aino):
    page, address = start(aino)
    wrong = aino.post(address, {**fields_of(page), "q-what": "Soitto", "q-how_many": "monta <b>", "do": "continue"})
    assert wrong.status_code == 422
    assert len(problems_on(wrong)) == 1
    assert fields_of(wrong)["q-how_many"] == "monta <b>"
    assert "<b>" not in wrong.content.decode()


def test_an_optional_answer_that_is_none_must_be_mended_before_sending(cast, aino):
    page, address = start(aino)
    aino.post(address, {**fields_of(page), "q-what": "Soitto", "q-how_many": "monta", "do": "save"})
    application = Application.objects.get()
    page = aino.post(f"/fi/applications/{application.public_id}/send/", follow=True)
    assert len(problems_on(page)) == 1
    assert not Submission.objects.exists()


def test_a_secret_is_shown_to_nobody_again(cast, aino):
    page, address = start(aino)
    aino.post(address, {**fields_of(page), "q-what": "Soitto", "q-code": "131052-930V", "do": "save"})
    everywhere = [aino.get(address), aino.get(address.replace("fill/first", "check"))]
    assert not any("930V" in page.content.decode() for page in everywhere)


def test_a_second_window_is_told_and_nothing_is_overwritten(cast, aino):
    page, address = start(aino)
    other = aino.get(address)
    aino.post(address, {**fields_of(page), "q-what": "Ensimmäinen ikkuna", "do": "save"})
    clash = aino.post(address, {**fields_of(other), "q-what": "Toinen ikkuna", "do": "continue"})
    assert clash.status_code == 409
    assert fields_of(clash)["q-what"] == "Toinen ikkuna"
    assert "Ensimmäinen ikkuna" in texts_of(clash)
    assert Application.objects.get().filled_sheet.answers == {"what": "Ensimmäinen ikkuna"}


def test_extra_fields_change_nothing(cast, aino):
    page, address = start(aino)
    extra = {"status": "handled", "authority": "2", "owner": "1", "reference": "KA-0000", "outcome": "granted"}
    aino.post(address, {**fields_of(page), **extra, "q-what": "Soitto", "do": "save"})
    application = Application.objects.get()
    assert (application.status, application.outcome, application.reference) == ("draft", "", None)


def test_the_list_has_the_six_facts(cast, aino):
    cast.sent(cast.aino)
    page = aino.get("/fi/applications/")
    assert {"Asia ja viranomainen", "Tila", "Tilan päivämäärä", "Asiatunnus", "Käsittelijä", "Käsittely alkoi"} <= set(
        re.findall(r'<th scope="col">([^<]+)</th>', page.content.decode())
    )


def test_what_was_sent_opens_no_more_for_filling(cast, aino):
    sent = cast.sent(cast.aino)
    page = aino.get(f"/fi/applications/{sent.public_id}/fill/first/", follow=True)
    assert page.request["PATH_INFO"] == f"/fi/applications/{sent.public_id}/"


def test_withdrawing_is_asked_first(cast, aino):
    sent = cast.sent(cast.aino)
    address = f"/fi/applications/{sent.public_id}/withdraw/"
    aino.get(address)
    assert cast.as_now(sent).status == Status.SUBMITTED
    aino.post(address)
    assert cast.as_now(sent).status == Status.WITHDRAWN


def test_where_nobody_offers_it_starting_is_refused_in_words(cast, aino):
    page = aino.post("/fi/procedures/small/start/", {"municipality": "091"})
    assert page.status_code == 409
    assert "ota" in texts_of(page)
    assert not Application.objects.exists()


def test_the_pdf_receipt_can_be_saved_even_before_the_worker_has_made_it(cast, aino):
    sent = cast.sent(cast.aino)
    page = aino.get(f"/fi/applications/{sent.public_id}/receipt.pdf")
    assert page["Content-Disposition"].startswith("attachment")
    assert saved(page).startswith(b"%PDF")


def test_a_draft_is_not_withdrawn_but_left(cast, aino):
    draft = cast.draft(cast.aino)
    assert aino.get(f"/fi/applications/{draft.public_id}/withdraw/").status_code == 409


def stopped(adoption, *, last_day, **plan):
    """The authority has decided to stop, long enough ago."""
    told = {"replacement": Text(fi="Soita kirjaamoon 000 999 638.", sv="Ring registratorskontoret.")} | plan
    moment = dt.datetime(2026, 1, 15, 10, 0, tzinfo=dt.UTC)
    detach(adoption=adoption, plan=Plan(last_day=last_day, **told), actor=None, now=moment)


def test_a_draft_whose_authority_is_about_to_stop_says_until_when_and_where_then(cast, aino):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    stopped(draft.adoption, last_day=clock.today() + dt.timedelta(days=20))
    for page in (aino.get(f"/fi/applications/{draft.public_id}/", follow=True), step_of(aino, draft)):
        text = texts_of(page)
        assert "Viranomainen lopettaa vastaanoton" in text
        assert "Soita kirjaamoon 000 999 638." in text
    sent = aino.post(f"/fi/applications/{draft.public_id}/send/", follow=True)
    assert Application.objects.get().reference in texts_of(sent)


def test_a_draft_that_nobody_takes_in_any_more_keeps_its_answers_and_shows_the_other_channel(cast, aino):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto torilla")
    stopped(draft.adoption, last_day=dt.date(2026, 2, 1))
    check = aino.get(f"/fi/applications/{draft.public_id}/check/")
    text = texts_of(check)
    assert "Soitto torilla" in text
    assert "Soita kirjaamoon 000 999 638." in text
    assert "/send/" not in check.content.decode()
    after = aino.post(f"/fi/applications/{draft.public_id}/send/", follow=True)
    assert after.request["PATH_INFO"] == f"/fi/applications/{draft.public_id}/check/"
    assert Application.objects.get().status == Status.DRAFT


def test_the_page_of_the_procedure_names_what_took_its_place(cast, aino):
    other = an_authority("Seutukunta", website="https://seutukunta.example/")
    adoption = cast.draft(cast.aino).adoption
    stopped(adoption, last_day=dt.date(2026, 2, 1), other_authority=other)
    page = aino.get("/fi/procedures/small/?municipality=638")
    assert "Soita kirjaamoon 000 999 638." in texts_of(page)
    assert "https://seutukunta.example/" in page.content.decode()


def test_a_draft_that_another_authority_takes_in_now_says_so_before_it_is_sent(cast, aino):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    porvoo = draft.municipality
    other = an_authority("Itäinen ympäristöpalvelu", covering=(porvoo,))
    since = dt.date(2026, 2, 1)
    successor = a_sent_adoption(other, draft.procedure, porvoo, days=Days(since))
    moment = dt.datetime(2026, 1, 15, 10, 0, tzinfo=dt.UTC)
    transfer(adoption=draft.adoption, successor=successor, actor=None, now=moment)
    page = aino.post(f"/fi/applications/{draft.public_id}/send/", follow=True)
    assert page.request["PATH_INFO"] == f"/fi/applications/{draft.public_id}/check/"
    assert "Porvoo → Itäinen ympäristöpalvelu" in texts_of(page)
    aino.post(f"/fi/applications/{draft.public_id}/send/")
    assert Application.objects.get().authority == other
    followed = aino.get(f"/fi/applications/{draft.public_id}/")
    assert "Vastaanottava viranomainen vaihtui" in texts_of(followed)


def step_of(client, draft):
    return client.get(f"/fi/applications/{draft.public_id}/fill/first/")
