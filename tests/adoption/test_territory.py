"""Boundaries change: an authority leaves municipalities, and municipalities are merged."""

import datetime as dt

import pytest

from kevytasiointi.adoption import queries, refusals
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence
from kevytasiointi.adoption.rules import Days, State
from kevytasiointi.adoption.services.territory import follow_mergers, leave_territory
from kevytasiointi.authorities.founding import extend_territory
from kevytasiointi.authorities.models import AuthorityType, Municipality, RoleName, Territory
from kevytasiointi.authorities.queries import territory_of
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.models import AuditEntry
from support.makers import NOW, TODAY, a_municipality, a_person, a_procedure, an_adoption, an_authority

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
MERGER = TODAY + 30 * DAY


@pytest.fixture
def noise():
    return a_procedure("noise")


def merged(successor, *ended, on=MERGER):
    """As loading the reference data writes it."""
    Municipality.objects.filter(pk__in=[m.pk for m in ended]).update(valid_to=on, successor=successor)


def competent(procedure, municipality, day=MERGER):
    return queries.competent(procedure, municipality, day)


class TestIntoOneThatWasThere:
    def test_the_one_that_goes_on_is_answered_for_as_before(self, noise):
        honkajoki, kankaanpaa = a_municipality("099"), a_municipality("214")
        first = an_adoption(an_authority("Honkajoki", covering=(honkajoki,)), noise)
        second = an_adoption(an_authority("Kankaanpää", covering=(kankaanpaa,)), noise)
        merged(kankaanpaa, honkajoki)
        followed = follow_mergers(now=NOW)
        assert competent(noise, honkajoki, MERGER - DAY) == first
        assert competent(noise, honkajoki) is None
        assert competent(noise, kankaanpaa) == second
        assert Adoption.objects.get(pk=first.pk).state_on(MERGER) is State.ENDED
        assert [(event.adoption, event.unserved_codes) for event in followed.events] == [(first, [])]

    def test_where_nobody_answered_there_the_gap_is_told(self, noise):
        ended, there = a_municipality("099"), a_municipality("214")
        first = an_adoption(an_authority(covering=(ended,)), noise)
        merged(there, ended)
        followed = follow_mergers(now=NOW)
        assert competent(noise, there) is None
        assert [(event.adoption, event.day, event.unserved_codes) for event in followed.unserved] == [
            (first, MERGER, ["214"])
        ]

    def test_a_joint_authority_that_has_both_goes_on(self, noise):
        ended, there = a_municipality("099"), a_municipality("214")
        joint = an_authority(type=AuthorityType.JOINT_AUTHORITY, covering=(ended, there))
        adoption = an_adoption(joint, noise, ended, there)
        merged(there, ended)
        follow_mergers(now=NOW)
        assert competent(noise, there) == adoption
        assert list(territory_of(joint, MERGER)) == [there]
        assert Adoption.objects.get(pk=adoption.pk).state_on(MERGER) is State.IN_FORCE


class TestIntoANewOne:
    @pytest.fixture
    def new(self):
        return a_municipality("999", name=Text(fi="Uusi", sv="Nya"), valid_from=MERGER)

    def test_an_authority_that_had_all_of_it_has_the_new_one(self, noise, new):
        parts = a_municipality("001"), a_municipality("002")
        police = an_authority(type=AuthorityType.POLICE_DEPARTMENT, sector="", covering=parts)
        event = a_procedure(authority_type=AuthorityType.POLICE_DEPARTMENT, sector="")
        adoption = an_adoption(police, event, *parts)
        merged(new, *parts)
        assert not follow_mergers(now=NOW).unserved
        assert competent(event, new) == adoption
        assert competent(event, new, MERGER - DAY) is None

    def test_that_it_ends_there_on_a_day_that_is_known_is_told_too(self, noise, new):
        parts = a_municipality("001"), a_municipality("002")
        ends = MERGER + 9 * DAY
        adoption = an_adoption(an_authority(covering=parts), noise, *parts, days=Days(TODAY, ends))
        merged(new, *parts)
        follow_mergers(now=NOW)
        assert competent(noise, new, ends - DAY) == adoption
        assert AdoptionEvent.objects.last().unserved == [["999", ends.isoformat()]]

    def test_of_two_the_one_whose_authority_is_given_the_new_territory(self, noise, new):
        one, other = a_municipality("001"), a_municipality("002")
        first = an_adoption(an_authority("Yksi", covering=(one,)), noise)
        an_adoption(an_authority("Kaksi", covering=(other,)), noise)
        extend_territory(authority=first.authority, municipalities=[new], since=MERGER, actor=None, now=NOW)
        merged(new, one, other)
        assert not follow_mergers(now=NOW).unserved
        assert competent(noise, new) == first

    def test_nobody_is_chosen_where_two_could_be_and_both_are_told(self, noise, new):
        one, other = a_municipality("001"), a_municipality("002")
        adoptions = [an_adoption(an_authority(covering=(each,)), noise) for each in (one, other)]
        for adoption in adoptions:
            extend_territory(authority=adoption.authority, municipalities=[new], since=MERGER, actor=None, now=NOW)
        merged(new, one, other)
        followed = follow_mergers(now=NOW)
        assert competent(noise, new) is None
        assert {event.adoption for event in followed.unserved} == set(adoptions)
        assert {tuple(event.unserved_codes) for event in followed.events} == {("999",)}

    def test_an_adoption_that_ends_that_very_day_doesn_t_go_on(self, noise, new):
        part = a_municipality("001")
        authority = an_authority(covering=(part,))
        an_adoption(authority, noise, days=Days(TODAY, MERGER))
        merged(new, part)
        assert [event.unserved_codes for event in follow_mergers(now=NOW).events] == [["999"]]
        assert competent(noise, new) is None


