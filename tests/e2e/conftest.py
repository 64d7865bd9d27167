"""Journeys in real Chromium. Each test here is marked and left out where there is no browser."""

from pathlib import Path

import pytest

from support.needs import needs

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(needs("chromium"))
