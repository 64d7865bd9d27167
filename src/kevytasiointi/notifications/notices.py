"""What a notice is: a known text, an address, and a link. Never content, personal data or an outcome."""

from dataclasses import dataclass
from typing import Final

TEMPLATES: Final = frozenset(
    {
        "alert_new",  # to the authority: something new waits
        "alert_message",  # to the authority: the customer has written
        "withdrawn",  # to the authority: the customer has withdrawn
        "receipt",  # to the customer: it has arrived
        "status_changed",  # to the customer: look at what changed
        "message_to_customer",  # to the customer: the authority has written
        "invitation",  # to somebody an authority wants among its people
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """`template` is one of `TEMPLATES`; `reference` authorises nothing.

    `procedure` and `authority` are names in `language`, where the template speaks of them.
    """

    template: str
    language: str
    recipient: str
    link: str
    procedure: str = ""
    reference: str = ""
    authority: str = ""

    def __post_init__(self) -> None:
        if self.template not in TEMPLATES:
            raise ValueError(f"there is no notice {self.template!r}")
