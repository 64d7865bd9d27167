"""What a notice is: a known text, an address, and a link. Never content, personal data or an outcome."""

from dataclasses import dataclass
from typing import Final

TEMPLATES: Final = frozenset(
    {
        "alert_new",  # to the authority: something new waits
        "alert_elsewhere",  # to the authority: the customer says that something waits in its own service
        "alert_message",  # to the authority: the customer has written
        "withdrawn",  # to the authority: the customer has withdrawn
        "receipt",  # to the customer: it has arrived
        "status_changed",  # to the customer: look at what changed
        "message_to_customer",  # to the customer: the authority has written
        "invitation",  # to somebody an authority wants among its people
        "draft_affected",  # to the customer: who takes a draft in changes, or nobody does any more
        "mailbox_test",  # to a role address: somebody reads it if the link is confirmed
        "rehearsal",  # to the authority: something has happened in a made-up application
        "joining_sent",  # to the service owner: a joining notice waits for a decision
        "joining_returned",  # to whoever sent a joining notice: something in it has to be mended
        "joining_confirmed",  # to the authority: its joining notice has been confirmed
        "right_ending",  # to the authority's administrators: its right to the identification ends soon
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """`template` is one of `TEMPLATES`; `reference` authorises nothing.

    `procedure` names what it is about, in `language`: the procedure, else the authority or the mailbox.
    """

    template: str
    language: str
    recipient: str
    link: str
    procedure: str = ""
    reference: str = ""

    def __post_init__(self) -> None:
        if self.template not in TEMPLATES:
            raise ValueError(f"there is no notice {self.template!r}")
