"""Who may open the console's pages. What they may do there the services ask again."""

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.queries import adoption_seen_by
from kevytasiointi.authorities.models import Authority
from kevytasiointi.authorities.queries import authority_administered, is_service_owner
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.requests import PersonRequest


def refuse_unless_service_owner(request: PersonRequest) -> None:
    """For anybody else there is no such page: `NotFound`."""
    if not is_service_owner(request.user, clock.today()):
        raise NotFound


def authority_for(request: PersonRequest, public_id: str) -> Authority:
    """The authority of the address if the person administers it; for anybody else there is no such page."""
    return authority_administered(request.user, public_id, clock.today())


def adoption_for(request: PersonRequest, public_id: str) -> Adoption:
    """The adoption of the address if the person administers its authority or owns the service; else no such page."""
    return adoption_seen_by(request.user, public_id, clock.today())
