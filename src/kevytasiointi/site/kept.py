"""What somebody had typed when their session ended is kept for them.

The page carries its person's signed public id. A POST that comes without a session is sealed and
stored for that person only; after signing in they find the page with what was typed.
"""

from django.core import signing
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from kevytasiointi.answers import kept
from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.identity.models import Account

_SALT = "portal.kept"
_NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "who"})


def signed_subject(person: Account) -> str:
    return signing.dumps(person.public_id, salt=_SALT)


def keep_and_sign_in(request: WebRequest) -> HttpResponse:
    """Send the person to sign in, and back to this page with what they had typed."""
    address = request.path
    if request.method == "POST" and (token := _keep(request)):
        address = f"{address}?{urlencode({'kept': token})}"
    return redirect(f"{reverse('site:sign_in')}?{urlencode({'next': address})}")


def kept_fields(request: WebRequest, person: Account) -> dict[str, list[str]] | None:
    """What was kept for this page and person, or None."""
    token = request.GET.get("kept", "")
    if not token:
        return None
    return kept.look_up(token=token, subject=person.public_id, address=request.path, now=clock.now())


def _keep(request: WebRequest) -> str | None:
    try:
        subject = signing.loads(request.POST.get("who", ""), salt=_SALT)
    except BadSignature:
        return None
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in _NEVER_KEPT}
    return kept.keep(subject=subject, address=request.path, fields=fields, now=clock.now())
