"""An authority rehearses with a made-up application, and no real list has it."""

import datetime as dt

import pytest

from exports.samples import text_of
from kevytasiointi.adoption.refusals import MailboxNotConfirmed, NotYoursToDecide
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Rehearsal
from kevytasiointi.applications.rehearsal import Step, checklist, is_complete
from kevytasiointi.applications.rules import Mover, Status
from kevytasiointi.applications.services import handling, rehearsing, talking
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.exports.queries import receipt_data
from kevytasiointi.exports.receipt.pdf import receipt_pdf
from kevytasiointi.exports.services import package
from support.cast import LATER, NOW, TODAY
from support.makers import a_mailbox


@pytest.fixture
def adoption(cast):
    found = cast.porvoo.adoptions.get()
    a_mailbox(cast.porvoo, found.alert_address)
    return found


@pytest.fixture
def rehearsal(cast, adoption):
    begun = rehearsing.begin(adoption=adoption, language="sv", actor=cast.eeva, now=NOW)
    rehearsing.send_made_up(rehearsal=begun, now=NOW)
    return Rehearsal.objects.get(pk=begun.pk)


def test_the_made_up_application_is_complete_and_has_arrived(cast, rehearsal):
    application = rehearsal.application
    assert application.state is Status.SUBMITTED
    assert application.language == "sv"
    assert application.submissions.get(number=1).answers
    rehearsing.send_made_up(rehearsal=rehearsal, now=LATER)
    assert Application.with_rehearsals.filter(is_rehearsal=True).count() == 1


def test_no_list_and_no_count_has_it_but_its_page_opens(cast, rehearsal):
    desk = cast.desk(cast.onni)
    assert queries.case(desk, rehearsal.application.public_id).is_rehearsal
    assert not queries.cases(desk).exists()
    assert queries.inbox_counts(desk) == queries.InboxCounts(0, 0, 0, 0)
    assert not Application.objects.exists()


def test_another_authority_cannot_open_it(cast, rehearsal):
    with pytest.raises(queries.NotFound):
        queries.case(cast.desk(cast.vaino), rehearsal.application.public_id)


def test_every_step_is_seen_from_what_the_officials_do(cast, rehearsal):
    case = rehearsal.application
    minute = dt.timedelta(minutes=1)
    handling.open_case(application=case, actor=cast.onni, now=NOW + minute)
    handling.take(application=case, actor=cast.onni, seen=cast.seen(case), now=NOW + 2 * minute)
    handling.set_case_number(
        application=case, case_number="1/2026", actor=cast.onni, seen=cast.seen(case), now=NOW + 5 * minute
    )
    asked = talking.send_message(
        application=case,
        draft=talking.Draft(author=cast.onni, sender=Mover.OFFICIAL, text="Mikä?", key="k"),
        now=NOW + 6 * minute,
    )
    answered = rehearsing.answer_as_customer(message=asked, now=NOW + 7 * minute)
    assert answered.text.startswith("Det här är ett påhittat svar")
    assert rehearsing.answer_as_customer(message=answered, now=LATER) is None
    handling.change_status(
        application=case,
        decision=handling.Decision(Status.HANDLED, "received", ""),
        actor=cast.onni,
        seen=cast.seen(case),
        now=NOW + 8 * minute,
    )
    times = queries.steps_done(Rehearsal.objects.get())
    done = {each.step: each.minutes for each in checklist(rehearsal.began_at, times)}
    assert done == {
        Step.ALERTED: None,  # the letter is the job's
        Step.OPENED: 1,
        Step.TAKEN: 1,
        Step.CARRIED_OVER: 3,
        Step.ASKED: 1,
        Step.ANSWERED: 1,
        Step.HANDLED: 1,
    }
    assert not is_complete(times)


def test_a_real_customer_is_never_answered_for(cast):
    case = cast.sent(cast.aino)
    draft = talking.Draft(author=cast.onni, sender=Mover.OFFICIAL, text="Mikä?", key="k")
    message = talking.send_message(application=case, draft=draft, now=NOW)
    assert rehearsing.answer_as_customer(message=message, now=NOW) is None
    assert case.messages.count() == 1


def test_the_package_can_be_fetched_as_of_a_real_one(cast, rehearsal):
    made = package(submission=queries.first_submission(rehearsal.application), now=NOW)
    with made.content as content:
        assert content.read(2) == b"PK"
    assert all(file.name.endswith(".pdf") for file in StoredFile.objects.all())


def test_the_pdf_says_on_every_page_that_it_is_a_rehearsal(cast, rehearsal):
    submission = rehearsal.application.submissions.get(number=1)
    assert "Övning: kunden och svaren är påhittade" in text_of(receipt_pdf(receipt_data(submission)))


def test_only_the_authoritys_own_administrator_may_begin(cast, adoption):
    for stranger in (cast.onni, cast.vaino, cast.kerttu):
        with pytest.raises(NotYoursToDecide):
            rehearsing.begin(adoption=adoption, language="fi", actor=stranger, now=NOW)
    assert not Rehearsal.objects.exists()


def test_letters_go_to_no_mailbox_that_nobody_has_confirmed(cast, adoption):
    type(adoption).objects.filter(pk=adoption.pk).update(alert_address="other@porvoo.example")
    adoption.refresh_from_db()
    with pytest.raises(MailboxNotConfirmed):
        rehearsing.begin(adoption=adoption, language="fi", actor=cast.eeva, now=NOW)


def test_an_adoption_of_the_past_is_not_rehearsed(cast, adoption):
    type(adoption).objects.filter(pk=adoption.pk).update(valid_to=TODAY)
    adoption.refresh_from_db()
    with pytest.raises(rehearsing.WrongState):
        rehearsing.begin(adoption=adoption, language="fi", actor=cast.eeva, now=NOW)
