"""While it is in force: new terms from a day on, more municipalities, fewer."""

import datetime as dt

import pytest

from kevytasiointi.adoption import queries, refusals
from kevytasiointi.adoption.models import Adoption, ChangeNotice
from kevytasiointi.adoption.rules import Days, State
from kevytasiointi.adoption.services.daily import do_the_day
from kevytasiointi.adoption.services.running import Change, change_terms, extend, shrink
from kevytasiointi.authorities.founding import extend_territory
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.text import Text
from support.makers import (
    NOW,
    TODAY,
    a_mailbox,
    a_municipality,
    a_person,
    a_procedure,
    a_sent_adoption,
    an_adoption,
    an_authority,
)

pytestmark = pytest.mark.django_db

SOON = TODAY + dt.timedelta(days=10)
LATER = TODAY + dt.timedelta(days=100)
NEW_FEE = Text(fi="150 euroa", sv="150 euro")


@pytest.fixture
def places():
    return a_municipality("638"), a_municipality("753")


@pytest.fixture
def authority(places):
    return an_authority("Porvoo", covering=places)


@pytest.fixture
def adoption(authority, places):
    """In force in the first of the two."""
    return an_adoption(authority, a_procedure(), places[0])


@pytest.fixture
def eeva(authority):
    person = a_person("Eeva")
    give_role(account=person, role=RoleName.ADMINISTRATOR, authority=authority, actor=None, now=NOW)
    return person


def fresh(adoption):
    return Adoption.objects.get(pk=adoption.pk)


def changed(adoption, *, actor=None, now=NOW, from_day=SOON, **terms):
    return change_terms(adoption=adoption, change=Change(from_day=from_day, **terms), actor=actor, now=now)


class TestTerms:
    def test_announced_terms_are_in_force_from_their_day_on(self, adoption, eeva):
        changed(adoption, actor=eeva, fee=NEW_FEE, handling_days=14)
        assert fresh(adoption).fee == Text()
        assert [notice.from_day for notice in queries.pending_changes(adoption)] == [SOON]
        do_the_day(now=NOW + dt.timedelta(days=9))
        assert fresh(adoption).fee == Text()
        done = do_the_day(now=NOW + dt.timedelta(days=10))
        assert (done.changes, fresh(adoption).fee, fresh(adoption).handling_days) == (1, NEW_FEE, 14)
        assert do_the_day(now=NOW + dt.timedelta(days=11)).changes == 0
        told = queries.history_of(adoption).last()
        assert (told.kind, told.day, told.actor, told.note) == ("terms_changed", SOON, eeva, "fee, handling_days")

    def test_today_s_are_in_force_at_once(self, adoption):
        changed(adoption, from_day=TODAY, handling_days=7)
        assert fresh(adoption).handling_days == 7
        assert not queries.pending_changes(adoption)

    def test_today_s_come_after_what_the_morning_has_missed(self, adoption):
        changed(adoption, from_day=SOON, handling_days=10)
        changed(adoption, now=NOW + dt.timedelta(days=10), from_day=SOON, handling_days=20)
        do_the_day(now=NOW + dt.timedelta(days=10))
        assert fresh(adoption).handling_days == 20

    def test_a_missed_day_is_made_up_in_the_order_of_the_days(self, adoption):
        changed(adoption, from_day=LATER, handling_days=20)
        changed(adoption, from_day=SOON, handling_days=10)
        do_the_day(now=NOW + dt.timedelta(days=200))
        assert fresh(adoption).handling_days == 20

    def test_a_new_alert_address_must_have_been_confirmed(self, adoption, authority):
        with pytest.raises(refusals.MailboxNotConfirmed):
            changed(adoption, alert_address="uusi@esimerkki.example")
        a_mailbox(authority, "uusi@esimerkki.example")
        changed(adoption, from_day=TODAY, alert_address="uusi@esimerkki.example")
        assert fresh(adoption).alert_address == "uusi@esimerkki.example"

    def test_what_is_wrong_is_refused_as_at_sending_and_nothing_is_announced(self, adoption):
        for refusal, terms in (
            (refusals.NotAMailbox, {"substitute_address": "nobody"}),
            (refusals.TooManyWorkingDays, {"alert_after_working_days": 99}),
            (refusals.NothingChanges, {}),
            (refusals.NothingChanges, {"alert_language": "fi"}),
            (refusals.StartsInThePast, {"from_day": TODAY - dt.timedelta(days=1), "handling_days": 3}),
        ):
            with pytest.raises(refusal):
                changed(adoption, **terms)
        assert not ChangeNotice.objects.exists()

    def test_a_bilingual_municipality_reads_the_new_fee_in_both_languages(self):
        bilingual = a_municipality(languages="sv+fi")
        adoption = an_adoption(an_authority(covering=(bilingual,)), a_procedure())
        with pytest.raises(refusals.LanguageIncomplete):
            changed(adoption, fee=Text(fi="150 euroa"))
        changed(adoption, fee=NEW_FEE)

    def test_a_draft_is_changed_as_a_draft(self, authority, places):
        with pytest.raises(refusals.WrongState):
            changed(a_sent_adoption(authority, a_procedure(), places[0]), fee=NEW_FEE, from_day=LATER)


