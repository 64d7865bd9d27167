import datetime as dt

import pytest

from kevytasiointi.adoption import queries, services
from kevytasiointi.adoption.models import Competence, ConnectionMethod
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services import Terms, adopt, bring_into_force, detach
from kevytasiointi.authorities.models import AuthorityType, Territory
from kevytasiointi.ledger.models import AuditEntry
from support.makers import LONG_AGO, NOW, TODAY, a_municipality, a_person, a_procedure, an_authority

pytestmark = pytest.mark.django_db

LATER = TODAY + dt.timedelta(days=100)
FROM_LONG_AGO = Days(LONG_AGO)
FROM_TODAY = Days(TODAY)


def an_adoption(procedure, authority, days=FROM_LONG_AGO):
    return adopt(
        authority=authority,
        procedure=procedure,
        terms=Terms(days=days, alert_address="ymparisto@esimerkki.example"),
        actor=None,
        now=NOW,
    )


def in_force(adoption, *municipalities, days=FROM_TODAY):
    return bring_into_force(
        adoption=adoption,
        municipalities=municipalities,
        valid_from=days.first,
        valid_to=days.end,
        actor=None,
        now=NOW,
    )


class TestBringingIntoForce:
    def test_the_authority_answers_from_the_first_day_until_the_last(self):
        porvoo, noise = a_municipality(), a_procedure()
        adoption = an_adoption(noise, an_authority(covering=(porvoo,)))
        in_force(adoption, porvoo, days=Days(TODAY, LATER))
        yesterday = TODAY - dt.timedelta(days=1)
        found = [queries.competent(noise, porvoo, on) for on in (yesterday, TODAY, LATER - dt.timedelta(1), LATER)]
        assert found == [None, adoption, adoption, None]

    def test_two_authorities_never_answer_for_one_municipality_on_one_day(self):
        shared, free, noise = a_municipality(), a_municipality(), a_procedure()
        in_force(an_adoption(noise, an_authority(covering=(shared,))), shared)
        second = an_adoption(noise, an_authority(covering=(shared, free)))
        with pytest.raises(services.AlreadyOffered) as refusal:
            in_force(second, free, shared, days=Days(LATER))
        assert refusal.value.municipalities == (shared,)
        assert queries.competent(noise, free, LATER) is None, "all or none"

    def test_one_may_begin_on_the_day_another_ends(self):
        porvoo, noise = a_municipality(), a_procedure()
        first, second = (an_adoption(noise, an_authority(covering=(porvoo,))) for _ in range(2))
        in_force(first, porvoo, days=Days(TODAY, LATER))
        in_force(second, porvoo, days=Days(LATER))
        assert queries.competent(noise, porvoo, LATER) == second

    def test_another_procedure_is_another_matter(self):
        porvoo = a_municipality()
        authority = an_authority(covering=(porvoo,))
        one, other = a_procedure(), a_procedure()
        in_force(an_adoption(one, authority), porvoo)
        in_force(an_adoption(other, authority), porvoo)
        assert set(queries.procedures_offered(TODAY)) == {one, other}

    def test_an_authority_stays_in_its_territory(self):
        porvoo, tampere = a_municipality(), a_municipality()
        adoption = an_adoption(a_procedure(), an_authority(covering=(porvoo,)))
        with pytest.raises(services.OutsideTerritory) as refusal:
            in_force(adoption, porvoo, tampere)
        assert refusal.value.municipalities == (tampere,)

    def test_the_territory_must_last_as_long_as_the_competence(self):
        porvoo, authority = a_municipality(), an_authority()
        Territory.objects.create(authority=authority, municipality=porvoo, valid_from=LONG_AGO, valid_to=LATER)
        adoption = an_adoption(a_procedure(), authority)
        with pytest.raises(services.OutsideTerritory):
            in_force(adoption, porvoo, days=Days(TODAY))
        Territory.objects.create(authority=authority, municipality=porvoo, valid_from=LATER)
        assert in_force(adoption, porvoo, days=Days(TODAY))

    def test_a_municipality_that_ends_is_answered_for_until_then(self):
        ending = a_municipality(valid_to=LATER)
        adoption = an_adoption(a_procedure(), an_authority(covering=(ending,)))
        with pytest.raises(services.OutsideTerritory):
            in_force(adoption, ending)
        assert in_force(adoption, ending, days=Days(TODAY, LATER))

    def test_aland_is_outside(self):
        mariehamn = a_municipality(is_aland=True)
        adoption = an_adoption(a_procedure(), an_authority(covering=(mariehamn,)))
        with pytest.raises(services.AlandIsOutside):
            in_force(adoption, mariehamn)

    def test_competence_stays_within_the_adoption(self):
        porvoo = a_municipality()
        adoption = an_adoption(a_procedure(), an_authority(covering=(porvoo,)), Days(TODAY, LATER))
        for days in (Days(TODAY), Days(LONG_AGO, LATER)):
            with pytest.raises(services.OutsideAdoption):
                in_force(adoption, porvoo, days=days)

    def test_who_did_what_is_audited(self):
        porvoo, eeva = a_municipality("638"), a_person("Eeva")
        authority = an_authority(covering=(porvoo,))
        adoption = an_adoption(a_procedure(), authority)
        bring_into_force(
            adoption=adoption, municipalities=[porvoo], valid_from=TODAY, valid_to=None, actor=eeva, now=NOW
        )
        entry = AuditEntry.objects.get(action="adoption.brought_into_force")
        assert (entry.actor, entry.authority) == (eeva.public_id, authority.public_id)
        assert entry.detail == {"municipalities": "638"}


