"""The tokens of links that open something once. The database keeps their digests only."""

import hashlib

from django.utils.crypto import salted_hmac


def token_of(public_id: str) -> str:
    """The token of an invitation, made anew from the server's own secret, so that it is kept nowhere."""
    return salted_hmac("kevytasiointi.authorities.invitation", public_id, algorithm="sha256").hexdigest()


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
