"""Who may open the console's pages."""

from kevytasiointi.authorities.queries import is_service_owner
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.requests import PersonRequest


def refuse_unless_service_owner(request: PersonRequest) -> None:
    """For anybody else there is no such page: `NotFound`."""
    if not is_service_owner(request.user, clock.today()):
        raise NotFound
