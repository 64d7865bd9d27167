"""Judges that we did not write: the Nu HTML checker and Lighthouse, over the demonstration as `make run` starts it."""

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from looking.demonstration import Demonstration, a_demonstration
from support.needs import needs

_HERE = Path(__file__).parent
_INSTALLED = _HERE.parents[1] / "var" / "judges"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.judge)
            item.add_marker(pytest.mark.timeout(600))
            item.add_marker(needs("chromium", "java", "npm"))


@pytest.fixture(scope="session")
def judges() -> Path:
    """The folder of the judges' packages, installed from the lock: no script of theirs runs, every file is checked."""
    _INSTALLED.mkdir(parents=True, exist_ok=True)
    made_from = hashlib.sha256((_HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = _INSTALLED / "made-from"
    with (_INSTALLED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the tests run in several processes
        if not stamp.exists() or stamp.read_text() != made_from:
            stamp.unlink(missing_ok=True)
            _install()
            stamp.write_text(made_from)
    return _INSTALLED / "node_modules"


def _install() -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(_HERE / name, _INSTALLED / name)
    command = ["npm", "ci", "--ignore-scripts"]
    done = subprocess.run(command, cwd=_INSTALLED, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm could not install the judges: {done.stderr[-500:]}")


@pytest.fixture(scope="module")
def demonstration() -> Iterator[Demonstration]:
    with a_demonstration() as running:
        yield running
