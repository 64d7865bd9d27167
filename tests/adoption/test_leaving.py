"""How an adoption ends: with a plan, handed over, or with its authority."""

import datetime as dt

import pytest

from kevytasiointi.adoption import queries, refusals
from kevytasiointi.adoption.models import Adoption, Competence, EndingPlan
from kevytasiointi.adoption.rules import Days, State
from kevytasiointi.adoption.services.joining import confirm
from kevytasiointi.adoption.services.leaving import Plan, detach, end_authority, transfer
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.text import Text
from support.makers import NOW, TODAY, a_municipality, a_person, a_procedure, a_sent_adoption, an_adoption, an_authority

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
SOON = TODAY + 10 * DAY
LATER = TODAY + 100 * DAY
TURN_TO = Text(fi="Kirjaamo", sv="Registratorskontoret")


@pytest.fixture
def porvoo():
    return a_municipality("638")


@pytest.fixture
def noise():
    return a_procedure("noise")


@pytest.fixture
def adoption(porvoo, noise):
    return an_adoption(an_authority("Porvoo", covering=(porvoo,)), noise)


def detached(adoption, *, last_day=SOON, actor=None, now=NOW, **plan):
    return detach(
        adoption=adoption,
        plan=Plan(last_day=last_day, **(plan or {"replacement": TURN_TO})),
        actor=actor,
        now=now,
    )


def state(adoption, day):
    return Adoption.objects.get(pk=adoption.pk).state_on(day)


class TestDetaching:
    def test_it_is_ending_until_its_last_day_and_then_ended(self, adoption, porvoo, noise):
        detached(adoption)
        assert [state(adoption, day) for day in (TODAY, SOON, SOON + DAY)] == [
            State.ENDING,
            State.ENDING,
            State.ENDED,
        ]
        assert queries.competent(noise, porvoo, SOON) == adoption
        assert queries.competent(noise, porvoo, SOON + DAY) is None

    def test_the_history_tells_who_ended_it_when_and_where_nobody_follows(self, adoption, porvoo):
        eeva = a_person("Eeva")
        give_role(account=eeva, role=RoleName.ADMINISTRATOR, authority=adoption.authority, actor=None, now=NOW)
        detached(adoption, actor=eeva)
        told = queries.history_of(adoption).last()
        assert (told.kind, told.actor, told.day, told.unserved_codes) == ("detached", eeva, SOON + DAY, ["638"])

    def test_the_plan_says_where_to_turn(self, adoption, noise, porvoo):
        other = an_authority("Seutukunta")
        detached(adoption, other_authority=other)
        assert queries.ending_plan(adoption).other_authority == other
        assert queries.former_plan(noise, porvoo, SOON) is None
        assert queries.former_plan(noise, porvoo, SOON + DAY) == EndingPlan.objects.get()

    def test_what_was_to_begin_later_never_does(self, porvoo, noise):
        coming = an_adoption(an_authority(covering=(porvoo,)), noise, days=Days(LATER))
        detached(coming)
        assert state(coming, TODAY) is State.ENDED
        assert queries.competent(noise, porvoo, LATER) is None
        assert queries.history_of(coming).last().unserved == [["638", LATER.isoformat()]]

    def test_a_second_plan_may_end_it_sooner_but_not_later(self, adoption):
        detached(adoption)
        with pytest.raises(refusals.EndsSooner):
            detached(adoption, last_day=SOON + DAY)
        detached(adoption, last_day=TODAY, replacement=Text(fi="Soita", sv="Ring"))
        assert (state(adoption, TODAY), state(adoption, TODAY + DAY)) == (State.ENDING, State.ENDED)
        assert EndingPlan.objects.get().replacement["sv"] == "Ring"

    def test_one_that_was_to_end_that_day_anyway_gets_its_plan_told(self, porvoo, noise):
        ending = an_adoption(an_authority(covering=(porvoo,)), noise, days=Days(TODAY, SOON + DAY))
        detached(ending)
        told = queries.history_of(ending).last()
        assert (told.kind, told.municipalities, told.unserved_codes) == ("detached", ["638"], ["638"])
        assert Adoption.objects.get(pk=ending.pk).valid_to == SOON + DAY

    def test_each_thing_that_is_wrong_has_its_name_and_nothing_ends(self, adoption, noise):
        for refusal, plan in (
            (refusals.EndsInThePast, {"last_day": TODAY - DAY, "replacement": TURN_TO}),
            (refusals.ReplacementMissing, {"replacement": Text()}),
            (refusals.ReplacementMissing, {"replacement": Text(fi="", sv="")}),
            (refusals.LanguageIncomplete, {"replacement": Text(sv="Registratorskontoret")}),
            (refusals.TooLong, {"replacement": Text(fi="x" * 1001, sv="x")}),
            (refusals.WrongSuccessor, {"successor": adoption}),
        ):
            with pytest.raises(refusal):
                detached(adoption, **plan)
        assert state(adoption, LATER) is State.IN_FORCE

    def test_what_isn_t_confirmed_or_has_ended_can_t_be_detached(self, porvoo, noise):
        authority = an_authority(covering=(porvoo,))
        asked = a_sent_adoption(authority, noise, days=Days(LATER))
        ended = an_adoption(authority, noise, days=Days(TODAY - 9 * DAY, TODAY))
        for each in (asked, ended):
            with pytest.raises(refusals.WrongState):
                detached(each)

    def test_an_administrator_of_another_authority_ends_nothing(self, adoption):
        stranger = a_person("Väinö")
        give_role(account=stranger, role=RoleName.ADMINISTRATOR, authority=an_authority("Tampere"), actor=None, now=NOW)
        with pytest.raises(refusals.NotYoursToDecide):
            detached(adoption, actor=stranger)


