"""When a job is tried again, and when it is given up."""

import datetime as dt
from typing import Final

LEASE: Final = dt.timedelta(seconds=60)
"""How long a worker holds a job without a sign of life."""

HEARTBEAT: Final = dt.timedelta(seconds=20)
"""How often a worker shows that it still holds its job: two may be lost before the lease ends."""

MOST_ATTEMPTS: Final = 23
"""With the delays below, the last attempt is about three days after the first."""

_FIRST_DELAY: Final = dt.timedelta(seconds=10)
_LONGEST_DELAY: Final = dt.timedelta(hours=6)
_JITTER: Final = 0.1


def delay_after(attempt: int, *, spread: float) -> dt.timedelta:
    """How long to wait after failed attempt number `attempt` (the first is 1).

    10 s, doubling up to six hours, moved by at most a tenth to either side so that jobs that failed
    together don't return together. `spread` is a random number in [0, 1).
    """
    doublings = min(attempt - 1, 30)
    plain: dt.timedelta = min(_FIRST_DELAY * (1 << doublings), _LONGEST_DELAY)
    return plain * (1 - _JITTER + 2 * _JITTER * spread)


def is_given_up(attempts: int) -> bool:
    """Whether a job that has been tried `attempts` times isn't tried any more."""
    return attempts >= MOST_ATTEMPTS
