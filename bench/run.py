"""`make bench`: the floor, complete applications, the first visit, memory and start, in one run of about two minutes.

What is measured and how is told in docs/performance.md. Everything runs on loopback in a temporary folder.
"""

import argparse
import datetime as dt
import json
import os
import platform
import queue
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
from aiosmtpd.controller import Controller
from customer import SLUG, Customer, WentWrong
from database import a_database
from document import one_megabyte
from first_visit import Load, first_visit
from service import THREADS, WORKERS, Service, cpu_seconds_of, free_port, prepare, set_environment

if TYPE_CHECKING:
    from proofs import Proof

HERE = Path(__file__).resolve().parent
LATEST = HERE / "latest.json"
COUNTS = {1: 12, 8: 32, 32: 64}
"""Concurrency → complete applications."""
STARTS = 3
_LEVEL_SECONDS = 120
_WARM_UP = 16
"""So many customers at once, before anything is counted: both processes have then seen every page."""
_FLOOR_ROUNDS, _FLOOR_SECONDS = 5, 1.0


@dataclass
class Letters:
    """A mail server that takes everything and counts it."""

    taken: int = 0

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: ARG002, N802
        self.taken += 1
        return "250 Taken"


@dataclass
class Level:
    """What so many customers at once did."""

    at_once: int
    seconds: float = 0.0
    page_seconds: float = 0.0
    cpu: float = 0.0
    database_cpu: float = 0.0
    pss_mib: float = 0.0
    yardstick: list[float] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def done(self) -> int:
        return len(self.references)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the service.")
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL of this run's own, with fsync")
    parser.add_argument("--write", type=Path, help="where the figures go; bench/latest.json by default")
    options = parser.parse_args()
    with a_database(is_postgres=options.postgres) as (url, database_pid), tempfile.TemporaryDirectory() as folder:
        letters = Letters()
        mail_server = Controller(letters, hostname="127.0.0.1", port=free_port())
        mail_server.start()
        try:
            set_environment(Path(folder), database_url=url, smtp_port=mail_server.port)
            figures, is_sound = measure(Service(Path(folder)), letters, database_pid)
        finally:
            mail_server.stop()
    if not is_sound:
        print("\nSomething that must be on was off: no figures are kept.", file=sys.stderr)
        return 1
    place = options.write or (HERE / "latest-postgresql.json" if options.postgres else LATEST)
    place.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\nWritten to {place}")
    return 0


@dataclass
class Found:
    """Everything that a run has found out."""

    floor: float
    starts: list[float]
    loads: list[Load] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    proofs: "list[Proof]" = field(default_factory=list)
    long_forms: dict[str, Any] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        return all(proof.is_on for proof in self.proofs)


def measure(service: Service, letters: Letters, database_pid: int) -> tuple[dict[str, Any], bool]:
    sys.path.insert(0, str(HERE.parent / "src"))
    prepare()
    django.setup()
    # Models exist only now.
    import seed  # noqa: PLC0415
    from floor import floor_rows_per_s  # noqa: PLC0415
    from long_forms import long_forms  # noqa: PLC0415

    before = machine() | {"yardstick_ms": round(min(yardstick_ms() for _ in range(50)), 2)}
    print("Measuring:", json.dumps(before, ensure_ascii=False))
    seed.load_measured_form()
    authority = seed.an_example_authority()
    seed.offer(authority, SLUG)
    sessions = [seed.a_session(seed.a_person(number)) for number in range(max(COUNTS))]
    found = Found(
        floor=floor_rows_per_s(rounds=_FLOOR_ROUNDS, seconds=_FLOOR_SECONDS),
        starts=[_started(service, stop=number + 1 < STARTS) for number in range(STARTS)],
    )
    print(f"Floor: {found.floor:.0f} durable rows/s, one after another")
    print(f"Start to first answer: {_listed(found.starts)} s")
    try:
        _fill_in(service, found, sessions=sessions, letters=letters, database_pid=database_pid)
    finally:
        service.stop()
    print("\nWhat was on, as found:")
    for proof in found.proofs:
        print(f"  {proof}")
    found.long_forms = long_forms(authority)
    return _figures(found, before, database_pid), found.is_sound


def _fill_in(service: Service, found: Found, *, sessions: Sequence[str], letters: Letters, database_pid: int) -> None:
    """What needs the service to run."""
    from proofs import Run, proofs  # noqa: PLC0415 - models exist only when Django is set up

    found.loads = first_visit(service.port)
    _print_visit(found.loads)
    customers = [Customer(service.port, session) for session in sessions]
    for customer in customers:
        customer.arrive()
    _level(service, customers, (_WARM_UP, _WARM_UP), database_pid)
    letters.taken = 0
    for at_once, count in COUNTS.items():
        found.levels.append(_level(service, customers, (at_once, count), database_pid))
        _print_level(found.levels[-1])
    references = [reference for level in found.levels for reference in level.references]
    requests = sum(len(level.times) for level in found.levels)
    customers[0].connect_anew()
    found.proofs = proofs(Run(references, requests, letters.taken, service.request_log), customers[0])


def _figures(found: Found, before: dict[str, Any], database_pid: int) -> dict[str, Any]:
    from kevytasiointi.core import clock  # noqa: PLC0415 - Django's settings are there only now

    return {
        "measured_at": clock.now().isoformat(timespec="seconds"),
        "machine": before,
        "settings": f"gunicorn gthread, {WORKERS} processes of {THREADS} threads; one worker process",
        "floor_rows_per_s": round(found.floor),
        **_of_levels(found.levels, database_pid),
        "first_visit_bytes": sum(load.size for load in found.loads),
        "first_visit_requests": len(found.loads),
        "cold_start_s": round(statistics.median(found.starts), 2),
        "long_forms_ms": found.long_forms,
        "found": {proof.what: str(proof).partition(": ")[2] for proof in found.proofs},
    }


