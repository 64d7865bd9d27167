"""Who may open the console's pages."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse

from kevytasiointi.authorities.queries import is_service_owner
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.requests import PersonRequest

P = ParamSpec("P")


def for_service_owner(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[PersonRequest, P], HttpResponse]:
    """For anybody else there is no such page."""

    @wraps(view)
    def guarded(request: PersonRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not is_service_owner(request.user, clock.today()):
            raise NotFound
        return view(request, *args, **kwargs)

    return guarded
