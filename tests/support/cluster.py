"""A PostgreSQL cluster of the run's own: a temporary folder, a free loopback port, gone afterwards."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_START_SECONDS = 30


def postgres_programs() -> Path | None:
    """The folder with initdb and postgres: Debian keeps them off PATH."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@dataclass
class Cluster:
    folder: Path
    port: int
    password: str
    server: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return f"postgresql://kevytasiointi:{self.password}@127.0.0.1:{self.port}/postgres"

    def stop(self) -> None:
        self.server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.server.wait(10)
        self.server.kill()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_cluster(*, is_durable: bool = False) -> Cluster:
    """A running cluster, with a random password and no socket but its loopback port.

    Tests kill processes, never the power: fsync proves nothing there and costs minutes. A measurement needs it.
    """
    programs = postgres_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: `apt-get install postgresql`, or run on SQLite only.")
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="kevytasiointi-postgres-"))
    password = secrets.token_urlsafe(16)
    secret = folder / "password"
    secret.write_text(password, encoding="utf-8")
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        os.chown(secret, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    initdb = [
        *(programs / "initdb", "--pgdata", data, "--username", "kevytasiointi", "--pwfile", secret),
        *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
    ]
    subprocess.run(initdb, check=True, capture_output=True, cwd=folder, **_as(owner))
    port = _free_port()
    options = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    options |= {} if is_durable else {"fsync": "off"}
    settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *settings],
            **{"stdout": log, "stderr": log, "cwd": folder, "start_new_session": True, **_as(owner)},
        )
    cluster = Cluster(folder, port, password, server)
    _wait_until_open(cluster)
    return cluster


def _owner() -> pwd.struct_passwd | None:
    """Whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("PostgreSQL refuses to run as root, and there is no user postgres or nobody.")


def _as(owner: pwd.struct_passwd | None) -> dict[str, object]:
    if owner is None:
        return {}
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_open(cluster: Cluster) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and cluster.server.poll() is None:
        # The server opens its port only when it takes connections or says that it is starting.
        status = cluster.folder / "data" / "postmaster.pid"
        if status.exists() and status.read_text(encoding="utf-8").splitlines()[-1].strip() == "ready":
            return
        time.sleep(0.05)
    log = (cluster.folder / "log").read_text(encoding="utf-8", errors="replace")
    cluster.stop()
    raise RuntimeError(f"PostgreSQL did not start:\n{log}")
