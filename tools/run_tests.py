"""Run the tests in their parts: `run_tests.py [quick|judges]`. Every part runs, also when one before it failed."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
_NO_TESTS = 5


@dataclass(frozen=True)
class Part:
    name: str
    database: str
    markers: str
    processes: int = 2


# Alone and last: Lighthouse counts what else the machine does against the page.
JUDGES = (Part("by outside judges", "sqlite", "judge", processes=1),)
ALL = (
    Part("on SQLite", "sqlite", "not browser and not crash and not judge"),
    Part("on PostgreSQL", "postgres", "not browser and not crash and not judge"),
    Part("in Chromium", "sqlite", "browser and not judge"),
    Part("killed at each write", "sqlite", "crash"),
    *JUDGES,
)
QUICK = (Part("on SQLite, quick ones", "sqlite", "not browser and not crash and not verapdf and not judge"),)

PARTS = {"all": ALL, "quick": QUICK, "judges": JUDGES}


def main() -> int:
    results = [(part, *_run(part)) for part in PARTS[sys.argv[1] if len(sys.argv) > 1 else "all"]]
    print("\n" + "=" * 30, "tests", "=" * 30)
    for part, code, seconds in results:
        print(f"{'passed' if code == 0 else 'FAILED':7} {part.name} ({seconds:.0f} s){_why(code)}")
    if os.environ.get("KEVYTASIOINTI_STRICT") != "1":
        print("Tests that were skipped are listed above each part's last line; STRICT=1 makes them failures.")
    return 1 if any(code for _, code, _ in results) else 0


def _run(part: Part) -> tuple[int, float]:
    print(f"\n--- Tests {part.name}", flush=True)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-m", part.markers]
    command += ["-n", str(part.processes), "--dist", "worksteal"] if part.processes > 1 else ["-n0"]
    environment = os.environ | {"KEVYTASIOINTI_TEST_DATABASE": part.database}
    code = subprocess.run(command, cwd=HERE, env=environment, check=False).returncode
    return code, time.monotonic() - began


def _why(code: int) -> str:
    return ": no test was found" if code == _NO_TESTS else ""


if __name__ == "__main__":
    sys.exit(main())
