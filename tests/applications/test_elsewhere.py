"""What is done in the authority's own service has a row here, and neither answers nor a submission."""

import pytest
from django.db import IntegrityError, transaction

from kevytasiointi.adoption.models import ConnectionMethod
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, NoSheetHere
from kevytasiointi.applications.rules import Channel, FactKind, HistoryKind, Mover, Status
from kevytasiointi.applications.services import drafting, elsewhere, handling, sending, talking
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.ledger.models import AuditEntry, Job
from support.cast import LATER, NOW
from support.own_service import PLACE, an_own_service, begun, told_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_service(cast):
    return an_own_service(cast)


def tell(cast, application, *, by, now=NOW):
    elsewhere.tell_sent(application=application, sender=cast.principal(by), now=now)
    return cast.as_now(application)


def decide(cast, case, target, *, outcome="", note=""):
    handling.change_status(
        application=case,
        decision=handling.Decision(target, outcome, note),
        actor=cast.onni,
        seen=cast.seen(case),
        now=LATER,
    )
    return cast.as_now(case)


def jobs(name):
    return Job.objects.filter(task__endswith=name).count()


def test_starting_makes_a_row_with_a_reference_and_no_sheet(cast, own_service):
    row = begun(cast, cast.aino)
    assert (row.way, row.sheet, row.status) == (Channel.EXTERNAL, None, Status.DRAFT)
    assert row.reference
    assert row.project.customer == row.customer
    assert (row.adoption, row.authority) == (own_service, own_service.authority)


def test_starting_again_gives_the_same_row_until_it_has_been_sent(cast, own_service):
    first = begun(cast, cast.aino)
    assert begun(cast, cast.aino) == first
    assert begun(cast, cast.bo) != first
    tell(cast, first, by=cast.aino)
    assert begun(cast, cast.aino) != first


def test_what_is_handled_elsewhere_altogether_has_no_row(cast):
    an_own_service(cast, ConnectionMethod.INTEGRATED)
    with pytest.raises(drafting.NotOfferedHere):
        cast.draft(cast.aino, municipality=PLACE)
    assert not Application.objects.exists()


def test_the_authority_sees_nothing_before_the_customer_says_that_it_was_sent(cast, own_service):
    row = begun(cast, cast.aino)
    with pytest.raises(NotFound):
        queries.case(cast.desk(cast.onni), row.public_id)
    assert jobs("alert_of_sent_elsewhere") == 0
    tell(cast, row, by=cast.aino)
    assert queries.case(cast.desk(cast.onni), row.public_id) == row
    with pytest.raises(NotFound):
        queries.case(cast.desk(cast.vaino), row.public_id)


def test_saying_so_is_history_and_no_status_and_alerts_once(cast, own_service):
    row = begun(cast, cast.aino)
    for now in (NOW, LATER):
        row = tell(cast, row, by=cast.aino, now=now)
    assert (row.status, row.sent_elsewhere_at) == (Status.DRAFT, NOW)
    (entry,) = queries.history_of(row)
    assert (entry.kind, entry.status, entry.mover) == (HistoryKind.SENT_ELSEWHERE, "", Mover.CUSTOMER)
    assert jobs("alert_of_sent_elsewhere") == 1
    assert AuditEntry.objects.filter(action="application.sent_elsewhere").count() == 1


def test_the_inbox_has_it_as_new_and_open_until_it_is_handled(cast, own_service):
    case = told_sent(cast, cast.aino)
    desk = cast.desk(cast.onni)
    counts = queries.inbox_counts(desk)
    assert (counts.new, counts.open, counts.closed) == (1, 1, 0)
    assert queries.with_arrival(queries.inbox(desk, "new")) == [(case, NOW)]
    decide(cast, case, Status.HANDLED, outcome="received")
    counts = queries.inbox_counts(desk)
    assert (counts.new, counts.open, counts.closed) == (0, 0, 1)


def test_the_official_sets_status_case_number_and_outcome_by_hand(cast, own_service):
    case = told_sent(cast, cast.aino)
    assert FactKind.RECEIVED not in queries.trail_of(case)
    case = decide(cast, case, Status.SUBMITTED)
    assert queries.trail_of(case)[FactKind.RECEIVED] == LATER
    handling.take(application=case, actor=cast.onni, seen=cast.seen(case), now=LATER)
    handling.set_case_number(
        application=case, case_number="SIP/7/2026", actor=cast.onni, seen=cast.seen(case), now=LATER
    )
    case = decide(cast, cast.as_now(case), Status.HANDLED, outcome="decision_given")
    assert (case.status, case.outcome, case.case_number, case.handler) == (
        Status.HANDLED,
        "decision_given",
        "SIP/7/2026",
        cast.onni,
    )
    case = decide(cast, case, Status.IN_HANDLING, note="Korjaus.")
    assert case.status == Status.IN_HANDLING


def test_it_can_be_taken_and_handed_over_straight_away(cast, own_service):
    case = told_sent(cast, cast.aino)
    handling.hand_over(application=case, handler=cast.ilona, actor=cast.onni, seen=cast.seen(case), now=NOW)
    handling.take(application=cast.as_now(case), actor=cast.onni, seen=cast.seen(case), now=NOW)
    assert (cast.as_now(case).handler, cast.as_now(case).status) == (cast.onni, Status.IN_HANDLING)


def test_before_it_is_sent_it_is_withdrawn_without_the_authority_knowing(cast, own_service):
    row = begun(cast, cast.aino)
    sending.withdraw(application=row, sender=cast.principal(cast.aino), now=NOW)
    assert cast.as_now(row).status == Status.WITHDRAWN
    assert jobs("tell_of_status") == 0
    with pytest.raises(NotFound):
        queries.case(cast.desk(cast.onni), row.public_id)
    with pytest.raises(elsewhere.NothingSentElsewhere):
        tell(cast, row, by=cast.aino)


@pytest.mark.parametrize("target", [None, Status.SUBMITTED, Status.IN_HANDLING])
def test_after_it_is_sent_it_is_withdrawn_there_and_not_here(cast, own_service, target):
    case = told_sent(cast, cast.aino)
    if target:
        case = decide(cast, case, target)
    with pytest.raises(sending.TooLateToWithdraw):
        sending.withdraw(application=case, sender=cast.principal(cast.aino), now=NOW)


def test_what_is_filled_in_here_is_never_told_to_be_sent_elsewhere(cast, own_service):
    draft = cast.draft(cast.aino)
    with pytest.raises(elsewhere.NothingSentElsewhere):
        tell(cast, draft, by=cast.aino)


def test_it_is_never_sent_from_here(cast, own_service):
    row = begun(cast, cast.aino)
    with pytest.raises(NoSheetHere):
        sending.submit(application=row, sender=cast.principal(cast.aino), now=NOW)
    assert cast.as_now(row).status == Status.DRAFT
    with pytest.raises(NoSheetHere):
        queries.first_submission(told_sent(cast, cast.aino))


def test_messages_go_both_ways_once_the_authority_has_it(cast, own_service):
    row = begun(cast, cast.aino)
    draft = talking.Draft(author=cast.aino, sender=Mover.CUSTOMER, text="Hei", key="k")
    with pytest.raises(talking.NothingToTalkAbout):
        talking.send_message(application=row, draft=draft, now=NOW)
    tell(cast, row, by=cast.aino)
    assert talking.send_message(application=row, draft=draft, now=NOW)


def test_the_database_keeps_the_two_ways_apart(cast, own_service):
    draft, row = cast.draft(cast.aino), begun(cast, cast.aino)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=draft.pk).update(sent_elsewhere_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=row.pk).update(sheet=draft.sheet)