def machine() -> dict[str, Any]:
    """The load is that of the minute before: other people's work on the same machine shows in it."""
    cpu = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    return {
        "cpu": cpu.partition(":")[2].strip(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "load_before": round(os.getloadavg()[0], 2),
    }


def yardstick_ms() -> float:
    """Processor time of a small piece of work that is always the same.

    Processors that are shared take longer for it, and by as much for everything else.
    """
    began = time.thread_time()
    counts = {str(number): number for number in range(5000)}
    sum(counts[str(number)] for number in range(5000))
    return (time.thread_time() - began) * 1000


def _started(service: Service, *, stop: bool) -> float:
    seconds = service.start()
    if stop:
        time.sleep(1)  # the worker too has come up: stopped half-way it would say so
        service.stop()
    return seconds


def _level(service: Service, customers: Sequence[Customer], counts: tuple[int, int], database_pid: int) -> Level:
    """So many at once, so many in all, until the last receipt is made and the last letter sent.

    The customers take turns, each with one application at a time: none is so quick that the rate limits,
    which are on, would stop it.
    """
    at_once, count = counts
    level = Level(at_once)
    free: queue.SimpleQueue[Customer] = queue.SimpleQueue()
    for customer in customers:
        customer.connect_anew()
        free.put(customer)
    cpu, database_cpu = service.cpu_seconds(), cpu_seconds_of(database_pid) if database_pid else 0.0
    began = time.monotonic()
    threads = [threading.Thread(target=_complete, args=(free, level, count // at_once, began)) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.5)
        level.pss_mib = max(level.pss_mib, service.pss_mib())
        level.yardstick.append(yardstick_ms())
    for thread in threads:
        thread.join()
    level.times.extend(each for customer in customers for each in customer.times)
    level.page_seconds = time.monotonic() - began
    _wait_for_jobs(began)
    level.seconds = time.monotonic() - began
    level.cpu = service.cpu_seconds() - cpu
    level.database_cpu = cpu_seconds_of(database_pid) - database_cpu if database_pid else 0.0
    if level.done != count:
        raise SystemExit(f"Only {level.done} of {count} applications were completed; see above.\n{service.log_end()}")
    return level


def _complete(free: "queue.SimpleQueue[Customer]", level: Level, count: int, began: float) -> None:
    try:
        for _ in range(count):
            if time.monotonic() - began > _LEVEL_SECONDS:
                break
            customer = free.get()
            level.references.append(customer.complete_an_application(one_megabyte()))
            free.put(customer)
    except (WentWrong, OSError) as error:
        print(f"  {type(error).__name__}: {error}", file=sys.stderr)


def _wait_for_jobs(began: float) -> None:
    from kevytasiointi.core import clock  # noqa: PLC0415 - Django's settings are there only now
    from kevytasiointi.ledger.models import Job, JobState  # noqa: PLC0415 - models exist only when Django is set up

    # What is for tomorrow morning isn't waited for.
    undone = Job.objects.exclude(state=JobState.DONE).filter(run_after__lte=clock.now() + dt.timedelta(hours=1))
    while undone.exists():
        if time.monotonic() - began > _LEVEL_SECONDS:
            raise SystemExit(f"{undone.count()} jobs were not done: {undone.values_list('task', 'last_error')[:3]}")
        time.sleep(0.1)


def _of_levels(levels: Sequence[Level], database_pid: int) -> dict[str, Any]:
    counts = {level.at_once: level for level in levels}

    def each(value: Any) -> dict[str, Any]:
        return {str(at_once): value(level) for at_once, level in counts.items()}

    done = sum(level.done for level in levels)
    figures = {
        "cpu_s_per_application": round(sum(level.cpu for level in levels) / done, 3),
        "cpu_s_per_application_at": each(lambda level: round(level.cpu / level.done, 3)),
        "requests": round(sum(len(level.times) for level in levels) / done, 2),
        "p50_ms": each(lambda level: round(statistics.median(level.times), 1)),
        "p95_ms": each(lambda level: round(statistics.quantiles(level.times, n=20)[-1], 1)),
        "applications_per_s": each(lambda level: round(level.done / level.seconds, 2)),
        "applications_per_s_to_receipt_page": each(lambda level: round(level.done / level.page_seconds, 2)),
        "yardstick_ms": each(lambda level: round(statistics.median(level.yardstick), 2)),
        "pss_mib": round(max(level.pss_mib for level in levels)),
    }
    if database_pid:
        figures["database_cpu_s_per_application"] = round(sum(level.database_cpu for level in levels) / done, 3)
    return figures


def _print_level(level: Level) -> None:
    quantiles = statistics.quantiles(level.times, n=20)
    print(
        f"{level.at_once:>3} at once: {level.done} applications, {level.cpu / level.done:.3f} CPU-s and "
        f"{len(level.times) / level.done:.1f} requests each, {level.done / level.seconds:.2f}/s with PDF and letters, "
        f"{level.done / level.page_seconds:.2f}/s to the receipt page; a request {statistics.median(level.times):.0f} ms, "
        f"19 of 20 within {quantiles[-1]:.0f} ms; {level.pss_mib:.0f} MiB; "
        f"yardstick {statistics.median(level.yardstick):.2f} ms"
    )


def _print_visit(loads: Sequence[Load]) -> None:
    print(f"First visit: {sum(load.size for load in loads)} bytes in {len(loads)} requests")
    for load in loads:
        print(f"  {load.size:>7} {load.encoding or '-':<4} {load.path}")


def _listed(seconds: Sequence[float]) -> str:
    return ", ".join(f"{one:.2f}" for one in seconds)


if __name__ == "__main__":
    sys.exit(main())
