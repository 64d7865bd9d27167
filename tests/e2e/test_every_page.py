"""The pages that no journey stops at are accessible too, in each language."""

import datetime as dt

from kevytasiointi.applications.models import Application
from kevytasiointi.ledger.models import Job, JobState
from support.walker import Walker

LANGUAGES = ("fi", "sv", "en")


def each(walker: Walker, assert_accessible, *paths: str) -> None:
    for language in LANGUAGES:
        walker.language = language
        for path in paths:
            walker.go(path)
            assert_accessible(walker.page)


def test_pages_for_everybody(service, page, assert_accessible):
    each(
        Walker(page, service.address),
        assert_accessible,
        "",
        "search/?q=melu",
        "search/?q=ei-mitään",
        "procedures/ymparistolupa/",
        "procedures/meluilmoitus/?municipality=000",
        "procedures/meluilmoitus/?municipality=005",
        "procedures/meluilmoitus/?municipality=005&counted=yes",
        "coverage/",
        "coverage/meluilmoitus/",
        "coverage/meluilmoitus/?state=nonsense",
        "coverage/municipalities/638/",
        "coverage/municipalities/478/",
        "for-authorities/",
        "for-authorities/meluilmoitus/",
        "for-authorities/vapaamuotoinen-ilmoitus/try/",
        "no-such-page/",
        "mailbox/",
    )


def test_pages_of_a_customer(service, page, assert_accessible):
    aino = Walker(page, service.address)
    aino.sign_in("Aino")
    each(aino, assert_accessible, "applications/")
    aino.language = "fi"
    aino.start("meluilmoitus", "638")
    draft = Application.objects.get().public_id
    each(aino, assert_accessible, "applications/", f"applications/{draft}/check/")


def test_pages_of_an_official_and_the_service_owner(service, open_page, assert_accessible):
    given_up = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    times = {"run_after": given_up, "enqueued_at": given_up, "finished_at": given_up}
    Job.objects.create(task="a.task", state=JobState.DEAD, last_error="NotTaken at smtplib:1", **times)
    for name, paths in (("Onni", ("desk/", "desk/?view=closed")), ("Kerttu", ("console/jobs/",))):
        walker = Walker(open_page(), service.address)
        walker.sign_in(name)
        each(walker, assert_accessible, *paths)
