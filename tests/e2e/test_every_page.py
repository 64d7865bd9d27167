"""The pages that no journey stops at are accessible too, in each language."""

import datetime as dt

from kevytasiointi.adoption.queries import is_mailbox_confirmed
from kevytasiointi.adoption.services.leaving import Plan, detach
from kevytasiointi.adoption.services.mailboxes import ask_mailbox, token_of
from kevytasiointi.applications.models import Application
from kevytasiointi.authorities.models import Authority
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
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


def test_pages_of_a_draft_whose_authority_stops_and_has_stopped(service, page, assert_accessible):
    aino = Walker(page, service.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    draft = Application.objects.select_related("adoption").get()
    turn_to = Text(fi="Soita kirjaamoon 000 999 638.", sv="Ring registratorskontoret 000 999 638.")
    long_ago = dt.datetime(2026, 1, 15, 10, 0, tzinfo=dt.UTC)
    for last_day in (clock.today() + dt.timedelta(days=20), dt.date(2026, 2, 1)):
        plan = Plan(last_day=last_day, replacement=turn_to, other_authority=draft.authority)
        detach(adoption=draft.adoption, plan=plan, actor=None, now=long_ago)
        each(
            aino,
            assert_accessible,
            f"applications/{draft.public_id}/check/",
            f"applications/{draft.public_id}/",
            "procedures/meluilmoitus/?municipality=638",
        )


def test_the_page_behind_a_test_message_before_and_after_the_button(service, page, assert_accessible):
    porvoo = Authority.objects.get(slug="porvoo-environment")
    asked = ask_mailbox(address="uusi@porvoo.example", language="fi", authority=porvoo, actor=None, now=clock.now())
    walker = Walker(page, service.address)
    path = f"mailboxes/{token_of(asked)}/"
    each(walker, assert_accessible, path)
    page.get_by_role("button", name="Confirm the address").press("Enter")
    page.get_by_role("status").wait_for()
    each(walker, assert_accessible, path)
    assert is_mailbox_confirmed("uusi@porvoo.example", porvoo)


def test_pages_of_an_official_and_the_service_owner(service, open_page, assert_accessible):
    given_up = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    times = {"run_after": given_up, "enqueued_at": given_up, "finished_at": given_up}
    Job.objects.create(task="a.task", state=JobState.DEAD, last_error="NotTaken at smtplib:1", **times)
    for name, paths in (("Onni", ("desk/", "desk/?view=closed")), ("Kerttu", ("console/jobs/",))):
        walker = Walker(open_page(), service.address)
        walker.sign_in(name)
        each(walker, assert_accessible, *paths)
