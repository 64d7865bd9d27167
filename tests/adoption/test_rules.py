import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.adoption.rules import Days, cover

BEGINNING = dt.date(2026, 1, 1)


def day(number):
    return BEGINNING + dt.timedelta(days=number)


@st.composite
def some_days(draw):
    first = draw(st.integers(0, 20))
    length = draw(st.none() | st.integers(0, 12))
    return Days(day(first), None if length is None else day(first + length))


@given(st.lists(some_days(), max_size=5), some_days())
def test_days_are_covered_exactly_when_each_of_them_is(those, wanted):
    every_day = [day(number) for number in range(60) if day(number) in wanted]
    each_is = all(any(one in days for days in those) for one in every_day)
    # Beyond the sixty days only an open end can cover an open end.
    ends_openly = wanted.end is not None or any(days.end is None for days in those)
    assert cover(those, wanted) is (each_is and ends_openly)


def test_the_last_day_is_outside():
    assert day(9) in Days(day(0), day(10))
    assert day(10) not in Days(day(0), day(10))


def test_days_dont_end_before_they_begin():
    assert Days(day(3), day(3))
    with pytest.raises(ValueError, match="can't begin"):
        Days(day(3), day(2))
