"""Telling the rooms above what happened: one job per listener, in the transaction of the change."""

import dataclasses
import datetime as dt
import inspect
from collections.abc import Mapping, Sequence
from typing import Any, get_type_hints

from django_tasks.base import Task

from kevytasiointi.ledger import jobs
from kevytasiointi.ledger.events import Event
from kevytasiointi.ledger.failures import refuse_outside_transaction

Listeners = Mapping[type[Event], Sequence[Task[..., Any]]]

_listeners: dict[type[Event], tuple[Task[..., Any], ...]] = {}


def connect(listeners: Listeners) -> None:
    """Set who listens to what. Called once, when the program starts.

    Raises `TypeError` when an event carries more than ids or a listener couldn't be called with what
    its event carries: better at start than in the night's work.
    """
    for event, tasks in listeners.items():
        for task in tasks:
            _refuse_unless_callable(task, event)
    _listeners.clear()
    _listeners.update({event: tuple(tasks) for event, tasks in listeners.items()})


def publish(event: Event, *, now: dt.datetime) -> None:
    """Queue the work that follows from `event`: it is done if, and only if, this transaction commits.

    Raises `NoTransaction` outside one, and `LookupError` for an event that the wiring doesn't know.
    """
    refuse_outside_transaction("An event is published in the transaction of what happened.")
    try:
        tasks = _listeners[type(event)]
    except KeyError:
        raise LookupError(f"{type(event).__name__} is in no row of the wiring") from None
    arguments = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    for task in tasks:
        jobs.add(task=task, arguments=arguments, now=now)


def _refuse_unless_callable(task: Task[..., Any], event: type[Event]) -> None:
    ids = _ids_of(event)
    needed = {**ids, jobs.JOB_ID: ""} if jobs.wants_job_id(task) else ids
    try:
        inspect.signature(task.func).bind(**needed)
    except TypeError as error:
        raise TypeError(f"{task.module_path} can't listen to {event.__name__}: {error}") from None


def _ids_of(event: type[Event]) -> dict[str, type]:
    hints = get_type_hints(event)
    ids = {field.name: hints[field.name] for field in dataclasses.fields(event)}
    if strange := sorted(name for name, kind in ids.items() if kind not in {int, str}):
        raise TypeError(f"{event.__name__} carries more than ids: {', '.join(strange)}")
    return ids
