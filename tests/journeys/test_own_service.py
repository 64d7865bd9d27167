"""From start to outcome where the authority takes the matter in in a service of its own."""

import pytest

from access.world import client_of
from kevytasiointi.adoption.models import ConnectionMethod
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import Status
from support.own_service import ADDRESS, PLACE, an_own_service, told_sent
from support.pages import fields_of, problems_on, texts_of


@pytest.fixture
def aino(cast):
    return client_of(cast.aino)


def begin(aino):
    return aino.post("/fi/procedures/small/start/", {"municipality": PLACE}, follow=True)


def page_of(application, what=""):
    return f"/fi/applications/{application.public_id}/{what}"


def case_of(application, what=""):
    return f"/fi/desk/cases/{application.public_id}/{what}"


def test_the_whole_way_over_and_back(cast, aino):
    an_own_service(cast)
    assert "omassa palvelussaan" in texts_of(aino.get(f"/fi/procedures/small/?municipality={PLACE}"))
    page = begin(aino)
    row = Application.objects.get()
    assert page.request["PATH_INFO"] == page_of(row)
    assert f'href="{ADDRESS}"' in page.content.decode()
    assert row.reference in texts_of(page)
    assert "Ei vielä lähetetty" in texts_of(page)
    assert "Lähetetään viranomaisen omassa palvelussa: Sipoo" in texts_of(aino.get("/fi/applications/"))

    told = texts_of(aino.post(page_of(row, "sent-elsewhere/"), follow=True))
    assert "Lähetetty viranomaisen omassa palvelussa" in told
    assert "Olen lähettänyt sen siellä" not in told

    onni = client_of(cast.onni)
    assert "omassa palvelussamme" in texts_of(onni.get("/fi/desk/"))
    case = onni.get(case_of(row))
    assert ADDRESS in texts_of(case)
    assert "Lataa" not in texts_of(case), "there is nothing to download"
    for what, fields in (
        ("take/", {}),
        ("case-number/", {"case_number": "SIP/7/2026"}),
        ("status/", {"target": "handled:decision_given", "note": "Lue päätös palvelustamme."}),
    ):
        seen = onni.get(case_of(row)).context["page"].seen
        assert onni.post(case_of(row, what), {"seen": seen, **fields}).status_code == 302

    followed = texts_of(aino.get(page_of(row)))
    for told in ("SIP/7/2026", "Onni Esimerkki", "Päätös annettu", "Lue päätös palvelustamme."):
        assert told in followed
    assert "SIP/7/2026" in texts_of(aino.get("/fi/applications/"))


def test_starting_twice_makes_one_row(cast, aino):
    an_own_service(cast)
    assert begin(aino).request["PATH_INFO"] == begin(aino).request["PATH_INFO"]
    assert Application.objects.count() == 1


def test_what_was_not_sent_is_withdrawn_after_asking(cast, aino):
    an_own_service(cast)
    begin(aino)
    row = Application.objects.get()
    assert "ei ole kerrottu viranomaiselle" in texts_of(aino.get(page_of(row, "withdraw/")))
    assert "Peruutettu" in texts_of(aino.post(page_of(row, "withdraw/"), follow=True))
    assert aino.post(page_of(row, "sent-elsewhere/")).status_code == 409


def test_what_was_sent_there_is_not_withdrawn_here(cast, aino):
    an_own_service(cast)
    case = told_sent(cast, cast.aino)
    assert aino.post(page_of(case, "withdraw/")).status_code == 409
    assert cast.as_now(case).status == Status.DRAFT


@pytest.mark.parametrize("what", ["check/", "receipt/", "receipt.pdf", "files/AAAAAAAAAAAAAAAAAAAAAA/"])
@pytest.mark.parametrize("is_handled", [False, True])
def test_a_page_of_answers_is_refused_in_words(cast, aino, what, is_handled):
    an_own_service(cast)
    case = told_sent(cast, cast.aino)
    if is_handled:
        onni = client_of(cast.onni)
        onni.post(case_of(case, "status/"), {"seen": 1, "target": "handled:received"})
    page = aino.get(page_of(case, what), follow=True)
    assert page.status_code == 409
    assert "viranomaisen omassa palvelussa" in texts_of(page)


@pytest.mark.parametrize("what", ["package.zip", "application.pdf", "files/AAAAAAAAAAAAAAAAAAAAAA/"])
def test_the_official_is_told_that_there_is_nothing_to_download(cast, what):
    an_own_service(cast)
    page = client_of(cast.onni).get(case_of(told_sent(cast, cast.aino), what))
    assert page.status_code == 409
    assert "viranomaisen omassa palvelussa" in texts_of(page)


def test_sending_and_filling_lead_back_to_the_row(cast, aino):
    an_own_service(cast)
    begin(aino)
    row = Application.objects.get()
    assert aino.get(page_of(row, "fill/first/"), follow=True).request["PATH_INFO"] == page_of(row)
    assert aino.post(page_of(row, "send/")).status_code == 409
    assert cast.as_now(row).status == Status.DRAFT


def test_an_empty_message_stays_on_the_row_s_page(cast, aino):
    an_own_service(cast)
    case = told_sent(cast, cast.aino)
    page = aino.post(page_of(case, "messages/"), {"text": " ", "key": "k"})
    assert page.status_code == 422
    assert len(problems_on(page)) == 1
    assert "csrfmiddlewaretoken" in fields_of(page)


def test_a_wrong_status_is_refused_with_what_was_typed(cast):
    an_own_service(cast)
    case = told_sent(cast, cast.aino)
    onni = client_of(cast.onni)
    page = onni.post(case_of(case, "status/"), {"seen": 1, "target": "withdrawn", "note": "Hupsis."})
    assert page.status_code == 409
    assert fields_of(page)["note"] == "Hupsis."


def test_what_is_handled_elsewhere_altogether_is_a_link_and_no_start(cast, aino):
    an_own_service(cast, ConnectionMethod.INTEGRATED)
    page = aino.get(f"/sv/procedures/small/?municipality={PLACE}")
    assert f'href="{ADDRESS}"' in page.content.decode()
    assert "Det visas inte här" in texts_of(page)
    assert "/start/" not in page.content.decode()
    assert begin(aino).status_code == 409


def test_others_see_nothing_of_the_row(cast):
    an_own_service(cast)
    case = told_sent(cast, cast.aino)
    assert client_of(cast.bo).get(page_of(case)).status_code == 404
    assert client_of(cast.bo).post(page_of(case, "sent-elsewhere/")).status_code == 404
    assert client_of(cast.vaino).get(case_of(case)).status_code == 404
