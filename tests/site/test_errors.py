"""Error pages say what happened, in the visitor's language, with a way on, and are as closed as the others."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

import kevytasiointi
from kevytasiointi.config.urls import handler400, handler403, handler404, handler500
from kevytasiointi.config.urls import urlpatterns as real
from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.site import errors
from kevytasiointi.site.refusals import SENTENCES, sentence

pytestmark = pytest.mark.django_db
__all__ = ["handler400", "handler403", "handler404", "handler500"]


class MadeUp(Refusal):
    code = "note_missing"


_RAISED = {
    "400": SuspiciousOperation("x"),
    "403": PermissionDenied("x"),
    "404": NotFound(),
    "409": MadeUp(),
    "413": RequestDataTooBig("x"),
    "500": ZeroDivisionError("secret detail"),
}


@login_not_required
def trouble(_request: HttpRequest, status: str) -> HttpResponse:
    raise _RAISED[status]


@login_not_required
def answered(request: HttpRequest, status: int) -> HttpResponse:
    return errors.page(request, status)


urlpatterns = [
    *i18n_patterns(path("trouble/<str:status>/", trouble), path("answered/<int:status>/", answered)),
    *real,
]


@pytest.fixture(autouse=True)
def _addresses(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", _RAISED)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_trouble_has_its_page_in_the_visitors_language(visitor: Client, status: str, language: str) -> None:
    answer = visitor.get(f"/{language}/trouble/{status}/")
    page = answer.content.decode()
    assert answer.status_code == int(status)
    assert f'<html lang="{language}">' in page
    assert f'href="/{language}/"' in page
    assert "secret detail" not in page
    assert "Content-Security-Policy" in answer.headers
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("status", [405, 429, 503])
def test_the_others_have_a_page_too(visitor: Client, status: int) -> None:
    answer = visitor.get(f"/sv/answered/{status}/")
    assert answer.status_code == status
    assert str(errors.TEXTS[status].title)


def test_a_failure_is_told_even_when_the_database_is_what_failed(visitor: Client) -> None:
    def refuse(*_args: Any) -> Any:
        raise RuntimeError("no database")

    with connection.execute_wrapper(refuse):
        answer = visitor.get("/fi/trouble/500/")
    assert answer.status_code == 500
    assert "Palvelussa tapahtui virhe" in answer.content.decode()


def test_an_unknown_address_is_a_page_of_ours(visitor: Client) -> None:
    answer = visitor.get("/sv/nothing-here/")
    assert answer.status_code == 404
    assert "Sidan hittades inte" in answer.content.decode()


def test_a_method_that_is_not_taken_is_a_page_that_says_which_are(visitor: Client) -> None:
    answer = visitor.post("/fi/privacy/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")
    assert "Etusivulle" in answer.content.decode()


def test_a_refusal_says_its_sentence(visitor: Client) -> None:
    assert "Kirjoita muutoksen syy." in visitor.get("/fi/trouble/409/").content.decode()


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    for module in pkgutil.walk_packages(kevytasiointi.__path__, "kevytasiointi."):
        if not module.name.endswith((".__main__", ".wsgi")):
            importlib.import_module(module.name)
    kinds = [kind for kind in _all(Refusal) if kind.__module__.startswith("kevytasiointi.") and "code" in vars(kind)]
    without = [kind.code for kind in kinds if kind.code not in SENTENCES and not hasattr(kind, "text")]
    assert kinds
    assert not without
    assert sentence(NotFound())


def _all(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all(one)
