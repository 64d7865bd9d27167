"""The wall: every view is closed until it says that it is open (`login_not_required`)."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.site.chrome import home, signed_in

View = Callable[..., HttpResponseBase]
_OPENS_BEFORE_TERMS = "opens_before_terms"
"""A mark on the view's function, as `login_not_required` makes one."""


class SignInWall(LoginRequiredMiddleware):
    """Sends who isn't signed in to sign in, and from there back to where they were going.

    An address that only takes a POST can't be come back to: then back is the page that posted.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: View) -> HttpResponseRedirect:  # noqa: ARG002
        return redirect(f"{reverse('site:sign_in')}?{urlencode({'next': _came_from(request)})}")


class TermsWall:
    """Behind the sign-in wall nothing opens before the terms of use in force have been accepted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, *_arguments: object) -> HttpResponse | None:
        person = signed_in(request)
        if person is None or person.terms_version == TERMS_VERSION or not _needs_terms(view):
            return None
        return redirect(f"{reverse('site:terms')}?{urlencode({'next': _came_from(request)})}")


def before_terms(view: View) -> View:
    """Marks a view that a signed-in person may open before accepting the terms."""
    setattr(view, _OPENS_BEFORE_TERMS, True)
    return view


def way_on(request: HttpRequest) -> str:
    """Where `next` points if that is a page of ours, else the front page. Never another site."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    return asked if _is_ours(request, asked) else home()


def _needs_terms(view: View) -> bool:
    is_closed: bool = getattr(view, "login_required", True)
    return is_closed and not getattr(view, _OPENS_BEFORE_TERMS, False)


def _came_from(request: HttpRequest) -> str:
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    posted_from = request.headers.get("Referer", "")
    if not _is_ours(request, posted_from):
        return home()
    parts = urlsplit(posted_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_ours(request: HttpRequest, address: str) -> bool:
    return url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
