"""Drafts over a change: the adoption ended, the municipality merged, the authority changed."""

import datetime as dt

import pytest

from kevytasiointi.adoption.models import ConnectionMethod
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.leaving import Plan, detach, transfer
from kevytasiointi.adoption.services.territory import follow_mergers
from kevytasiointi.applications import queries
from kevytasiointi.applications.rules import HistoryKind, Status
from kevytasiointi.applications.services import drafting, handling, routing
from kevytasiointi.authorities.founding import extend_territory
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.core.text import Text
from support.cast import NOW, TODAY
from support.makers import a_municipality, a_sent_adoption, an_adoption, an_authority

DAY = dt.timedelta(days=1)
TOMORROW = NOW + DAY
TURN_TO = Text(fi="Ota yhteyttä kirjaamoon, puhelin 000 999 638.", sv="Kontakta registratorskontoret.")


def detached(adoption, *, last_day=TODAY, **plan):
    detach(adoption=adoption, plan=Plan(last_day=last_day, **(plan or {"replacement": TURN_TO})), actor=None, now=NOW)


def handed_over(adoption, name="Itäinen ympäristöpalvelu"):
    """From tomorrow on another authority takes it in."""
    there = [row.municipality for row in adoption.wanted.all()]
    other = an_authority(name, covering=tuple(there))
    successor = a_sent_adoption(other, adoption.procedure, *there, days=Days(TODAY + DAY))
    return transfer(adoption=adoption, successor=successor, actor=None, now=NOW)


@pytest.fixture
def draft(cast):
    return cast.answer(cast.draft(cast.aino), what="Soitto torilla")


class TestAnotherAuthorityTakesItIn:
    def test_the_draft_faces_it_from_its_first_day_on(self, cast, draft):
        successor = handed_over(draft.adoption)
        assert not routing.route(application=draft, now=NOW)
        assert routing.route(application=draft, now=TOMORROW)
        assert not routing.route(application=cast.as_now(draft), now=TOMORROW)
        found = cast.as_now(draft)
        assert (found.adoption, found.authority) == (successor, successor.authority)
        note = queries.outlook(found, TODAY + DAY).passed_on
        assert (note.kind, note.note) == (HistoryKind.REROUTED, "Porvoo → Itäinen ympäristöpalvelu")

    def test_nothing_is_sent_to_an_authority_that_the_customer_hasn_t_been_shown(self, cast, draft):
        successor = handed_over(draft.adoption)
        with pytest.raises(routing.AuthorityChanged):
            cast.send(draft, cast.aino, now=TOMORROW)
        assert cast.as_now(draft).status == Status.DRAFT
        routing.route(application=draft, now=TOMORROW)
        submission = cast.send(cast.as_now(draft), cast.aino, now=TOMORROW)
        assert submission.application.authority == successor.authority
        kinds = [entry.kind for entry in queries.history_of(submission.application)]
        assert kinds == [HistoryKind.REROUTED, HistoryKind.SENT]

    def test_what_has_been_sent_stays_with_the_competence_of_its_day(self, cast):
        sent = cast.sent(cast.aino)
        adoption = sent.adoption
        handed_over(adoption)
        assert not routing.route(application=sent, now=TOMORROW)
        assert cast.as_now(sent).adoption == adoption

    def test_before_the_day_the_draft_says_who_follows(self, draft):
        successor = handed_over(draft.adoption)
        outlook = queries.outlook(draft, TODAY)
        assert (outlook.last_day, outlook.follower, outlook.is_plain) == (TODAY, successor, False)

    def test_starting_again_finds_the_untouched_draft_and_turns_it(self, cast):
        untouched = cast.draft(cast.bo)
        successor = handed_over(untouched.adoption)
        again = drafting.start(
            applicant=cast.principal(cast.bo),
            procedure_slug="small",
            municipality_code="638",
            language="fi",
            now=TOMORROW,
        )
        assert (again.pk, cast.as_now(again).adoption) == (untouched.pk, successor)


class TestNobodyTakesItInAnyMore:
    def test_the_draft_is_kept_and_can_t_be_sent(self, cast, draft):
        detached(draft.adoption)
        with pytest.raises(routing.NotOfferedAnyMore):
            cast.send(draft, cast.aino, now=TOMORROW)
        assert not routing.route(application=draft, now=TOMORROW)
        assert cast.as_now(draft).status == Status.DRAFT
        outlook = queries.outlook(draft, TODAY + DAY)
        assert (outlook.is_taken_in, outlook.plan.replacement) == (False, TURN_TO)
        assert outlook.other_authority == draft.authority

    def test_on_the_last_day_it_is_still_sent(self, cast, draft):
        detached(draft.adoption)
        assert queries.outlook(draft, TODAY).last_day == TODAY
        assert cast.send(draft, cast.aino, now=NOW).received_at == NOW

    def test_an_authority_that_goes_over_to_its_own_service_takes_no_drafts(self, cast, draft):
        adoption = draft.adoption
        detached(adoption)
        an_adoption(
            adoption.authority,
            adoption.procedure,
            days=Days(TODAY + DAY),
            method=ConnectionMethod.CONDITIONAL,
            address="https://oma.example/",
        )
        with pytest.raises(routing.NotOfferedAnyMore):
            cast.send(draft, cast.aino, now=TOMORROW)

    def test_a_pending_case_is_finished_by_the_officials_of_the_authority(self, cast):
        sent = cast.sent(cast.aino)
        detached(sent.adoption)
        case = queries.case(cast.desk(cast.onni), sent.public_id)
        handling.take(application=case, actor=cast.onni, seen=cast.seen(case), now=TOMORROW)
        decision = handling.Decision(target=Status.HANDLED, outcome="received")
        handling.change_status(application=case, decision=decision, actor=cast.onni, seen=cast.seen(case), now=TOMORROW)
        assert cast.as_now(sent).status == Status.HANDLED


class TestMunicipalitiesMerge:
    def test_the_draft_moves_to_the_municipality_that_goes_on(self, cast, draft):
        tampere = Municipality.objects.get(code="837")
        Municipality.objects.filter(code="638").update(valid_to=TODAY + DAY, successor=tampere)
        follow_mergers(now=NOW)
        assert routing.route(application=draft, now=TOMORROW)
        found = cast.as_now(draft)
        assert (found.municipality, found.authority) == (tampere, cast.tampere)
        assert cast.send(found, cast.aino, now=TOMORROW).application.authority == cast.tampere

    def test_the_same_authority_may_go_on_in_the_new_one(self, cast, draft):
        new = a_municipality("999", name=Text(fi="Uusi kunta", sv="Nya kommunen"), valid_from=TODAY + DAY)
        extend_territory(authority=cast.porvoo, municipalities=[new], since=TODAY + DAY, actor=None, now=NOW)
        Municipality.objects.filter(code="638").update(valid_to=TODAY + DAY, successor=new)
        follow_mergers(now=NOW)
        with pytest.raises(routing.AuthorityChanged):
            cast.send(draft, cast.aino, now=TOMORROW)
        routing.route(application=draft, now=TOMORROW)
        found = cast.as_now(draft)
        assert (found.municipality, found.authority) == (new, cast.porvoo)
