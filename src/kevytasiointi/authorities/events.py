"""What happened to the people of authorities. Ids only: a listener reads what is true when it runs."""

from dataclasses import dataclass

from kevytasiointi.ledger.events import Event


@dataclass(frozen=True, slots=True)
class InvitationMade(Event):
    invitation_id: int
