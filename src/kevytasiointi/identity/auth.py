"""Sessions: how an identified person is let in and out."""

import datetime as dt
from typing import Final

from django.contrib.auth import login, logout
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from kevytasiointi.identity.models import Account

SIGNED_IN_AT: Final = "signed_in_at"
SEEN_AT: Final = "seen_at"
"""In the session, as whole seconds since 1970."""


class AccountBackend(BaseBackend):
    """Finds the person of a session. It lets nobody in: identification is always somebody else's."""

    def get_user(self, user_id: int) -> Account | None:
        return Account.objects.filter(pk=user_id, is_active=True).first()


def sign_in(request: HttpRequest, account: Account, *, now: dt.datetime) -> None:
    """Open a session for a person who has just been identified, under a new key.

    What another person's session on this browser held is thrown away.
    """
    login(request, account, backend=f"{AccountBackend.__module__}.{AccountBackend.__qualname__}")
    request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = int(now.timestamp())


def sign_out(request: HttpRequest) -> None:
    """End the session of this browser."""
    logout(request)
