"""The service as an operator runs it, on loopback, in a folder that is thrown away."""

import base64
import contextlib
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

BIN = Path(sys.executable).parent
HOST = "mittaus.example"
WORKERS, THREADS = 2, 4
_START_SECONDS = 60
_LOG_END = 6000
_TICKS = os.sysconf("SC_CLK_TCK")

_COMMAND = (sys.executable, "-m", "kevytasiointi")
_WEB = (
    *(sys.executable, "-m", "gunicorn", "--config", "python:kevytasiointi.config.web_server"),
    *("kevytasiointi.config.wsgi", "--workers", str(WORKERS), "--threads", str(THREADS)),
    # The connections of the measuring program are kept as those of a proxy are.
    *("--keep-alive", "60", "--log-level", "warning"),
)


def set_environment(folder: Path, *, database_url: str, smtp_port: int) -> None:
    """What an operator sets, for this process and those it starts. Keys are made for this run."""
    for name in [name for name in os.environ if name.startswith("KEVYTASIOINTI_")]:
        del os.environ[name]
    here = Path(__file__).resolve().parents[1]
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "kevytasiointi.config.settings",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(here / "src"), os.environ.get("PYTHONPATH")))),
        "MALLOC_ARENA_MAX": "2",  # both as docs/operate.md has them
        "MALLOC_TRIM_THRESHOLD_": "65536",
        "KEVYTASIOINTI_MODE": "production",
        "KEVYTASIOINTI_SECRET_KEY": secrets.token_urlsafe(60),
        "KEVYTASIOINTI_SEALING_KEYS": f"bench:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "KEVYTASIOINTI_PUBLIC_URL": f"https://{HOST}",
        "KEVYTASIOINTI_DATA": str(folder),
        "KEVYTASIOINTI_SMTP_URL": f"smtp://127.0.0.1:{smtp_port}",
        "KEVYTASIOINTI_MAIL_FROM": f"palvelu@{HOST}",
    }
    if database_url:
        os.environ["KEVYTASIOINTI_DATABASE_URL"] = database_url


def prepare() -> None:
    subprocess.run((*_COMMAND, "prepare"), check=True, stdout=subprocess.DEVNULL)


@dataclass
class Service:
    """Web server and worker. `port` is the web server's, without a proxy before it."""

    folder: Path
    port: int = 0
    _running: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    @property
    def request_log(self) -> Path:
        return self.folder / "requests.log"

    def start(self) -> float:
        """Start both at once; seconds until the front page is answered."""
        self.port = free_port()
        began = time.monotonic()
        with (self.folder / "service.log").open("ab") as log:
            for command in (
                (*_WEB, "--bind", f"127.0.0.1:{self.port}", "--access-logfile", str(self.request_log)),
                (*_COMMAND, "worker"),
            ):
                self._running.append(subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True))
        while not self._answers():
            if time.monotonic() > began + _START_SECONDS or self._running[0].poll() is not None:
                raise SystemExit(f"The service did not start:\n{self.log_end()}")
            time.sleep(0.01)
        return time.monotonic() - began

    def log_end(self) -> str:
        """The last of what the processes have said."""
        return (self.folder / "service.log").read_text(encoding="utf-8")[-_LOG_END:]

    def stop(self) -> None:
        for process in self._running:
            process.terminate()
        for process in self._running:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def cpu_seconds(self) -> float:
        """User and system time of all processes of the service since they began, their ended children too."""
        return sum(_cpu_ticks(pid) for pid in self.processes()) / _TICKS

    def pss_mib(self) -> float:
        """Memory of all processes, what they share counted once."""
        return sum(_pss_kib(pid) for pid in self.processes()) / 1024

    def processes(self) -> list[int]:
        """Web server and worker with all below them."""
        return with_descendants([process.pid for process in self._running])

    def _answers(self) -> bool:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/fi/", headers={"Host": HOST, "X-Forwarded-Proto": "https"}
        )
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def with_descendants(roots: list[int]) -> list[int]:
    parents = {int(path.name): _parent(int(path.name)) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = list(roots)
    for pid in found:
        found.extend(child for child, parent in parents.items() if parent == pid)
    return found


def cpu_seconds_of(root: int) -> float:
    return sum(_cpu_ticks(pid) for pid in with_descendants([root])) / _TICKS


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name, which may hold blanks; empty if the process is gone."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return []


def _parent(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[1]) if fields else 0


def _cpu_ticks(pid: int) -> int:
    return sum(int(ticks) for ticks in _stat(pid)[11:15])


def _pss_kib(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
