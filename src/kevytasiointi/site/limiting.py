"""No one visitor asks so much that others wait. ASVS 5.0 2.4.1."""

import math
import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from kevytasiointi.site import errors

_PEOPLE_BEHIND_ONE_ADDRESS: Final = 5
_LOOKS_PER_CHANGE: Final = 5
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class RateLimits:
    """Answers 429 to whoever asks more often than people do, before anything is read or written for it.

    Somebody who is signed in is counted by account, so that an office behind one address isn't stopped by
    its neighbours; anybody else by address, more generously. Counted in memory by each web process: with
    two processes up to twice as much gets through. Stands after the authentication middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        who, people = _who(request)
        limit = _limit(request, people)
        if self._limiter.hit(limit, who):
            return self.get_response(request)
        response = errors.page(request, 429)
        free_at = self._limiter.get_window_stats(limit, who).reset_time
        response.headers["Retry-After"] = str(max(1, math.ceil(free_at - time.time())))
        return response


def _who(request: HttpRequest) -> tuple[str, int]:
    """Who is counted, and for how many people."""
    if request.user.is_authenticated:
        return request.user.public_id, 1
    # The last address is the one that our own proxy has added; those before it are what the visitor claims.
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded or request.META.get("REMOTE_ADDR", ""), _PEOPLE_BEHIND_ONE_ADDRESS


def _limit(request: HttpRequest, people: int) -> RateLimitItem:
    changes = settings.ENVIRONMENT.changes_per_minute * people
    if request.method in _READING:
        return RateLimitItemPerMinute(changes * _LOOKS_PER_CHANGE, namespace="look")
    return RateLimitItemPerMinute(changes, namespace="change")
