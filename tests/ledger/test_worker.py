"""The worker as a program: real processes, really killed, on a real database."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
import time_machine
from django.db import connection

from kevytasiointi.core import clock
from kevytasiointi.ledger import jobs, mode, worker
from kevytasiointi.ledger.models import Job, JobState
from kevytasiointi.ledger.rules import LEASE, MOST_ATTEMPTS
from kevytasiointi.ledger.worker import Heartbeat, Worker
from ledger import chores
from ledger.chores import WHAT_SOMEBODY_WROTE

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_SECONDS = 30


def wait_until(is_true):
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def this_database():
    names = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{names['NAME']}"
    return f"postgresql://{names['USER']}:{names['PASSWORD']}@{names['HOST']}:{names['PORT']}/{names['NAME']}"


@pytest.fixture
def start_worker():
    """Starts the real command in a process of its own."""
    started = []
    mode.mark(mode="test")

    def start(*arguments):
        environment = {**os.environ, "KEVYTASIOINTI_DATABASE_URL": this_database()}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        command = [sys.executable, "-m", "kevytasiointi", "worker", *arguments]
        started.append(subprocess.Popen(command, env=environment))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_a_job_is_done_once(queue, lines):
    job = queue(chores.write_down_job, "hello")

    assert Worker().run_until_empty() == 1
    assert lines() == [f"hello {job.public_id}"]
    job.refresh_from_db()
    assert (job.state, job.attempts, job.lease, job.last_error) == (JobState.DONE, 1, "", "")
    assert job.started_at <= job.finished_at


def test_what_a_task_answers_is_kept(queue):
    job = queue(chores.answer, "hello")

    Worker().run_until_empty()
    job.refresh_from_db()
    assert job.result == {"word": "hello"}


def test_a_failure_is_noted_by_class_and_place_and_never_with_what_people_wrote(queue, lines, caplog):
    job = queue(chores.fail_for_now)

    assert Worker().run_until_empty() == 1
    job.refresh_from_db()
    assert (job.state, len(lines())) == (JobState.READY, 1)
    assert job.run_after > clock.now()
    assert job.last_error.startswith("builtins.OSError at ")
    assert job.public_id in caplog.text
    assert WHAT_SOMEBODY_WROTE not in job.last_error + caplog.text


def test_the_cause_of_a_failure_is_noted_too(queue):
    job = queue(chores.fail_because_of_another)

    Worker().run_until_empty()
    job.refresh_from_db()
    assert job.last_error.startswith("builtins.LookupError at ")
    assert job.last_error.endswith(", from builtins.ValueError")
    assert WHAT_SOMEBODY_WROTE not in job.last_error


def test_a_job_that_always_fails_becomes_a_dead_letter_in_about_three_days(queue, lines):
    job = queue(chores.fail_for_now)
    start = job.run_after

    with time_machine.travel(start, tick=False) as traveller:
        while job.state == JobState.READY:
            traveller.move_to(job.run_after)
            Worker().run_one()
            job.refresh_from_db()

    assert (job.state, len(lines())) == (JobState.DEAD, MOST_ATTEMPTS)
    assert dt.timedelta(days=2.5) < job.finished_at - start < dt.timedelta(days=3.5)


@pytest.mark.parametrize("chore", [chores.fail_for_ever, chores.answer_something_else])
def test_what_can_never_succeed_is_not_tried_again(queue, chore):
    job = queue(chore)

    Worker().run_until_empty()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DEAD, 1)


def test_only_tasks_are_called(queue, lines):
    job = queue(chores.write_down, task="ledger.chores.not_a_task")

    Worker().run_until_empty()
    job.refresh_from_db()
    assert (job.state, lines()) == (JobState.DEAD, [])


@pytest.mark.parametrize("path", ["ledger.chores.gone", "gone.tasks.gone"])
def test_a_task_that_this_version_does_not_have_waits_for_one_that_does(queue, path):
    job = queue(chores.write_down, task=path)

    Worker().run_until_empty()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.READY, 1)


def test_a_failed_job_does_not_hold_up_the_others(queue, lines):
    queue(chores.fail_for_now, "bad", priority=9)
    queue(chores.write_down, "good")

    assert Worker().run_until_empty() == 2
    assert lines() == ["bad", "good"]


def test_the_heartbeat_lengthens_the_lease(queue):
    queue(chores.write_down)
    job = jobs.claim(now=clock.now())
    almost_over = clock.now() + dt.timedelta(seconds=5)
    Job.objects.update(leased_until=almost_over)

    with Heartbeat(job, every=dt.timedelta(milliseconds=20)):
        wait_until(lambda: Job.objects.get().leased_until > almost_over)


def test_the_heartbeat_stops_when_another_worker_has_taken_over(queue):
    queue(chores.write_down)
    first = jobs.claim(now=clock.now())
    second = jobs.claim(now=clock.now() + LEASE)

    with Heartbeat(first, every=dt.timedelta(milliseconds=20)) as heartbeat:
        wait_until(lambda: not heartbeat._thread.is_alive())
    assert Job.objects.get().leased_until == second.leased_until


def test_a_worker_whose_job_was_taken_over_meanwhile_leaves_no_trace(queue, caplog):
    job = queue(chores.write_down)
    first = jobs.claim(now=clock.now())
    second = jobs.claim(now=clock.now() + LEASE)

    worker._attempt(first)
    job.refresh_from_db()
    assert (job.state, job.lease) == (JobState.RUNNING, second.lease)
    assert "taken over" in caplog.text


def test_two_workers_share_the_jobs_and_do_none_twice(queue, lines, start_worker):
    words = [f"word-{number}" for number in range(40)]
    for word in words:
        queue(chores.write_down, word)

    workers = [start_worker("--until-empty") for _ in range(2)]
    assert [process.wait(PATIENCE_SECONDS) for process in workers] == [0, 0]
    assert Counter(lines()) == Counter(words)
    assert set(Job.objects.values_list("state", "attempts")) == {(JobState.DONE, 1)}


def test_a_job_survives_the_sudden_death_of_its_worker(queue, lines, page, start_worker):
    job = queue(chores.write_slowly)
    process = start_worker()
    wait_until(lambda: lines() == ["word begun"])

    process.send_signal(signal.SIGKILL)
    process.wait()
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert Worker().run_until_empty() == 0, "its lease isn't over"

    Job.objects.update(leased_until=clock.now())
    page.with_name("page.go").touch()
    assert Worker().run_until_empty() == 1
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 2)
    assert lines() == ["word begun", "word begun", "word done"]


def test_a_worker_told_to_stop_finishes_the_job_in_hand_and_takes_no_other(queue, lines, page, start_worker):
    in_hand = queue(chores.write_slowly, "first")
    other = queue(chores.write_down, "second")
    process = start_worker()
    wait_until(lambda: lines() == ["first begun"])

    process.send_signal(signal.SIGTERM)
    page.with_name("page.go").touch()
    assert process.wait(PATIENCE_SECONDS) == 0
    in_hand.refresh_from_db()
    other.refresh_from_db()
    assert (in_hand.state, other.state) == (JobState.DONE, JobState.READY)
    assert lines() == ["first begun", "first done"]


def test_an_idle_worker_told_to_stop_stops(queue, lines, start_worker):
    queue(chores.write_down)
    process = start_worker()
    wait_until(lines)

    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_SECONDS) == 0


def test_a_worker_of_one_queue_does_only_its_jobs(queue, lines):
    queue(chores.write_down, "default")
    queue(chores.write_down, "slow", queue="slow")

    Worker(queues=["slow"]).run_until_empty()
    assert lines() == ["slow"]
