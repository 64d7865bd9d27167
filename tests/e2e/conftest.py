"""Journeys in real Chromium. Each test here is marked and left out where there is no browser."""

from pathlib import Path
from typing import Any

import pytest

from support.needs import needs

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(needs("chromium"))


@pytest.fixture
def service(live_server: Any, transactional_db: None) -> Any:
    """The whole service with the real definitions and the demonstration's authorities, on loopback."""
    from support.service import a_service  # noqa: PLC0415 - models exist only now

    return a_service(live_server.url)
