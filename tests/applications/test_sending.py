import datetime as dt
import threading

import pytest
from django.db import DatabaseError, connection, transaction

from kevytasiointi.adoption.services.leaving import Plan, detach
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, HistoryEntry, Submission
from kevytasiointi.applications.rules import FactKind, Status
from kevytasiointi.applications.services import routing, sending
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.models import AuditEntry, Job
from support.cast import NOW, TODAY, a_cast, load_small_definitions


def test_sending_stores_history_trail_audit_and_jobs_at_once(cast):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto torilla")
    Job.objects.all().delete()
    submission = cast.send(draft, cast.aino)

    sent = cast.as_now(draft)
    assert sent.status == Status.SUBMITTED
    assert sent.reference.startswith("KA-")
    assert submission.answers == {"what": "Soitto torilla"}
    assert submission.received_at == NOW
    assert [entry.kind for entry in queries.history_of(sent)] == ["sent"]
    assert queries.trail_of(sent) == {FactKind.RECEIVED: NOW}
    assert AuditEntry.objects.filter(action="application.sent", object_id=sent.public_id).count() == 1
    assert sorted(job.task.rpartition(".")[2] for job in Job.objects.all()) == [
        "alert_authority",
        "confirm_to_customer",
        "make_receipt",
    ]


def test_sending_again_gives_the_same_submission_and_no_more_jobs(cast):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    first = cast.send(draft, cast.aino)
    jobs = Job.objects.count()
    assert cast.send(draft, cast.aino) == first
    assert Job.objects.count() == jobs


def test_what_is_missing_is_named_and_nothing_is_written(cast):
    draft = cast.draft(cast.aino)
    with pytest.raises(sending.NotComplete) as refusal:
        cast.send(draft, cast.aino)
    assert [problem.question for problem in refusal.value.problems] == ["what"]
    assert cast.as_now(draft).status == Status.DRAFT
    assert not Submission.objects.exists()
    cast.answer(draft, what="nyt")  # the sheet is still open


def test_text_that_is_no_answer_is_never_left_behind_silently(cast):
    """An optional question in which something unreadable stands must be mended or emptied before sending."""
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    cast.type_into(draft, how_many={"": ["monta"]})
    with pytest.raises(sending.NotComplete) as refusal:
        cast.send(draft, cast.aino)
    assert [problem.question for problem in refusal.value.problems] == ["how_many"]


def test_nothing_is_sent_to_an_authority_that_no_longer_takes_it(cast):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    plan = Plan(last_day=TODAY.replace(day=1), replacement=Text(fi="Kirjaamo", sv="Registratorskontoret"))
    detach(adoption=draft.adoption, plan=plan, actor=None, now=NOW - dt.timedelta(days=60))
    with pytest.raises(routing.NotOfferedAnyMore):
        cast.send(draft, cast.aino)


def test_a_secret_is_not_in_what_was_sent_but_the_sheet_says_it_was_given(cast):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    cast.whisper(draft, code="131052-930V")
    submission = cast.send(draft, cast.aino)
    assert "131052" not in str(submission.answers)
    lines = {line.question_id: line.value for line in queries.sent_sheet(submission, language="fi").lines()}
    assert lines["code"] == "131052-****"


def test_what_was_sent_can_be_neither_changed_nor_removed(cast):
    submission = cast.send(cast.answer(cast.draft(cast.aino), what="Soitto"), cast.aino)
    for change in (
        lambda: Submission.objects.filter(pk=submission.pk).update(answers={}),
        lambda: HistoryEntry.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_customer_takes_it_back_and_the_authority_is_told(cast):
    sent = cast.sent(cast.aino)
    sending.withdraw(application=sent, sender=cast.principal(cast.aino), now=NOW)
    sending.withdraw(application=sent, sender=cast.principal(cast.aino), now=NOW)
    assert cast.as_now(sent).status == Status.WITHDRAWN
    assert Job.objects.filter(task__endswith="tell_of_status").count() == 1


def test_a_draft_cannot_be_withdrawn(cast):
    with pytest.raises(sending.TooLateToWithdraw):
        sending.withdraw(application=cast.draft(cast.aino), sender=cast.principal(cast.aino), now=NOW)


@pytest.mark.django_db(transaction=True)
def test_eight_tabs_that_send_at_once_make_one_application(tmp_path):
    load_small_definitions(tmp_path / "definitions")
    cast = a_cast()
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    barrier, references, failures = threading.Barrier(8), [], []

    def press_send():
        try:
            barrier.wait()
            references.append(cast.send(draft, cast.aino).application.reference)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press_send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(references) == 8
    assert len(set(references)) == 1
    assert Submission.objects.count() == 1
    assert Application.objects.count() == 1
