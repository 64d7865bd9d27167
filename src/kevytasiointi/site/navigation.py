"""What the main menu offers to whom. `config` names the items; this room only shows them."""

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise


class Audience(Enum):
    EVERYONE = auto()
    SIGNED_IN = auto()
    OFFICIAL = auto()
    ADMINISTRATOR = auto()


@dataclass(frozen=True, slots=True)
class NavigationItem:
    label: str | Promise
    url_name: str
    audience: Audience = Audience.EVERYONE
