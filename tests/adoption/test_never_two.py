"""Whatever is asked in whatever order, no day has two adoptions for a procedure in a municipality.

Once through what the services begin with, which refuses, and once past it, where only the database stands.
"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.adoption.refusals import AlreadyOffered
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.writing import begin, cut
from support.makers import LONG_AGO, a_municipality, a_procedure, a_sent_adoption, an_authority

DAYS = 30
FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def day(number):
    return LONG_AGO + dt.timedelta(days=number)


@st.composite
def some_days(draw):
    first = draw(st.integers(0, DAYS))
    length = draw(st.none() | st.integers(0, 10))
    return Days(day(first), None if length is None else day(first + length))


attempts = st.lists(st.tuples(st.integers(0, 1), some_days()), min_size=1, max_size=8)
changes = st.lists(st.tuples(st.integers(0, 7), some_days()), max_size=4)


def answering():
    """How many answer on each day of the time looked at."""
    stored = [Days(*row) for row in Competence.objects.values_list("valid_from", "valid_to")]
    return {day(number): sum(day(number) in days for days in stored) for number in range(DAYS + 12)}


@pytest.fixture
def two_adoptions(db):
    porvoo, noise = a_municipality(), a_procedure()
    return porvoo, [a_sent_adoption(an_authority(covering=(porvoo,)), noise) for _ in range(2)]


@FEW
@given(attempts=attempts, endings=st.lists(st.integers(0, DAYS), max_size=2))
def test_the_service_refuses_exactly_what_would_overlap(two_adoptions, attempts, endings):
    porvoo, adoptions = two_adoptions
    with transaction.atomic():
        for which, days in attempts:
            would_overlap = any(one in days for one, how_many in answering().items() if how_many)
            try:
                begin(adoption=adoptions[which], places={porvoo: days})
            except AlreadyOffered:
                assert would_overlap
            else:
                assert not would_overlap
        for adoption, last in zip(adoptions, endings, strict=False):
            cut(adoption=adoption, end=day(last))
        assert max(answering().values()) <= 1
        transaction.set_rollback(True)


@FEW
@given(attempts=attempts, changes=changes)
def test_the_database_refuses_on_insert_and_on_update(two_adoptions, attempts, changes):
    porvoo, adoptions = two_adoptions
    with transaction.atomic():
        for which, days in attempts:
            _write(lambda which=which, days=days: _insert(adoptions[which], porvoo, days))
        rows = list(Competence.objects.order_by("pk"))
        for which, days in changes:
            row = rows[which % len(rows)]
            row.valid_from, row.valid_to = days.first, days.end
            _write(row.save)
        assert max(answering().values()) <= 1
        transaction.set_rollback(True)


def test_the_database_can_refuse(two_adoptions):
    porvoo, adoptions = two_adoptions
    _insert(adoptions[0], porvoo, Days(day(0), day(10)))
    _insert(adoptions[1], porvoo, Days(day(10)))
    with pytest.raises(IntegrityError), transaction.atomic():
        _insert(adoptions[1], porvoo, Days(day(9), day(10)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Competence.objects.filter(adoption=adoptions[0]).update(valid_to=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Competence.objects.filter(adoption=adoptions[0]).update(valid_to=day(-1))


def _insert(adoption: Adoption, municipality, days):
    return Competence.objects.create(
        procedure=adoption.procedure,
        municipality=municipality,
        adoption=adoption,
        valid_from=days.first,
        valid_to=days.end,
    )


def _write(write):
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        pass
