import datetime as dt
from dataclasses import dataclass

import pytest
from django.db import transaction

from kevytasiointi.ledger import outbox
from kevytasiointi.ledger.events import Event
from kevytasiointi.ledger.failures import NoTransaction
from kevytasiointi.ledger.models import Job, JobState
from ledger.chores import LetterCame, NobodyListens, fail_for_now, write_down, write_down_job


@pytest.fixture(autouse=True)
def _wiring():
    before = dict(outbox._listeners)
    outbox.connect({LetterCame: (write_down, write_down_job), NobodyListens: ()})
    yield
    outbox.connect(before)


@pytest.mark.django_db
def test_an_event_queues_one_job_for_each_listener(noon):
    outbox.publish(LetterCame(path="p", word="w"), now=noon)

    queued = Job.objects.order_by("id")
    assert [job.task for job in queued] == ["ledger.chores.write_down", "ledger.chores.write_down_job"]
    for job in queued:
        assert job.arguments == {"path": "p", "word": "w"}
        assert (job.state, job.run_after, job.enqueued_at, job.attempts) == (JobState.READY, noon, noon, 0)


@pytest.mark.django_db(transaction=True)
def test_what_did_not_happen_has_no_consequences(noon):
    with transaction.atomic():
        outbox.publish(LetterCame(path="p", word="w"), now=noon)
        transaction.set_rollback(True)
    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("event", [LetterCame(path="p", word="w"), NobodyListens(path="p")])
def test_publishing_outside_a_transaction_is_a_fault_also_when_nobody_listens(event, noon):
    with pytest.raises(NoTransaction):
        outbox.publish(event, now=noon)


@pytest.mark.django_db
def test_an_event_that_the_wiring_does_not_know_is_a_fault(noon):
    @dataclass(frozen=True)
    class Forgotten(Event):
        path: str

    with pytest.raises(LookupError, match="Forgotten"):
        outbox.publish(Forgotten(path="p"), now=noon)


def test_a_listener_that_cannot_be_called_is_found_at_start():
    with pytest.raises(TypeError, match=r"write_down can't listen to NobodyListens"):
        outbox.connect({NobodyListens: (write_down,)})


def test_an_event_that_carries_more_than_ids_is_found_at_start():
    @dataclass(frozen=True)
    class TellsTooMuch(Event):
        path: str
        word: dt.datetime

    with pytest.raises(TypeError, match="word"):
        outbox.connect({TellsTooMuch: (write_down,)})


@pytest.mark.django_db
def test_a_faulty_wiring_leaves_the_old_one_standing(noon):
    with pytest.raises(TypeError):
        outbox.connect({LetterCame: (fail_for_now,), NobodyListens: (write_down,)})

    outbox.publish(LetterCame(path="p", word="w"), now=noon)
    assert Job.objects.count() == 2
