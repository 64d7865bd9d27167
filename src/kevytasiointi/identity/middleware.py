"""No session lives for ever, nor unattended for long."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponseBase

from kevytasiointi.core import clock
from kevytasiointi.identity.auth import SEEN_AT, SIGNED_IN_AT

LONGEST_SESSION: Final = dt.timedelta(hours=8)
"""After this a person identifies again, however busy they are. ASVS 5.0 7.3.2."""

_BETWEEN_WRITES: Final = dt.timedelta(minutes=1)


class SessionLimits:
    """Ends a session that is older than `LONGEST_SESSION`, and keeps one alive that is in use.

    One that is left alone for `SESSION_COOKIE_AGE` ends by itself: Django counts that from the last
    write, so a session in use is written about once a minute. Stands after the authentication
    middleware; what follows sees nobody signed in. A session that doesn't know when it began is ended.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Without its cookie there is no session, and reading one would forbid the caching of open pages.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            now = int(clock.now().timestamp())
            if now - request.session.get(SIGNED_IN_AT, 0) >= LONGEST_SESSION.total_seconds():
                logout(request)
            elif now - request.session.get(SEEN_AT, 0) >= _BETWEEN_WRITES.total_seconds():
                request.session[SEEN_AT] = now
        return self.get_response(request)
