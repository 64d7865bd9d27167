"""The base of every event: something that happened, told by ids."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Subclasses are frozen dataclasses of ids, named in the past tense."""
