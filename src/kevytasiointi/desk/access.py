"""Who may open the desk. Which cases they see there is the queries' business."""

from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.queries import Desk, desk_of
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.requests import PersonRequest


def desk_for(request: PersonRequest) -> Desk:
    """The desk of a handler; for anybody else there is no such page."""
    desk = desk_of(request.user, clock.today())
    if not desk.has(RoleName.HANDLER):
        raise NotFound
    return desk