class TestHandingOver:
    def successor(self, noise, *municipalities, first=SOON):
        return a_sent_adoption(
            an_authority("Seutukunta", covering=municipalities), noise, *municipalities, days=Days(first)
        )

    def test_no_day_has_two_and_none_has_nobody(self, adoption, porvoo, noise):
        other = self.successor(noise, porvoo)
        transfer(adoption=adoption, successor=other, actor=None, now=NOW)
        assert queries.competent(noise, porvoo, SOON - DAY) == adoption
        assert queries.competent(noise, porvoo, SOON) == other
        assert (state(adoption, SOON), state(other, SOON)) == (State.ENDED, State.IN_FORCE)
        given, taken = queries.history_of(adoption).last(), queries.history_of(other).last()
        assert (given.kind, given.other, given.unserved_codes) == ("handed_over", other, [])
        assert (taken.kind, taken.other, taken.day) == ("took_over", adoption, SOON)
        assert queries.ending_plan(adoption).successor == other

    def test_a_part_may_be_handed_over_and_the_rest_goes_on(self, porvoo, noise):
        sipoo = a_municipality("753")
        both = an_adoption(an_authority(covering=(porvoo, sipoo)), noise, porvoo, sipoo)
        transfer(adoption=both, successor=self.successor(noise, sipoo), actor=None, now=NOW)
        assert queries.competent(noise, porvoo, LATER) == both
        assert queries.competent(noise, sipoo, LATER) != both
        assert state(both, LATER) is State.IN_FORCE
        assert queries.ending_plan(both) is None

    def test_what_doesn_t_fit_is_refused_and_the_present_one_goes_on(self, adoption, porvoo, noise):
        elsewhere, waste = a_municipality(), a_procedure("waste")
        third = a_municipality()
        an_adoption(an_authority("Kolmas", covering=(third,)), noise, third)
        for refusal, other in (
            (refusals.WrongSuccessor, self.successor(waste, porvoo)),
            (refusals.WrongSuccessor, self.successor(noise, elsewhere)),
            (refusals.WrongSuccessor, adoption),
            (refusals.StartsInThePast, self.successor(noise, porvoo, first=TODAY - DAY)),
            (refusals.AlreadyOffered, self.successor(noise, porvoo, third)),
        ):
            with pytest.raises(refusal):
                transfer(adoption=adoption, successor=other, actor=None, now=NOW)
        assert state(adoption, LATER) is State.IN_FORCE
        assert Competence.objects.filter(adoption=adoption, valid_to=None).exists()

    def test_only_the_service_owner_hands_over(self, adoption, porvoo, noise):
        eeva = a_person("Eeva")
        give_role(account=eeva, role=RoleName.ADMINISTRATOR, authority=adoption.authority, actor=None, now=NOW)
        with pytest.raises(refusals.NotYoursToDecide):
            transfer(adoption=adoption, successor=self.successor(noise, porvoo), actor=eeva, now=NOW)

    def test_without_handing_over_the_second_is_refused(self, adoption, porvoo, noise):
        with pytest.raises(refusals.AlreadyOffered):
            confirm(adoption=self.successor(noise, porvoo), actor=None, now=NOW)


class TestTheAuthorityEnds:
    def test_first_it_leaves_what_it_offers(self, adoption, porvoo):
        with pytest.raises(refusals.StillOffering):
            end_authority(authority=adoption.authority, last_day=SOON, actor=None, now=NOW)
        detached(adoption)
        end_authority(authority=adoption.authority, last_day=SOON, actor=None, now=NOW)
        assert not Authority.objects.existing(SOON + DAY).exists()
        assert not Authority.objects.competent_in(porvoo, SOON + DAY).exists()
        assert Authority.objects.competent_in(porvoo, SOON).exists()

    def test_it_ends_by_the_service_owner_and_not_yesterday(self, adoption):
        with pytest.raises(refusals.NotYoursToDecide):
            end_authority(authority=adoption.authority, last_day=SOON, actor=a_person(), now=NOW)
        with pytest.raises(refusals.EndsInThePast):
            end_authority(authority=adoption.authority, last_day=TODAY - DAY, actor=None, now=NOW)