class TestAdopting:
    def test_a_procedure_of_environmental_protection_isnt_for_building_control(self):
        with pytest.raises(services.WrongAuthority):
            an_adoption(a_procedure(), an_authority(sector="building_control"))

    def test_an_agency_s_own_procedure_is_its_own(self):
        agency, other = (an_authority(type=AuthorityType.STATE_AGENCY, sector="") for _ in range(2))
        own = a_procedure(owner=agency, authority_type=AuthorityType.STATE_AGENCY, sector="")
        assert an_adoption(own, agency)
        with pytest.raises(services.WrongAuthority):
            an_adoption(own, other)

    def test_what_is_done_elsewhere_says_where(self):
        terms = Terms(days=Days(TODAY), alert_address="a@b.example", method=ConnectionMethod.INTEGRATED)
        with pytest.raises(services.AddressMissing):
            adopt(authority=an_authority(), procedure=a_procedure(), terms=terms, actor=None, now=NOW)


class TestDetaching:
    def test_after_the_last_day_nobody_answers(self):
        porvoo, noise = a_municipality(), a_procedure()
        adoption = an_adoption(noise, an_authority(covering=(porvoo,)))
        in_force(adoption, porvoo)
        detach(adoption=adoption, last_day=LATER, actor=None, now=NOW)
        assert queries.competent(noise, porvoo, LATER) == adoption
        assert queries.competent(noise, porvoo, LATER + dt.timedelta(days=1)) is None
        assert not queries.offering(LATER + dt.timedelta(days=1)).exists()

    def test_what_was_to_begin_later_never_does(self):
        porvoo, noise = a_municipality(), a_procedure()
        adoption = an_adoption(noise, an_authority(covering=(porvoo,)))
        in_force(adoption, porvoo, days=Days(LATER))
        detach(adoption=adoption, last_day=TODAY, actor=None, now=NOW)
        assert queries.competent(noise, porvoo, LATER) is None

    def test_a_later_last_day_prolongs_nothing(self):
        porvoo, noise = a_municipality(), a_procedure()
        adoption = an_adoption(noise, an_authority(covering=(porvoo,)), Days(LONG_AGO, LATER))
        in_force(adoption, porvoo, days=Days(TODAY, LATER))
        detach(adoption=adoption, last_day=LATER + dt.timedelta(days=50), actor=None, now=NOW)
        assert Competence.objects.get().valid_to == LATER


class TestFinding:
    def test_a_procedure_is_offered_where_an_adoption_answers(self):
        here, there, noise = a_municipality(), a_municipality(), a_procedure()
        adoption = an_adoption(noise, an_authority(covering=(here, there)))
        assert not queries.offering(TODAY).exists(), "adopted, but in force nowhere yet"
        in_force(adoption, here)
        assert list(queries.offering(TODAY)) == [adoption]
        assert list(queries.municipalities_offering(noise, TODAY)) == [here]

    def test_an_authority_sees_its_own_adoptions(self):
        porvoo, tampere, noise = an_authority(), an_authority(), a_procedure()
        own = an_adoption(noise, porvoo)
        an_adoption(noise, tampere)
        assert list(queries.adoptions_of(porvoo)) == [own]
