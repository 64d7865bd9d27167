import datetime as dt

import pytest

from kevytasiointi.adoption import coverage
from kevytasiointi.adoption.coverage import Offer, Share
from kevytasiointi.adoption.models import ConnectionMethod
from kevytasiointi.authorities.models import Area, AreaKind, AreaMembership, AreaSource
from kevytasiointi.core.text import Text
from support.makers import LONG_AGO, TODAY, a_municipality, a_procedure, an_offer

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + dt.timedelta(days=1)
LATER = TODAY + dt.timedelta(days=100)


def a_region(code, *municipalities):
    area = Area.objects.create(
        kind=AreaKind.REGION, code=code, name=Text(fi=f"Maakunta {code}"), source=AreaSource.STATISTICS_FINLAND
    )
    for municipality in municipalities:
        AreaMembership.objects.create(area=area, municipality=municipality, valid_from=LONG_AGO)


def offers(procedure, on=TODAY):
    return {place.code: place.offer for place in coverage.coverage(procedure, on).places}


def test_every_municipality_has_one_state():
    noise = a_procedure()
    here, elsewhere, later, nowhere = (a_municipality(code) for code in ("001", "002", "003", "004"))
    a_municipality("005", is_aland=True)
    an_offer(noise, here)
    an_offer(noise, elsewhere, method=ConnectionMethod.CONDITIONAL, address="https://asiointi.example/")
    an_offer(noise, later, begins=LATER)
    found = coverage.coverage(noise, TODAY)
    assert {place.code: place.offer for place in found.places} == {
        "001": Offer.ADOPTED,
        "002": Offer.OWN_SERVICE,
        "003": Offer.COMING,
        "004": Offer.NOT_OFFERED,
        "005": Offer.NOT_APPLICABLE,
    }
    assert set(found.counts.values()) == {1}
    assert nowhere.code in offers(noise)


def test_the_state_changes_on_its_day():
    noise, porvoo = a_procedure(), a_municipality("638")
    an_offer(noise, porvoo, begins=TOMORROW, ends=LATER)
    days = (TODAY, TOMORROW, LATER - dt.timedelta(days=1), LATER)
    states = [offers(noise, day)["638"] for day in days]
    assert states == [Offer.COMING, Offer.ADOPTED, Offer.ADOPTED, Offer.NOT_OFFERED]


def test_what_is_in_force_is_told_before_what_comes_after_it():
    noise, porvoo = a_procedure(), a_municipality("638")
    an_offer(noise, porvoo, ends=LATER)
    an_offer(noise, porvoo, begins=LATER, method=ConnectionMethod.INTEGRATED, address="https://asiointi.example/")
    (place,) = coverage.coverage(noise, TODAY).places
    assert (place.offer, place.standing.valid_to) == (Offer.ADOPTED, LATER)


def test_the_first_of_those_that_come_is_told():
    noise, porvoo = a_procedure(), a_municipality("638")
    an_offer(noise, porvoo, begins=LATER + dt.timedelta(days=1))
    an_offer(noise, porvoo, begins=TOMORROW, ends=LATER)
    assert coverage.begins_on(noise, porvoo, TODAY) == TOMORROW
    assert coverage.coverage(noise, TODAY).places[0].standing.valid_from == TOMORROW


def test_what_was_ended_before_it_began_never_comes():
    noise, porvoo = a_procedure(), a_municipality("638")
    an_offer(noise, porvoo, begins=LATER, ends=LATER)
    assert offers(noise)["638"] is Offer.NOT_OFFERED
    assert coverage.begins_on(noise, porvoo, TODAY) is None
    assert coverage.tallies(TODAY)[0].coming == 0


def test_a_merged_municipality_is_no_longer_on_the_map():
    a_municipality("588", valid_to=TODAY)
    assert offers(a_procedure()) == {}


def test_a_tally_counts_each_municipality_once():
    noise, fire = a_procedure("a"), a_procedure("b")
    one, two, three = a_municipality("001"), a_municipality("002"), a_municipality("003")
    a_municipality("005", is_aland=True)
    an_offer(noise, one, ends=LATER)
    an_offer(noise, one, begins=LATER)
    an_offer(noise, two, method=ConnectionMethod.INTEGRATED)
    an_offer(noise, three, begins=TOMORROW, ends=LATER)
    an_offer(noise, three, begins=LATER)
    tallies = {t.procedure: (t.adopted, t.own_service, t.coming, t.not_offered) for t in coverage.tallies(TODAY)}
    assert tallies == {noise: (1, 1, 1, 0), fire: (0, 0, 0, 3)}


def test_a_municipality_sees_what_the_others_of_its_region_have():
    noise, fire = a_procedure("a"), a_procedure("b")
    # 638 Porvoo, 018 Askola and 616 Pukkila; the statistical groups are those of the reference data
    porvoo, askola, pukkila, tampere = (a_municipality(code) for code in ("638", "018", "616", "837"))
    a_region("01", porvoo, askola, pukkila)
    a_region("06", tampere)
    an_offer(noise, askola)
    an_offer(fire, porvoo, tampere)
    local = coverage.coverage_in(porvoo, TODAY)
    found = {one.procedure: (one.standing.offer, one.in_region, one.lags) for one in local.procedures}
    assert found == {
        noise: (Offer.NOT_OFFERED, Share(1, 2), True),
        fire: (Offer.ADOPTED, Share(0, 2), False),
    }
    assert (local.region.code, local.group) == ("01", "urban")
    assert {one.procedure: one.in_group for one in local.procedures} == {noise: Share(0, 1), fire: Share(1, 1)}
