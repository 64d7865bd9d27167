"""Error pages: what happened, in the visitor's language, and a way on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.site import chrome
from kevytasiointi.site.refusals import sentence


@dataclass(frozen=True, slots=True)
class ErrorText:
    title: str | Promise
    text: str | Promise


_FORM_EXPIRED: Final = ErrorText(
    _("The page was too old"),
    _(
        "For safety, a page can be used only for a while, and only while cookies are allowed. Go back, open the page again, and try once more."
    ),
)
TEXTS: Final[Mapping[int, ErrorText]] = {
    400: ErrorText(_("The request could not be understood"), _("Go back and try again.")),
    403: ErrorText(_("You may not open this page"), _("If you have another role in the service, sign in with it.")),
    404: ErrorText(
        _("The page was not found"),
        _("The address may be mistyped, the page may have moved, or it may belong to somebody else."),
    ),
    405: ErrorText(_("This address can't be opened like this"), _("Begin from the front page.")),
    409: ErrorText(_("This could not be done"), ""),
    413: ErrorText(
        _("What you sent is too large"),
        _("Nothing was saved of it. Go back, choose a smaller file, and try again. Your earlier answers are safe."),
    ),
    429: ErrorText(_("Too many attempts"), _("Wait a few minutes and try again.")),
    500: ErrorText(
        _("Something went wrong in the service"),
        _("The fault is ours, and it has been recorded. What you had saved is safe. Try again in a moment."),
    ),
    503: ErrorText(
        _("The service is resting for a moment"),
        _("It is being maintained or is very busy. What you had saved is safe. Try again in a few minutes."),
    ),
}


def page(request: HttpRequest, status: int, text: ErrorText | None = None) -> HttpResponse:
    """An error page that asks nothing of the database."""
    content = render_to_string("site/error.html", _context(request, status, text))
    return HttpResponse(content, status=status)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal that no view expected: the sentence, and the way back."""
    if isinstance(refusal, NotFound):
        return not_found(request, refusal)
    text = ErrorText(TEXTS[409].title, sentence(refusal))
    return render(request, "site/error.html", {"error": text, "status": 409, "may_go_back": True}, status=409)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "site/error.html", {"error": TEXTS[404], "status": 404, "may_go_back": False}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    return page(request, 403, _FORM_EXPIRED)


def server_error(request: HttpRequest) -> HttpResponse:
    return page(request, 500)


def _context(request: HttpRequest, status: int, text: ErrorText | None) -> dict[str, object]:
    return {
        "site": chrome.bare(request),
        "LANGUAGE_CODE": get_language(),
        "messages": (),
        "error": text or TEXTS[status],
        "status": status,
        "may_go_back": status in {400, 403, 413, 429},
    }
