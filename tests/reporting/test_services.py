import datetime as dt

import pytest

from kevytasiointi.reporting import queries, services
from kevytasiointi.reporting.models import Wish
from kevytasiointi.reporting.services import count_wish
from support.makers import NOW, a_municipality, a_procedure, an_offer

pytestmark = pytest.mark.django_db


def test_each_press_is_counted_by_month():
    noise, porvoo = a_procedure(), a_municipality("638")
    for moment in (NOW, NOW, NOW + dt.timedelta(days=40)):
        count_wish(procedure=noise, municipality=porvoo, now=moment)
    rows = [(wish.month, wish.count) for wish in queries.wishes_by_month(noise)]
    assert rows == [(dt.date(2026, 11, 1), 2), (dt.date(2027, 1, 1), 1)]
    assert queries.wishes(noise) == {"638": 3}


def test_the_month_is_that_of_finland():
    noise, porvoo = a_procedure(), a_municipality("638")
    count_wish(procedure=noise, municipality=porvoo, now=dt.datetime(2026, 11, 30, 22, 30, tzinfo=dt.UTC))
    assert Wish.objects.get().month == dt.date(2026, 12, 1)


def test_nothing_is_stored_but_the_count():
    assert {field.name for field in Wish._meta.get_fields()} == {"id", "procedure", "municipality", "month", "count"}


def test_where_it_is_offered_there_is_nothing_to_wish_for():
    noise, porvoo = a_procedure(), a_municipality("638")
    an_offer(noise, porvoo)
    with pytest.raises(services.OfferedThere):
        count_wish(procedure=noise, municipality=porvoo, now=NOW)
    assert not Wish.objects.exists()


def test_aland_is_outside():
    with pytest.raises(services.NeverOfferedThere):
        count_wish(procedure=a_procedure(), municipality=a_municipality("478", is_aland=True), now=NOW)
