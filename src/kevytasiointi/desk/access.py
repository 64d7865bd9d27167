"""Who may open the desk. Which cases they see there is the queries' business."""

from kevytasiointi.authorities.queries import Desk, desk_of
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.requests import PersonRequest


def desk_for(request: PersonRequest) -> Desk:
    """The desk of a handler or reader; for anybody else there is no such page."""
    desk = desk_of(request.user, clock.today())
    if not desk.sees_cases:
        raise NotFound
    return desk
