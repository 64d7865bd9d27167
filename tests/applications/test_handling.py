import pytest

from kevytasiointi.applications import queries
from kevytasiointi.applications.rules import FactKind, Status
from kevytasiointi.applications.services import handling
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.ledger.models import AuditEntry, Job
from support.cast import NOW


@pytest.fixture
def case(cast):
    return cast.sent(cast.aino)


def take(cast, case, *, seen=1):
    handling.take(application=case, actor=cast.onni, seen=seen, now=NOW)
    return cast.as_now(case)


def decide(cast, case, target, *, outcome="", note="", seen=None):
    handling.change_status(
        application=case,
        decision=handling.Decision(target, outcome, note),
        actor=cast.onni,
        seen=cast.seen(case) if seen is None else seen,
        now=NOW,
    )
    return cast.as_now(case)


def test_the_first_look_is_a_fact_and_every_look_is_logged(cast, case):
    for _ in range(2):
        handling.open_case(application=case, actor=cast.onni, now=NOW)
    assert queries.trail_of(case)[FactKind.OPENED] == NOW
    looks = AuditEntry.objects.filter(action="application.viewed")
    assert looks.count() == 2
    assert {(look.actor, look.authority) for look in looks} == {(cast.onni.public_id, cast.porvoo.public_id)}


def test_taking_makes_one_the_handler_and_begins_handling(cast, case):
    case = take(cast, case)
    assert (case.handler, case.status, case.handling_started_at) == (cast.onni, Status.IN_HANDLING, NOW)
    assert [entry.kind for entry in queries.history_of(case)] == ["sent", "status", "handler"]


def test_of_two_who_take_at_once_the_later_is_told(cast, case):
    take(cast, case)
    with pytest.raises(handling.ChangedMeanwhile):
        handling.take(application=case, actor=cast.ilona, seen=1, now=NOW)


def test_a_case_is_handed_over_to_a_colleague(cast, case):
    case = take(cast, case)
    handling.hand_over(application=case, handler=cast.ilona, actor=cast.onni, seen=cast.seen(case), now=NOW)
    assert cast.as_now(case).handler == cast.ilona


def test_the_case_number_says_that_the_data_was_carried_over(cast, case):
    handling.set_case_number(application=case, case_number=" 123/2026 ", actor=cast.onni, seen=1, now=NOW)
    case = cast.as_now(case)
    assert case.case_number == "123/2026"
    assert queries.trail_of(case)[FactKind.CARRIED_OVER] == NOW


def test_handled_with_an_outcome_of_the_procedure(cast, case):
    case = decide(cast, take(cast, case), Status.HANDLED, outcome="received", note="Kiitos.")
    assert (case.status, case.outcome) == (Status.HANDLED, "received")
    assert list(queries.history_of(case))[-1].note == "Kiitos."
    assert Job.objects.filter(task__endswith="tell_of_status").count() == 2


@pytest.mark.parametrize("outcome", ["", "granted", "no_such_thing"])
def test_another_outcome_is_refused(cast, case, outcome):
    with pytest.raises(handling.OutcomeMissing):
        decide(cast, case, Status.HANDLED, outcome=outcome)


def test_a_correction_needs_a_reason_and_clears_the_outcome(cast, case):
    case = decide(cast, case, Status.HANDLED, outcome="received")
    with pytest.raises(handling.NoteMissing):
        decide(cast, case, Status.IN_HANDLING, note="  ")
    case = decide(cast, case, Status.IN_HANDLING, note="Kirjattu väärään asiaan.")
    assert (case.status, case.outcome) == (Status.IN_HANDLING, "")


@pytest.mark.parametrize("target", [Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN, Status.EXPIRED])
def test_a_move_that_is_not_in_the_table_is_refused(cast, case, target):
    with pytest.raises(handling.MoveNotAllowed):
        decide(cast, case, target)


def test_a_decision_made_on_an_old_page_is_refused(cast, case):
    take(cast, case)
    with pytest.raises(handling.ChangedMeanwhile):
        decide(cast, case, Status.HANDLED, outcome="received", seen=1)


def test_another_authority_finds_neither_the_case_nor_that_it_exists(cast, case):
    assert list(queries.cases(cast.desk(cast.vaino))) == []
    with pytest.raises(NotFound):
        queries.case(cast.desk(cast.vaino), case.public_id)


def test_an_administrator_without_the_handlers_role_sees_no_case(cast, case):
    assert list(queries.cases(cast.desk(cast.eeva))) == []


def test_a_draft_is_not_in_any_inbox(cast):
    draft = cast.draft(cast.aino)
    assert list(queries.cases(cast.desk(cast.onni))) == []
    with pytest.raises(NotFound):
        queries.case(cast.desk(cast.onni), draft.public_id)


def test_the_counts_of_the_inbox_are_those_of_its_views(cast, case):
    cast.sent(cast.bo)
    decide(cast, take(cast, case), Status.HANDLED, outcome="received")
    desk = cast.desk(cast.onni)
    counts = queries.inbox_counts(desk)
    assert (counts.new, counts.open, counts.mine, counts.closed) == (1, 1, 0, 1)
    for view in ("new", "open", "mine", "closed"):
        assert queries.inbox(desk, view).count() == getattr(counts, view)
