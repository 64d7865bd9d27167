"""What an offer of a procedure is in the demonstration."""

from dataclasses import dataclass

from kevytasiointi.core.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """On what terms every joined example of the fitting kind offers the procedure, if the catalogue has it."""

    procedure: str
    fee: Text
    handling_days: int
