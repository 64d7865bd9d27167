"""The hostile runner. What it forbids and offers is told in tests/README.md.

Mode, data folder and database are chosen here, before anything imports Django's settings.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from kevytasiointi.config import translations
from support.cluster import Cluster, start_cluster

_ON_POSTGRES = os.environ.get("KEVYTASIOINTI_TEST_DATABASE", "sqlite") == "postgres"
_CLUSTER_URL = "KEVYTASIOINTI_TEST_CLUSTER"
_LOCALE = Path(__file__).parents[1] / "locale"
_SCRATCH = Path(tempfile.mkdtemp(prefix="kevytasiointi-tests-"))
_cluster: Cluster | None = None

for _name in [name for name in os.environ if name.startswith("KEVYTASIOINTI_")]:
    if not _name.startswith(("KEVYTASIOINTI_TEST_", "KEVYTASIOINTI_STRICT")):
        del os.environ[_name]
os.environ["KEVYTASIOINTI_MODE"] = "test"
os.environ["KEVYTASIOINTI_DATA"] = str(_SCRATCH)
os.environ["KEVYTASIOINTI_CHANGES_PER_MINUTE"] = "100000"  # programs are quicker than people
os.environ["DJANGO_SETTINGS_MODULE"] = "kevytasiointi.config.settings"
(_SCRATCH / "static").mkdir()

pytest_plugins = [
    "support.needs",
    "support.sockets",
    "support.databases",
    "support.mail",
    "support.browser",
]


def pytest_configure(config: pytest.Config) -> None:
    """Django is set up after this; the run's own PostgreSQL is started once, by the controller."""
    global _cluster  # noqa: PLW0603 - it lives as long as the run
    if _ON_POSTGRES and _CLUSTER_URL not in os.environ and not config.option.collectonly:
        _cluster = start_cluster()
        os.environ[_CLUSTER_URL] = _cluster.url
    if _ON_POSTGRES and _CLUSTER_URL in os.environ:
        os.environ["KEVYTASIOINTI_DATABASE_URL"] = os.environ[_CLUSTER_URL]
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _compile_translations()
    assert settings.ROOT_URLCONF  # reads the settings now, which makes pytest-django set Django up


def _compile_translations() -> None:
    for language in translations.languages_of(_LOCALE):
        translations.compile_catalogue(_LOCALE, translations.read_catalogue(_LOCALE, language))


def pytest_unconfigure() -> None:
    if _cluster is not None:
        _cluster.stop()
        del os.environ[_CLUSTER_URL]
    shutil.rmtree(_SCRATCH, ignore_errors=True)


def pytest_report_header() -> str:
    return f"database: {'PostgreSQL, a cluster of this run' if _ON_POSTGRES else 'SQLite, a file in WAL'}"


@pytest.fixture
def cast(db: None, tmp_path: Path) -> Any:
    """The cast on the small form; see support/cast.py."""
    from support.cast import a_cast, load_small_definitions  # noqa: PLC0415 - models exist only now

    load_small_definitions(tmp_path / "definitions")
    return a_cast()
