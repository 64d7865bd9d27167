"""Kills a process at its N-th write, sync or send, by strace; and runs the processes to be killed."""

import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from support.mail import free_port

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
# Where what has been promised and what is stored can come apart.
CALLS = "pwrite64,fdatasync,fsync,sendto"
_SECONDS = 30


class NoAnswer(Exception):  # noqa: N818
    """The connection broke: whoever asked knows nothing."""


def wait_for(what: str, is_so: Any, seconds: float = _SECONDS) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := is_so():
            return found
        time.sleep(0.01)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


@contextmanager
def killed_at(process: int, number: int) -> Iterator[None]:
    """While this lasts, the `number`-th of `CALLS` in a thread of `process` is its end."""
    command = ["strace", "-f", "-q", "-o", os.devnull, "-p", str(process), "-e", f"trace={CALLS}"]
    with subprocess.Popen(
        [*command, "-e", f"inject={CALLS}:signal=KILL:when={number}"], stderr=subprocess.PIPE
    ) as tracer:
        try:
            wait_for("strace to hold the process", lambda: _is_traced(process) or tracer.poll() is not None)
            assert tracer.poll() is None, tracer.stderr and tracer.stderr.read().decode()
            yield
        finally:
            _let_go(tracer, process)


def _let_go(tracer: "subprocess.Popen[bytes]", process: int) -> None:
    # Told to detach while its process is dying, strace waits for ever; after the death it ends by itself.
    if is_alive(process):
        tracer.send_signal(signal.SIGINT)
    try:
        tracer.wait(10)
    except subprocess.TimeoutExpired:
        tracer.kill()


def _is_traced(process: int) -> bool:
    threads = list(Path(f"/proc/{process}/task").glob("*/status"))
    return bool(threads) and all("TracerPid:\t0\n" not in thread.read_text() for thread in threads)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0]
    except OSError:  # it may go between opening and reading
        return False
    return state not in "ZX"


@dataclass
class Stage:
    """A database of its own with Aino's drafts and sent applications, seen from outside."""

    folder: Path
    environment: dict[str, str]
    session: str
    drafts: list[str]
    sent: list[dict[str, Any]]

    @classmethod
    def set_up(cls, folder: Path, *, drafts: int = 0, sent: int = 0, **more: str) -> "Stage":
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KEVYTASIOINTI_")}
        environment |= {
            "KEVYTASIOINTI_MODE": "test",
            "KEVYTASIOINTI_CHANGES_PER_MINUTE": "100000",
            "KEVYTASIOINTI_DATA": str(folder),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")]),
            **more,
        }
        (folder / "static").mkdir()
        command = [sys.executable, HERE / "stage.py", folder / "definitions", str(drafts), str(sent)]
        made = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return cls(folder=folder, environment=environment, **json.loads(made.stdout))

    def ask(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with self._database() as database:
            return database.execute(sql, parameters).fetchall()

    def write(self, sql: str, *parameters: object) -> None:
        with self._database() as database:
            database.execute(sql, parameters)

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self.folder / "kevytasiointi.sqlite3", timeout=20)
        try:
            with database:
                yield database
        finally:
            database.close()


@dataclass
class Web:
    """The real server. One that is killed is started again by its master, as an operator's would be."""

    stage: Stage
    port: int
    master: "subprocess.Popen[bytes]"
    _token: dict[str, str] = field(default_factory=dict)

    @property
    def worker(self) -> int:
        """The process that serves."""
        children = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text().split()
        return next((int(child) for child in children if is_alive(int(child))), 0)

    def get(self, path: str) -> tuple[int, str]:
        return self._ask("GET", path)

    def post(self, path: str, form_on: str) -> tuple[int, str]:
        """Post what the form on `form_on` would; its token is read once."""
        if form_on not in self._token:
            _, page = self.get(form_on)
            found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
            assert found, page
            self._token[form_on] = found[1]
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": self._token[form_on]}))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        """Status, and the page or where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)
        headers = {"Cookie": f"session={self.stage.session}; csrf={'c' * 32}", "Connection": "close"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location") or answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer from error
        finally:
            connection.close()

    def is_up(self) -> bool:
        try:
            return bool(self.worker) and self.get("/health/")[0] == 200
        except NoAnswer:
            return False


@contextmanager
def serving(stage: Stage) -> Iterator[Web]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "kevytasiointi.config.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--config", "python:kevytasiointi.config.web_server", "--workers", "1", "--threads", "1"]
    command += ["--log-level", "critical"]
    master = subprocess.Popen(command, env=stage.environment, cwd=ROOT)
    web = Web(stage, port, master)
    try:
        wait_for("the server to answer", web.is_up)
        yield web
    finally:
        master.terminate()
        master.wait(_SECONDS)


@dataclass
class Nursery:
    """Worker processes, one after the other."""

    program: "subprocess.Popen[str]"

    @contextmanager
    def worker(self) -> Iterator[int]:
        """A worker that waits for SIGCONT."""
        assert self.program.stdin
        assert self.program.stdout
        print("work", file=self.program.stdin, flush=True)
        process = int(self.program.stdout.readline())
        wait_for("the worker to stop itself", lambda: " T " in Path(f"/proc/{process}/stat").read_text())
        yield process

    def end(self) -> int:
        """The exit status of the worker that runs, once it has ended; -9 if it was killed."""
        assert self.program.stdout
        return int(self.program.stdout.readline())

    def work(self) -> int:
        """Do all that is due, undisturbed."""
        with self.worker() as process:
            os.kill(process, signal.SIGCONT)
        return self.end()

    def work_killed_at(self, number: int) -> int:
        with self.worker() as process, killed_at(process, number):
            os.kill(process, signal.SIGCONT)
            return self.end()


@contextmanager
def nursing(stage: Stage) -> Iterator[Nursery]:
    program = subprocess.Popen(
        [sys.executable, HERE / "nursery.py"],
        env=stage.environment,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with program:
        yield Nursery(program)
        assert program.stdin
        program.stdin.close()