class TestFollowing:
    def test_a_second_time_changes_nothing(self, noise):
        ended, there = a_municipality("099"), a_municipality("214")
        an_adoption(an_authority(covering=(ended,)), noise)
        merged(there, ended)
        follow_mergers(now=NOW)
        stored = sorted(Competence.objects.values_list("pk", "valid_from", "valid_to"))
        assert not follow_mergers(now=NOW + DAY).events
        assert sorted(Competence.objects.values_list("pk", "valid_from", "valid_to")) == stored
        assert AdoptionEvent.objects.filter(kind="merged").count() == 1

    def test_a_merger_that_was_known_when_the_authority_joined_is_followed_too(self, noise):
        new = a_municipality("999", valid_from=MERGER)
        part = a_municipality("001")
        merged(new, part)
        part.refresh_from_db()
        adoption = an_adoption(an_authority(covering=(part,)), noise)
        assert Competence.objects.get().valid_to == MERGER
        follow_mergers(now=NOW)
        assert competent(noise, new) == adoption

    def test_a_municipality_that_is_merged_twice_is_followed_twice(self, noise):
        one, two, three = a_municipality("001"), a_municipality("002"), a_municipality("003", valid_from=MERGER)
        four = a_municipality("004", valid_from=MERGER + 9 * DAY)
        adoption = an_adoption(an_authority(type=AuthorityType.JOINT_AUTHORITY, covering=(one, two)), noise, one, two)
        merged(three, one, two)
        merged(four, three, on=MERGER + 9 * DAY)
        follow_mergers(now=NOW)
        assert competent(noise, three, MERGER) == adoption
        assert competent(noise, three, MERGER + 9 * DAY) is None
        assert competent(noise, four, MERGER + 9 * DAY) == adoption

    def test_the_mergers_of_years_ago_concern_nobody(self, noise):
        ended, there = a_municipality("099", valid_from=dt.date(2013, 1, 1)), a_municipality("214")
        merged(there, ended, on=dt.date(2021, 1, 1))
        an_adoption(an_authority(covering=(there,)), noise)
        assert not follow_mergers(now=NOW).events


class TestLeaving:
    def test_each_adoption_leaves_the_municipality_and_says_so(self, noise):
        here, there = a_municipality("001"), a_municipality("002")
        authority = an_authority(covering=(here, there))
        adoption = an_adoption(authority, noise, here, there)
        events = leave_territory(
            authority=authority, municipalities=[there], last_day=MERGER - DAY, actor=None, now=NOW
        )
        assert competent(noise, there, MERGER - DAY) == adoption
        assert competent(noise, there) is None
        assert competent(noise, here) == adoption
        assert list(territory_of(authority, MERGER)) == [here]
        assert AuditEntry.objects.get(action="authority.territory_ended").detail["municipalities"] == "002"
        assert [(event.kind, event.day, event.unserved_codes) for event in events] == [
            ("territory_left", MERGER, ["002"])
        ]

    def test_what_only_answered_there_ends(self, noise):
        there = a_municipality()
        authority = an_authority(covering=(there,))
        adoption = an_adoption(authority, noise)
        leave_territory(authority=authority, municipalities=[there], last_day=TODAY, actor=None, now=NOW)
        assert Adoption.objects.get(pk=adoption.pk).state_on(TODAY + DAY) is State.ENDED

    def test_it_is_the_service_owner_s_and_not_for_yesterday(self, noise):
        there = a_municipality()
        authority = an_authority(covering=(there,))
        eeva = a_person("Eeva")
        give_role(account=eeva, role=RoleName.ADMINISTRATOR, authority=authority, actor=None, now=NOW)
        with pytest.raises(refusals.NotYoursToDecide):
            leave_territory(authority=authority, municipalities=[there], last_day=TODAY, actor=eeva, now=NOW)
        with pytest.raises(refusals.EndsInThePast):
            leave_territory(authority=authority, municipalities=[there], last_day=TODAY - DAY, actor=None, now=NOW)
        assert Territory.objects.get().valid_to is None
