"""Sessions, as a browser has them."""

import datetime as dt

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from kevytasiointi.core import clock
from kevytasiointi.identity import auth
from kevytasiointi.identity.middleware import LONGEST_SESSION
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.services import arrive, end_sessions

MORNING = dt.datetime(2026, 11, 24, 6, 0, tzinfo=dt.UTC)


def come_in(request: HttpRequest, subject: str) -> HttpResponse:
    now = clock.now()
    account = arrive(issuer="urn:test", subject=subject, given_name=subject, family_name="X", language="fi", now=now)
    auth.sign_in(request, account, now=now)
    return HttpResponse()


def who(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.user.given_name if request.user.is_authenticated else "nobody")


def remember(request: HttpRequest, word: str) -> HttpResponse:
    request.session["word"] = word
    return HttpResponse()


def recall(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.session.get("word", "nothing"))


def leave(request: HttpRequest) -> HttpResponse:
    auth.sign_out(request)
    return HttpResponse()


def fixed(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the same for all")


urlpatterns = [
    path("in/<subject>", come_in),
    path("who", who),
    path("remember/<word>", remember),
    path("recall", recall),
    path("out", leave),
    path("fixed", fixed),
]


@pytest.fixture(autouse=True)
def _stage(db, settings):
    settings.ROOT_URLCONF = __name__
    settings.AUTHENTICATION_BACKENDS = ["kevytasiointi.identity.auth.AccountBackend"]
    settings.SESSION_COOKIE_AGE = 30 * 60
    settings.MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "kevytasiointi.identity.middleware.SessionLimits",
    ]


@pytest.fixture
def browser():
    return Client()


@pytest.fixture
def at():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield lambda **later: traveller.move_to(MORNING + dt.timedelta(**later))


def seen_by(browser, address="who"):
    return browser.get(f"/{address}").content.decode()


def test_who_signs_in_is_known_until_they_sign_out(browser):
    assert seen_by(browser) == "nobody"
    browser.get("/in/Aino")
    assert seen_by(browser) == "Aino"
    browser.get("/out")
    assert seen_by(browser) == "nobody"


def test_signing_in_changes_the_key_of_the_session(browser, settings):
    browser.get("/remember/word")
    before = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.get("/in/Aino")

    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != before
    stranger = Client()
    stranger.cookies[settings.SESSION_COOKIE_NAME] = before
    assert seen_by(stranger) == "nobody"


def test_nothing_of_the_person_before_is_left_for_the_next(browser):
    browser.get("/in/Aino")
    browser.get("/remember/secret")
    browser.get("/in/Bo")

    assert seen_by(browser) == "Bo"
    assert seen_by(browser, "recall") == "nothing"


def test_signing_out_leaves_nothing(browser):
    browser.get("/in/Aino")
    browser.get("/remember/secret")
    browser.get("/out")

    assert seen_by(browser, "recall") == "nothing"


def test_a_session_left_for_half_an_hour_is_over(browser, at):
    browser.get("/in/Aino")
    at(minutes=29)
    assert seen_by(browser) == "Aino"
    at(minutes=29 + 29)
    assert seen_by(browser) == "Aino"
    at(minutes=29 + 29 + 31)
    assert seen_by(browser) == "nobody"


def test_a_session_in_use_all_day_is_over_after_eight_hours(browser, at):
    browser.get("/in/Aino")
    for minutes in range(20, 8 * 60, 20):
        at(minutes=minutes)
        assert seen_by(browser) == "Aino"
    browser.get("/remember/secret")

    at(hours=8)
    assert seen_by(browser) == "nobody"
    assert seen_by(browser, "recall") == "nothing"
    assert dt.timedelta(hours=8) == LONGEST_SESSION


def test_a_session_that_does_not_know_its_age_is_over(browser):
    browser.get("/in/Aino")
    session = browser.session
    del session[auth.SIGNED_IN_AT]
    session.save()

    assert seen_by(browser) == "nobody"


def test_a_busy_session_is_not_written_at_each_request(browser, at, django_assert_num_queries):
    browser.get("/in/Aino")
    at(seconds=59)
    with django_assert_num_queries(2):  # the session and the person
        browser.get("/who")


def test_a_page_without_a_session_may_be_cached(browser):
    assert "Cookie" not in browser.get("/fixed").headers.get("Vary", "")


def test_all_sessions_of_a_person_can_be_ended_at_once():
    at_home, at_work, of_bo = Client(), Client(), Client()
    at_home.get("/in/Aino")
    at_work.get("/in/Aino")
    of_bo.get("/in/Bo")
    aino = Account.objects.get(subject="Aino")

    end_sessions(account=aino, actor=aino, now=clock.now())
    assert [seen_by(browser) for browser in (at_home, at_work, of_bo)] == ["nobody", "nobody", "Bo"]


def test_a_closed_account_is_out_at_once(browser):
    browser.get("/in/Aino")
    Account.objects.update(is_active=False)

    assert seen_by(browser) == "nobody"


def test_nobody_comes_in_with_a_password(browser):
    browser.get("/in/Aino")
    assert not Client().login(username="Aino", password="")
