"""The demonstration on a data folder that is gone afterwards, and what is put on its stage beside what people do."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TOOLS = Path(__file__).resolve().parents[1]
_START_SECONDS = 120


@dataclass(frozen=True)
class Demonstration:
    address: str
    environment: dict[str, str]

    def stage(self, *scene: str) -> Any:
        """What `stage.py` says of the scene."""
        told = subprocess.run(
            (sys.executable, str(_TOOLS / "looking" / "stage.py"), *scene),
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return json.loads(told.stdout)


@contextmanager
def a_demonstration() -> Iterator[Demonstration]:
    """Web and worker as `make run` starts them, on a free port of this machine's loopback."""
    with tempfile.TemporaryDirectory(prefix="kevytasiointi-look-", ignore_cleanup_errors=True) as folder:
        port = _free_port()
        address = f"http://127.0.0.1:{port}"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KEVYTASIOINTI_")}
        environment |= {
            "KEVYTASIOINTI_MODE": "demo",
            "KEVYTASIOINTI_CHANGES_PER_MINUTE": "100000",  # programs are quicker than people
            "KEVYTASIOINTI_DATA": str(Path(folder) / "data"),
            "KEVYTASIOINTI_PUBLIC_URL": address,
            "DJANGO_SETTINGS_MODULE": "kevytasiointi.config.settings",
        }
        log = Path(folder) / "log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                (sys.executable, str(_TOOLS / "demo.py"), "--port", str(port)),
                env=environment,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait_for(f"{address}/health/", process, log)
            yield Demonstration(address, environment)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"The demonstration did not start:\n{log.read_text(encoding='utf-8')}")
