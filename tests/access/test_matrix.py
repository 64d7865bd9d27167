"""Every address, every role, every method: as the table says."""

import hashlib
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from access.matrix import SIGNED_IN, TABLE, Answer, Role, Row
from access.world import World, client_of

OTHER_METHODS = ("PUT", "PATCH", "DELETE", "TRACE")
STATUS = {
    Answer.PAGE: 200,
    Answer.DATA: 200,
    Answer.FILE: 200,
    Answer.MOVED: 302,
    Answer.SIGN_IN: 302,
    Answer.HIDDEN: 404,
    Answer.NO_METHOD: 405,
}
_FORBIDDEN_IN_POLICY = ("unsafe-inline", "unsafe-eval", "*", "http:", "https:", "data:")

every_row = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
every_role = pytest.mark.parametrize("role", Role)


def _names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"


def _address(row: Row, world: World, **changed: str) -> str:
    return reverse(row.name, kwargs={**row.arguments(world), **changed})


def _client(world: World, role: Role, **options: bool) -> Client:
    return client_of(None if role is Role.NOBODY else getattr(world.cast, role), **options)


def _ask(world: World, row: Row, role: Role, method: str, **changed: str) -> HttpResponseBase:
    client = _client(world, role)
    data = row.body(world) if method == "POST" else None
    return (
        client.generic(method, _address(row, world, **changed))
        if data is None
        else client.post(_address(row, world, **changed), data)
    )


def test_every_address_is_in_the_table():
    assert sorted(set(_names(get_resolver().url_patterns))) == sorted(row.name for row in TABLE)


def test_every_address_is_named():
    assert [name for name in _names(get_resolver().url_patterns) if not re.fullmatch(r"\w+:\w+", name)] == []


@every_row
@every_role
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_answer_is_as_the_table_says(world: World, row: Row, role: Role, method: str):
    expected = row.answers(method)[role]
    response = _ask(world, row, role, method)
    assert response.status_code == STATUS[expected], getattr(response, "content", b"")[:500]
    sign_in = reverse("site:sign_in")
    if expected in {Answer.SIGN_IN, Answer.MOVED}:
        assert response.headers["Location"].startswith(sign_in) is (expected is Answer.SIGN_IN)
    if expected is Answer.FILE:
        assert response.headers["Content-Disposition"].startswith("attachment")
    _assert_headers(response, role)


def _assert_headers(response: HttpResponseBase, role: Role) -> None:
    headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert not [word for word in policy.replace(";", " ").split() if word.strip("'") in _FORBIDDEN_IN_POLICY]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy or "sandbox" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    if headers.get("Content-Type", "").startswith("text/"):
        assert "charset=utf-8" in headers["Content-Type"].lower()
    if role in SIGNED_IN:
        assert "no-store" in headers["Cache-Control"]


@every_row
@pytest.mark.parametrize("method", OTHER_METHODS)
def test_no_other_method_does_anything(world: World, row: Row, method: str):
    for role in Role:
        before = _everything_stored()
        response = _client(world, role).generic(method, _address(row, world))
        assert response.status_code in {302, 403, 404, 405}, role
        assert _everything_stored() == before, role


@every_row
@every_role
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_changes_nothing(world: World, row: Row, role: Role, method: str):
    client = _client(world, role)
    before = _everything_stored(but_looks=row.looks_are_logged)
    response = client.generic(method, _address(row, world))
    assert response.status_code in {200, 302, 404, 405}
    assert _everything_stored(but_looks=row.looks_are_logged) == before


def _everything_stored(*, but_looks: bool = False) -> dict[str, str]:
    """A digest of each table. Sessions are left out: staying signed in may touch one."""
    left_out = {"sessions.Session", *(["ledger.AuditEntry"] if but_looks else [])}
    return {
        model._meta.label: hashlib.sha256(
            repr(sorted(map(repr, model._base_manager.values_list()))).encode()
        ).hexdigest()
        for model in apps.get_models()
        if model._meta.label not in left_out
    }


@every_row
def test_nobody_is_given_a_session_for_reading(world: World, row: Row):
    if row.get[Role.NOBODY] in {Answer.PAGE, Answer.DATA}:
        response = _ask(world, row, Role.NOBODY, "GET")
        assert "session" not in " ".join(response.cookies)


@every_row
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_another_s_looks_as_if_it_did_not_exist(world: World, row: Row, method: str):
    strangers = [role for role in SIGNED_IN if row.answers(method)[role] is Answer.HIDDEN]
    if not row.unknown:
        assert not strangers or not row.arguments(world), "name an object that doesn't exist"
        return
    for role in SIGNED_IN:
        nothing = _ask(world, row, role, method, **row.unknown)
        if row.answers(method)[role] is Answer.NO_METHOD:
            assert nothing.status_code == 405
            continue
        assert nothing.status_code == 404, role
        if role in strangers:
            hidden = _ask(world, row, role, method)
            assert _comparable(hidden, _address(row, world)) == _comparable(
                nothing, _address(row, world, **row.unknown)
            )


def _comparable(response: HttpResponseBase, address: str) -> tuple[int, dict[str, str], str]:
    text = response.content.decode().replace(address.partition("/")[2].partition("/")[2], "ADDRESS")
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    headers = {name: value for name, value in response.headers.items() if name not in {"Content-Length", "Date"}}
    return response.status_code, headers, text


@every_row
def test_no_change_without_the_token_of_the_page(world: World, row: Row):
    for role in Role:
        if row.post[role] is Answer.MOVED:
            before = _everything_stored()
            response = _client(world, role, enforce_csrf_checks=True).post(_address(row, world), row.body(world))
            assert response.status_code == 403, role
            assert _everything_stored() == before, role
            _assert_headers(response, role)


def test_an_address_of_nothing_is_a_page_too(client):
    response = client.get("/fi/no-such-thing/")
    assert response.status_code == 404
    _assert_headers(response, Role.NOBODY)


@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.get[Role.NOBODY] is Answer.SIGN_IN], ids=lambda row: row.name
)
def test_signing_in_leads_back_to_where_one_was_going(world: World, row: Row):
    response = _ask(world, row, Role.NOBODY, "GET")
    assert _address(row, world) in response.headers["Location"].replace("%2F", "/")
