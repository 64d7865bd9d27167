"""The request of a signed-in person."""

from kevytasiointi.core.requests import WebRequest
from kevytasiointi.identity.models import Account


class PersonRequest(WebRequest):
    """Views behind the sign-in wall take this type; the middleware has made it true."""

    user: Account
