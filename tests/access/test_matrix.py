"""Every address, every role, every method: as the table says."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
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
    Answer.TO_CORRECT: 422,
    Answer.REFUSED: 409,
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
    client, address = _client(world, role), _address(row, world, **changed)
    return _closed(client.get(address) if method == "GET" else client.post(address, row.body(world)))


def _closed(response: HttpResponseBase) -> HttpResponseBase:
    """Read to its end, as a browser would: that closes the file."""
    if response.streaming:
        b"".join(response.streaming_content)
    return response


def test_every_address_is_in_the_table():
    assert sorted(set(_names(get_resolver().url_patterns))) == sorted(row.name for row in TABLE)


def test_every_address_is_named():
    assert [name for name in _names(get_resolver().url_patterns) if not re.fullmatch(r"\w+:\w+", name)] == []


@every_row
@every_role
def test_the_answer_is_as_the_table_says(world: World, row: Row, role: Role):
    sign_in = reverse("site:sign_in")
    for method in ("GET", "POST"):
        expected = row.answers(method)[role]
        with undone():
            response = _ask(world, row, role, method)
        assert response.status_code == STATUS[expected], (method, getattr(response, "content", b"")[:2000])
        if expected in {Answer.SIGN_IN, Answer.MOVED}:
            assert response.headers["Location"].startswith(sign_in) is (expected is Answer.SIGN_IN), method
        if expected is Answer.FILE:
            assert response.headers["Content-Disposition"].startswith("attachment"), method
        _assert_headers(response, role)


def _assert_headers(response: HttpResponseBase, role: Role) -> None:
    headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert not [word for word in policy.replace(";", " ").split() if word.strip("'") in _FORBIDDEN_IN_POLICY]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy or "sandbox" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    if headers.get("Content-Type", "").startswith("text/"):
        assert "charset=utf-8" in headers["Content-Type"].lower()
    if role in SIGNED_IN:
        assert "no-store" in headers["Cache-Control"]


@every_row
@every_role
def test_reading_changes_nothing(world: World, row: Row, role: Role):
    client = _client(world, role)
    for method in ("GET", "HEAD", "OPTIONS"):
        with writes() as written:
            response = _closed(client.generic(method, _address(row, world)))
        assert response.status_code in {200, 302, 404, 405}, method
        assert [what for what in written if not (row.looks_are_logged and "ledger_auditentry" in what)] == [], method


@every_row
def test_no_other_method_does_anything(world: World, row: Row):
    for role in Role:
        client = _client(world, role)
        for method in OTHER_METHODS:
            with writes() as written:
                response = client.generic(method, _address(row, world))
            assert response.status_code in {302, 403, 404, 405}, (role, method)
            assert written == [], (role, method)


@contextmanager
def writes() -> Iterator[list[str]]:
    """The statements that changed something. Sessions are left out: staying signed in may touch one."""
    written: list[str] = []

    def listen(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:  # noqa: FBT001, PLR0917
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "REPLACE")) and "django_session" not in sql:
            written.append(sql)
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(listen):
        yield written


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@every_row
def test_nobody_is_given_a_session_for_reading(world: World, row: Row):
    if row.get[Role.NOBODY] in {Answer.PAGE, Answer.DATA}:
        response = _ask(world, row, Role.NOBODY, "GET")
        assert "session" not in " ".join(response.cookies)


@every_row
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_another_s_looks_as_if_it_did_not_exist(world: World, row: Row, method: str):
    if not row.unknown:
        assert row.arguments(world) == {}, "name an object that doesn't exist"
        return
    for role in SIGNED_IN:
        answer = row.answers(method)[role]
        nothing = _ask(world, row, role, method, **row.unknown)
        assert nothing.status_code == (405 if answer is Answer.NO_METHOD else 404), role
        if answer is Answer.HIDDEN:
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
            client, body = _client(world, role, enforce_csrf_checks=True), row.body(world)
            with writes() as written:
                response = client.post(_address(row, world), body)
            assert response.status_code == 403, role
            assert written == [], role
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
