"""The demonstration: set up its data in `var/`, start web and worker, stop both on Ctrl-C."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
COMMAND = str(BIN / "kevytasiointi")

SET_UP = (("Preparing database, forms, translations and static files", ("prepare",)),)
PEOPLE = ("demo", "load")  # prints whom one can sign in as

_START_SECONDS = 60


def main() -> int:
    parser = argparse.ArgumentParser(description="Start the demonstration.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    if _is_taken(port):
        print(f"Port {port} is in use. Choose another: make run PORT={port + 1}", file=sys.stderr)
        return 1
    address = f"http://127.0.0.1:{port}"
    os.chdir(HERE)
    os.environ.setdefault("KEVYTASIOINTI_MODE", "demo")
    os.environ.setdefault("KEVYTASIOINTI_DATA", str(HERE / "var"))
    os.environ.setdefault("KEVYTASIOINTI_PUBLIC_URL", address)
    Path(os.environ["KEVYTASIOINTI_DATA"]).mkdir(parents=True, exist_ok=True)
    for what, command in SET_UP:
        print(f"{what} …", flush=True)
        if subprocess.run((COMMAND, *command), check=False, stdout=subprocess.DEVNULL).returncode:
            print(f"`kevytasiointi {' '.join(command)}` failed; its message is above.", file=sys.stderr)
            return 1
    people = subprocess.run((COMMAND, *PEOPLE), check=False, stdout=subprocess.PIPE, text=True)
    if people.returncode:
        return people.returncode
    return _serve(port, address, people.stdout)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _serve(port: int, address: str, people: str) -> int:
    """Run both until one ends or a person stops them; the other is then stopped too."""
    web = (
        *(str(BIN / "gunicorn"), "kevytasiointi.config.wsgi", "--bind", f"127.0.0.1:{port}"),
        *("--workers", "1", "--threads", "8", "--worker-class", "gthread", "--log-level", "warning"),
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    running = {"web": _start(web), "worker": _start((COMMAND, "worker"))}
    try:
        if _wait_for_answer(f"{address}/health/", running["web"]):
            print(f"\n{people}\nOpen {address}/ in a browser. Ctrl-C stops.\n", flush=True)
        while all(process.poll() is None for process in running.values()):
            time.sleep(0.3)
        ended = next(name for name, process in running.items() if process.poll() is not None)
        print(f"The {ended} ended by itself; see above.", file=sys.stderr)
    except (KeyboardInterrupt, SystemExit):
        print("\nStopping …")
        return 0
    else:
        return 1
    finally:
        _stop(list(running.values()))


def _start(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    # A session of its own: Ctrl-C reaches only us, and we stop both in order.
    return subprocess.Popen(command, start_new_session=True)


def _wait_for_answer(address: str, web: "subprocess.Popen[bytes]") -> bool:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and web.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.2)
    return False


def _stop(processes: "list[subprocess.Popen[bytes]]") -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    sys.exit(main())