class TestTerritory:
    def test_more_municipalities_are_answered_for_from_a_day_on(self, adoption, places, eeva):
        extend(adoption=adoption, municipalities=[places[1]], from_day=SOON, actor=eeva, now=NOW)
        before = SOON - dt.timedelta(days=1)
        assert queries.competent(adoption.procedure, places[1], before) is None
        assert queries.competent(adoption.procedure, places[1], SOON) == adoption
        told = queries.history_of(adoption).last()
        assert (told.kind, told.day, told.municipalities) == ("extended", SOON, ["753"])

    def test_an_extension_is_refused_as_an_adoption_would_be(self, adoption, places, authority):
        neighbour, tampere = places[1], a_municipality("837")
        aland, bilingual = a_municipality("478", is_aland=True), a_municipality("078", languages="fi+sv")
        extend_territory(authority=authority, municipalities=[bilingual], since=TODAY, actor=None, now=NOW)
        changed(adoption, from_day=TODAY, fee=Text(fi="10 euroa"))
        other = an_adoption(an_authority("Sipoo", covering=(neighbour,)), adoption.procedure, neighbour)
        for refusal, municipalities, from_day in (
            (refusals.AlreadyOffered, [neighbour], SOON),
            (refusals.OutsideTerritory, [tampere], SOON),
            (refusals.AlandIsOutside, [aland], SOON),
            (refusals.LanguageIncomplete, [bilingual], SOON),
            (refusals.NoMunicipality, [], SOON),
            (refusals.StartsInThePast, [neighbour], TODAY - dt.timedelta(days=1)),
        ):
            with pytest.raises(refusal):
                extend(adoption=adoption, municipalities=municipalities, from_day=from_day, actor=None, now=NOW)
        assert queries.municipalities_of(adoption, LATER) == [places[0]]
        assert queries.municipalities_of(other, LATER) == [neighbour]

    def test_an_ending_adoption_is_not_extended_beyond_its_end(self, authority, places):
        ending = an_adoption(authority, a_procedure(), places[0], days=Days(TODAY, SOON))
        with pytest.raises(refusals.EndsSooner):
            extend(adoption=ending, municipalities=[places[1]], from_day=SOON, actor=None, now=NOW)
        extend(adoption=ending, municipalities=[places[1]], from_day=TODAY, actor=None, now=NOW)
        assert queries.competent(ending.procedure, places[1], SOON) is None

    def test_fewer_municipalities_after_a_day_and_the_gap_is_told(self, authority, places, eeva):
        adoption = an_adoption(authority, a_procedure(), *places)
        shrink(adoption=adoption, municipalities=[places[1]], last_day=SOON, actor=eeva, now=NOW)
        after = SOON + dt.timedelta(days=1)
        assert queries.competent(adoption.procedure, places[1], SOON) == adoption
        assert queries.competent(adoption.procedure, places[1], after) is None
        assert queries.competent(adoption.procedure, places[0], after) == adoption
        told = queries.history_of(adoption).last()
        assert (told.kind, told.day, told.unserved_codes) == ("shrunk", after, ["753"])
        assert fresh(adoption).state_on(LATER) is State.IN_FORCE

    def test_shrinking_to_nothing_is_detaching_and_has_a_plan(self, adoption, places):
        with pytest.raises(refusals.NothingLeft):
            shrink(adoption=adoption, municipalities=[places[0]], last_day=SOON, actor=None, now=NOW)
        assert queries.competent(adoption.procedure, places[0], LATER) == adoption
        with pytest.raises(refusals.NothingChanges):
            shrink(adoption=adoption, municipalities=[places[1]], last_day=SOON, actor=None, now=NOW)
        with pytest.raises(refusals.EndsInThePast):
            shrink(
                adoption=adoption,
                municipalities=[places[0]],
                last_day=TODAY - dt.timedelta(days=1),
                actor=None,
                now=NOW,
            )


def test_an_administrator_of_another_authority_changes_nothing(adoption, places):
    stranger = a_person("Väinö")
    give_role(account=stranger, role=RoleName.ADMINISTRATOR, authority=an_authority("Tampere"), actor=None, now=NOW)
    before = queries.history_of(adoption).count()
    for act in (
        lambda: changed(adoption, actor=stranger, handling_days=1),
        lambda: extend(adoption=adoption, municipalities=[places[1]], from_day=SOON, actor=stranger, now=NOW),
        lambda: shrink(adoption=adoption, municipalities=[places[0]], last_day=SOON, actor=stranger, now=NOW),
    ):
        with pytest.raises(refusals.NotYoursToDecide):
            act()
    assert queries.history_of(adoption).count() == before
