"""One visitor who asks too much is stopped; the others notice nothing."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from kevytasiointi.identity.models import Account

pytestmark = pytest.mark.django_db
ONES_OWN, A_NEIGHBOURS = "192.0.2.1", "192.0.2.2"


@pytest.fixture(autouse=True)
def two_changes_a_minute(settings: Any) -> None:
    """Ten changes and fifty looks from an address, two and ten by somebody signed in."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, changes_per_minute=2)


def come_in(client: Client, persona: str, *, address: str) -> int:
    """Through a proxy; what the visitor claims about the way before it is not believed."""
    claimed = f"198.51.100.9, {address}"
    return client.post("/fi/sign-in/", {"persona": persona}, headers={"X-Forwarded-For": claimed}).status_code


def test_a_hammering_address_is_stopped_told_when_to_return_and_nothing_is_written(client: Client) -> None:
    for _ in range(10):
        client.post("/sv/sign-in/", {"persona": "nobody"}, headers={"X-Forwarded-For": ONES_OWN})
    assert come_in(client, "aino", address=ONES_OWN) == 429
    assert not Account.objects.exists()
    answer = client.post("/sv/sign-in/", {"persona": "aino"}, headers={"X-Forwarded-For": ONES_OWN})
    assert 1 <= int(answer.headers["Retry-After"]) <= 120
    assert "För många försök" in answer.content.decode()


def test_a_neighbour_goes_on(client: Client) -> None:
    for _ in range(11):
        client.post("/fi/sign-in/", {"persona": "nobody"}, headers={"X-Forwarded-For": ONES_OWN})
    assert come_in(client, "aino", address=A_NEIGHBOURS) == 302


def test_people_behind_one_address_are_counted_apart_once_they_are_signed_in(client: Client) -> None:
    come_in(client, "aino", address=ONES_OWN)
    statuses = [client.post("/fi/terms/", {}, headers={"X-Forwarded-For": ONES_OWN}).status_code for _ in range(3)]
    assert statuses == [422, 422, 429]
    client.cookies.clear()
    come_in(client, "bo", address=ONES_OWN)
    assert client.post("/fi/terms/", {}, headers={"X-Forwarded-For": ONES_OWN}).status_code == 422


def test_whoever_may_change_nothing_more_may_still_read(client: Client) -> None:
    for _ in range(11):
        client.post("/fi/sign-in/", {"persona": "nobody"})
    assert client.get("/fi/").status_code == 200
    assert {client.get("/fi/").status_code for _ in range(50)} == {200, 429}
