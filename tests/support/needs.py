"""What a test needs from the machine, and what happens when it isn't there.

`@needs("chromium")` skips where Chromium is missing. With `KEVYTASIOINTI_STRICT=1` no test may be
skipped: the skip is a failure. `@only_on("postgres")` isn't a skip: on the other database the test
has nothing to say, and is left out.
"""

import os
import shutil
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import pytest

from support.cluster import postgres_programs

IS_STRICT = os.environ.get("KEVYTASIOINTI_STRICT") == "1"
DATABASE = os.environ.get("KEVYTASIOINTI_TEST_DATABASE", "sqlite")


def chromium() -> str | None:
    """The path of the system's Chromium."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


NEEDS: Mapping[str, tuple[Callable[[], object], str]] = {
    "chromium": (chromium, "apt-get install chromium"),
    "postgres": (postgres_programs, "apt-get install postgresql"),
    "java": (lambda: shutil.which("java"), "apt-get install default-jre-headless"),
    "jaxb": (lambda: Path("/usr/share/java/jaxb-api.jar").exists(), "apt-get install libjaxb-java"),
    "npm": (lambda: shutil.which("npm"), "apt-get install npm"),
    "strace": (lambda: shutil.which("strace"), "apt-get install strace"),
}


def needs(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.needs(*names)


def only_on(database: str) -> pytest.MarkDecorator:
    """The test speaks of one database only: `sqlite` or `postgres`."""
    return pytest.mark.only_on(database)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*names): programs of the machine without which the test is skipped")
    config.addinivalue_line("markers", "only_on(database): the test has nothing to say of the other database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    elsewhere = [item for item in items if any(mark.args[0] != DATABASE for mark in item.iter_markers("only_on"))]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            is_here, mend = NEEDS[name]
            if not is_here():
                pytest.skip(f"{name} is missing: {mend}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: "pytest.CallInfo[None]"
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IS_STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped in {call.when}, and STRICT=1 allows no skip: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section(f"{len(skipped)} TESTS WERE NOT RUN", sep="!", red=True, bold=True)
        for reason in sorted({str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)}):
            terminalreporter.write_line(reason)
