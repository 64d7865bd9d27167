from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from formflow_web import memory


@pytest.fixture(autouse=True)
def _addresses(settings: Any) -> None:
    settings.ROOT_URLCONF = "formflow_web.memory"
    settings.NAVIGATION = []


@pytest.fixture
def store() -> Iterator[memory.Store]:
    """An empty sheet of the form that has every type of question."""
    yield memory.begin()
    memory.begin()


@pytest.fixture
def send(client: Client) -> Callable[..., HttpResponse]:
    """Open a page, type into it, and press a button, as a browser without JavaScript does."""

    def send_page(page_id: str, do: str = "continue", **typed: Any) -> HttpResponse:
        opened = client.get(f"/fi/fill/{page_id}/")
        return client.post(f"/fi/fill/{page_id}/", filled_in(opened, do=do, **typed))

    return send_page


def filled_in(opened: HttpResponse, **typed: Any) -> dict[str, Any]:
    """What the browser would send from this page: what its inputs hold, with `typed` over it (`q_x` for `q-x`)."""
    page = opened.context["step"]
    fields: dict[str, Any] = {"seen": page.seen, "order": str(page.order), "shown": []}
    for slot in page.slots:
        _hold(slot, fields)
    fields |= {name.replace("__", "-") if name.startswith("q__") else name: value for name, value in typed.items()}
    return {name: value for name, value in fields.items() if value is not None}


def _hold(slot: Any, fields: dict[str, Any]) -> None:
    box = slot.box
    if box is None:
        return
    fields["shown"].append(slot.key)
    for one in box.inputs:
        fields[one.name] = one.value or next((choice.value for choice in one.choices if choice.is_chosen), "")
    chosen = [choice.value for choice in box.choices if choice.is_chosen]
    if chosen:
        fields[box.name] = chosen
    for row in box.rows:
        fields.setdefault(box.rows_name, []).append(row.id)
        for inner in row.slots:
            _hold(inner, fields)
