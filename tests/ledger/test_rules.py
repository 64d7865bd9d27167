import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.ledger.rules import HEARTBEAT, LEASE, MOST_ATTEMPTS, delay_after, is_given_up

spreads = st.floats(min_value=0, max_value=1, exclude_max=True)
attempts = st.integers(min_value=1, max_value=10_000)


@given(st.lists(spreads, min_size=MOST_ATTEMPTS - 1, max_size=MOST_ATTEMPTS - 1))
def test_a_job_is_tried_for_about_three_days(all_spreads):
    delays = [delay_after(number, spread=spread) for number, spread in enumerate(all_spreads, start=1)]
    assert dt.timedelta(days=2.5) < sum(delays, dt.timedelta()) < dt.timedelta(days=3.5)


@given(attempts, spreads, spreads)
def test_the_delay_never_gets_much_shorter_and_never_exceeds_a_good_six_hours(attempt, first, second):
    assert delay_after(attempt + 1, spread=first) >= delay_after(attempt, spread=second) * 0.8
    assert dt.timedelta(seconds=9) <= delay_after(attempt, spread=first) <= dt.timedelta(hours=6.6)


@given(attempts)
def test_jobs_that_failed_together_do_not_return_together(attempt):
    assert delay_after(attempt, spread=0.0) < delay_after(attempt, spread=0.5) < delay_after(attempt, spread=0.9)


def test_the_first_attempts_come_soon():
    assert [delay_after(n, spread=0.5).total_seconds() for n in (1, 2, 3)] == [10, 20, 40]


def test_a_job_is_given_up_only_after_its_last_attempt():
    assert not is_given_up(MOST_ATTEMPTS - 1)
    assert is_given_up(MOST_ATTEMPTS)


def test_two_heartbeats_may_be_lost():
    assert HEARTBEAT * 2 < LEASE
