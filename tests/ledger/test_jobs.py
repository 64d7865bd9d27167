"""One step at a time: who holds a job, and what the one who doesn't can no longer do."""

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from kevytasiointi.ledger import jobs
from kevytasiointi.ledger.models import Job, JobState
from kevytasiointi.ledger.rules import LEASE, MOST_ATTEMPTS
from ledger.chores import write_down

pytestmark = pytest.mark.django_db
MOMENT = dt.timedelta(seconds=1)


def test_a_job_is_claimed_once(queue, noon):
    queue(write_down)

    assert jobs.claim(now=noon) is not None
    assert jobs.claim(now=noon) is None


def test_the_urgent_and_then_the_oldest_come_first(queue, noon):
    late = queue(write_down, run_after=noon - MOMENT)
    early = queue(write_down, run_after=noon - 2 * MOMENT)
    urgent = queue(write_down, priority=5)

    assert [jobs.claim(now=noon) for _ in range(3)] == [urgent, early, late]


def test_a_job_waits_for_its_time(queue, noon):
    queue(write_down, run_after=noon + MOMENT)

    assert jobs.claim(now=noon) is None
    assert jobs.claim(now=noon + MOMENT) is not None


def test_a_worker_of_one_queue_leaves_the_others_alone(queue, noon):
    queue(write_down)
    slow = queue(write_down, queue="slow")

    assert jobs.claim(now=noon, queues=["slow"]) == slow
    assert jobs.claim(now=noon, queues=["slow"]) is None


def test_a_job_whose_worker_is_silent_is_taken_over_when_its_lease_ends(queue, noon):
    queue(write_down)
    first = jobs.claim(now=noon)

    assert jobs.claim(now=noon + LEASE - MOMENT) is None
    second = jobs.claim(now=noon + LEASE)
    assert second == first
    assert second.lease != first.lease
    assert (second.attempts, second.last_error) == (2, jobs.WORKER_LOST)


def test_a_worker_that_shows_life_keeps_its_job(queue, noon):
    queue(write_down)
    held = jobs.claim(now=noon)

    assert jobs.keep_alive(held, now=noon + LEASE - MOMENT)
    assert jobs.claim(now=noon + LEASE + MOMENT) is None


def test_who_lost_the_lease_can_neither_finish_nor_fail_nor_keep_the_job(queue, noon):
    queue(write_down)
    first = jobs.claim(now=noon)
    second = jobs.claim(now=noon + LEASE)

    assert not jobs.keep_alive(first, now=noon + LEASE)
    assert not jobs.finish(first, result="wrong", now=noon + LEASE)
    assert not jobs.fail(first, error="wrong", is_permanent=True, now=noon + LEASE)
    row = Job.objects.get()
    assert (row.state, row.lease, row.result) == (JobState.RUNNING, second.lease, None)

    assert jobs.finish(second, result="right", now=noon + LEASE)
    assert not jobs.finish(first, result="wrong", now=noon + LEASE)
    assert Job.objects.get().result == "right"


def test_a_late_worker_may_finish_as_long_as_nobody_has_taken_over(queue, noon):
    queue(write_down)
    held = jobs.claim(now=noon)

    assert jobs.finish(held, result=None, now=noon + 10 * LEASE)
    assert Job.objects.get().state == JobState.DONE


def test_a_failed_job_waits_and_is_tried_again(queue, noon):
    queue(write_down)
    jobs.fail(jobs.claim(now=noon), error="OSError at here:1", is_permanent=False, now=noon)

    row = Job.objects.get()
    assert (row.state, row.attempts, row.last_error, row.finished_at) == (JobState.READY, 1, "OSError at here:1", None)
    assert dt.timedelta(seconds=9) <= row.run_after - noon <= dt.timedelta(seconds=11)
    assert jobs.claim(now=noon) is None
    assert jobs.claim(now=row.run_after) is not None


def test_a_permanent_failure_is_a_dead_letter_at_once(queue, noon):
    queue(write_down)
    jobs.fail(jobs.claim(now=noon), error="Refused at here:1", is_permanent=True, now=noon)

    row = Job.objects.get()
    assert (row.state, row.finished_at, row.attempts) == (JobState.DEAD, noon, 1)
    assert jobs.claim(now=noon + dt.timedelta(days=365)) is None


def test_the_last_attempt_that_fails_makes_a_dead_letter(queue, noon):
    queue(write_down, attempts=MOST_ATTEMPTS - 1)
    jobs.fail(jobs.claim(now=noon), error="OSError at here:1", is_permanent=False, now=noon)

    assert Job.objects.get().state == JobState.DEAD


def test_a_job_that_loses_its_worker_at_every_attempt_is_buried_and_the_next_one_done(queue, noon):
    killer = queue(write_down)
    now = noon
    for _ in range(MOST_ATTEMPTS):
        assert jobs.claim(now=now) == killer
        now += LEASE
    harmless = queue(write_down, run_after=now)

    assert jobs.claim(now=now) == harmless
    killer.refresh_from_db()
    assert (killer.state, killer.last_error) == (JobState.DEAD, jobs.WORKER_LOST)


class Workers(RuleBasedStateMachine):
    """Any number of workers, any order of steps: only the present holder's word counts, and it counts once."""

    held = Bundle("held")

    def __init__(self):
        super().__init__()
        Job.objects.all().delete()
        self.now = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
        self.holder: dict[int, str] = {}
        self.finished: list[int] = []

    @rule()
    def queue_one(self):
        jobs.add(task=write_down, arguments={}, now=self.now)

    @rule(seconds=st.integers(1, 90))
    def let_time_pass(self, seconds):
        self.now += dt.timedelta(seconds=seconds)

    @rule(target=held)
    def claim(self):
        job = jobs.claim(now=self.now)
        if job is not None:
            assert job.pk not in self.finished
            self.holder[job.pk] = job.lease
        return job

    def _is_holder(self, job):
        return job is not None and self.holder.get(job.pk) == job.lease

    @rule(job=held)
    def keep_alive(self, job):
        if job is not None:
            assert jobs.keep_alive(job, now=self.now) == self._is_holder(job)

    @rule(job=held)
    def finish(self, job):
        if job is None:
            return
        was_holder = self._is_holder(job)
        assert jobs.finish(job, result=None, now=self.now) == was_holder
        if was_holder:
            self.finished.append(job.pk)
            del self.holder[job.pk]

    @rule(job=held)
    def fail(self, job):
        if job is None:
            return
        was_holder = self._is_holder(job)
        assert jobs.fail(job, error="e", is_permanent=False, now=self.now) == was_holder
        if was_holder:
            del self.holder[job.pk]

    @invariant()
    def each_job_is_finished_at_most_once(self):
        assert len(self.finished) == len(set(self.finished))
        assert set(Job.objects.filter(state=JobState.DONE).values_list("pk", flat=True)) == set(self.finished)


class TestWorkers(TestCase, Workers.TestCase):
    settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
