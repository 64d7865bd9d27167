"""Tasks and events for the tests of the worker. What they do is written into a file, where any process can read it."""

import time
from dataclasses import dataclass
from pathlib import Path

from django_tasks import task

from kevytasiointi.ledger.events import Event
from kevytasiointi.ledger.failures import PermanentFailure

WHAT_SOMEBODY_WROTE = "my neighbour plays the drums"


@dataclass(frozen=True, slots=True)
class LetterCame(Event):
    path: str
    word: str


@dataclass(frozen=True, slots=True)
class NobodyListens(Event):
    path: str


@task
def write_down(path: str, word: str) -> None:
    _append(path, word)


@task
def write_down_job(path: str, word: str, job_id: str) -> None:
    _append(path, f"{word} {job_id}")


@task
def write_slowly(path: str, word: str) -> None:
    """Begun and done are two lines; between them the task waits for a file named after it."""
    _append(path, f"{word} begun")
    while not Path(f"{path}.go").exists():
        time.sleep(0.02)
    _append(path, f"{word} done")


@task
def fail_for_now(path: str, word: str) -> None:
    _append(path, word)
    raise OSError(WHAT_SOMEBODY_WROTE)


@task
def fail_for_ever(path: str, word: str) -> None:
    _append(path, word)
    raise PermanentFailure(WHAT_SOMEBODY_WROTE)


@task
def fail_because_of_another(path: str, word: str) -> None:
    try:
        int(WHAT_SOMEBODY_WROTE)
    except ValueError as error:
        raise LookupError(WHAT_SOMEBODY_WROTE) from error


@task
def answer(path: str, word: str) -> dict[str, str]:
    return {"word": word}


@task
def answer_something_else(path: str, word: str) -> object:
    return Path(path)


def not_a_task(path: str, word: str) -> None:
    _append(path, word)


def _append(path: str, line: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
