"""What holds for every answer, whichever view made it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.site import errors

Answer = Callable[[HttpRequest], HttpResponseBase]


class NoStore:
    """A page of a person, or of a session, is kept by no browser and no cache on the way."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.session.is_empty() or request.session.modified:
            response.headers["Cache-Control"] = "no-store, private"
        return response


class ErrorPages:
    """A refusal that no view expected becomes a page, and so does an empty "method not allowed"."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code == 405 and isinstance(response, HttpResponse) and not response.content:  # noqa: PLR2004
            shown = errors.page(request, 405)
            shown.headers["Allow"] = response.headers["Allow"]
            return shown
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.refused(request, exception) if isinstance(exception, Refusal) else None
