"""What an official achieves, by plain requests."""

import io
import zipfile

import pytest

from access.world import client_of
from kevytasiointi.applications.rules import Status
from kevytasiointi.ledger.models import AuditEntry
from support.pages import fields_of, problems_on, saved, texts_of


@pytest.fixture
def case(cast):
    return cast.sent(cast.aino)


@pytest.fixture
def onni(cast):
    return client_of(cast.onni)


def desk(case, what=""):
    return f"/fi/desk/cases/{case.public_id}/{what}"


def act(client, case, what, **fields):
    page = client.get(desk(case))
    return client.post(desk(case, what), {"seen": page.context["page"].seen, **fields}, follow=True)


def test_from_inbox_to_handled(cast, case, onni):
    assert case.reference in texts_of(onni.get("/fi/desk/"))
    act(onni, case, "take/")
    act(onni, case, "case-number/", case_number="POR/1/2026")
    page = act(onni, case, "status/", target="handled:decision_given", note="Postitettu.")
    assert "Päätös annettu" in texts_of(page)
    case = cast.as_now(case)
    assert (case.status, case.outcome, case.case_number) == (Status.HANDLED, "decision_given", "POR/1/2026")
    aino = texts_of(client_of(cast.aino).get(f"/fi/applications/{case.public_id}/"))
    assert all(told in aino for told in ("POR/1/2026", "Onni Esimerkki", "Postitettu."))


def test_a_decision_on_an_old_page_is_refused_with_what_was_typed(cast, case, onni):
    old = onni.get(desk(case)).context["page"].seen
    act(client_of(cast.ilona), case, "take/")
    page = onni.post(desk(case, "status/"), {"seen": old, "target": "handled:received", "note": "Valmis."})
    assert page.status_code == 409
    assert len(problems_on(page)) == 1
    assert fields_of(page)["note"] == "Valmis."
    assert cast.as_now(case).status == Status.IN_HANDLING


def test_a_message_reaches_the_customer_once(cast, case, onni):
    for _ in range(2):
        onni.post(desk(case, "messages/"), {"text": "Lähetä kartta.", "key": "sama"})
    page = texts_of(client_of(cast.aino).get(f"/fi/applications/{case.public_id}/"))
    assert page.count("Lähetä kartta.") == 1


def test_the_package_holds_everything_and_the_taking_is_logged(cast, case, onni):
    page = onni.get(desk(case, "package.zip"))
    names = zipfile.ZipFile(io.BytesIO(saved(page))).namelist()
    assert {"hakemus.json", "hakemus.pdf", "manifest-sha256.txt"} <= {name.rpartition("/")[2] for name in names}
    assert AuditEntry.objects.filter(action="application.taken_out", detail={"what": "package"}).count() == 1


def test_a_look_that_cannot_be_logged_is_not_given(cast, case, onni, monkeypatch):
    def full(**_):
        raise OSError("no space left")

    monkeypatch.setattr("kevytasiointi.applications.services.handling.record", full)
    page = client_of(cast.onni).get(desk(case))
    assert page.status_code == 500
    assert "Soitto torilla" not in page.content.decode()


def test_the_service_owner_tries_a_dead_job_again(cast, case):
    from kevytasiointi.ledger.models import Job, JobState  # noqa: PLC0415

    dead = Job.objects.order_by("pk").first()
    Job.objects.filter(pk=dead.pk).update(state=JobState.DEAD, attempts=23, last_error="NotTaken at smtplib:1")
    kerttu = client_of(cast.kerttu)
    assert "NotTaken" in texts_of(kerttu.get("/fi/console/jobs/"))
    kerttu.post(f"/fi/console/jobs/{dead.public_id}/retry/")
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (JobState.READY, 0)
