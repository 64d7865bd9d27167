"""Who is told what about an adoption. A notice names an authority or a procedure and a link, nothing else."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kevytasiointi.adoption.models import MailboxConfirmation, RightReminder
from kevytasiointi.adoption.services.mailboxes import token_of
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.authorities.queries import holders_of
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.notifications.notices import Notice


def mailbox_test(confirmation: MailboxConfirmation) -> Notice:
    language = confirmation.language
    with override(language):
        link = settings.PUBLIC_URL + reverse("site:confirm_mailbox", args=[token_of(confirmation)])
    return Notice(
        template="mailbox_test",
        language=language,
        recipient=confirmation.address,
        link=link,
        procedure=confirmation.address,
    )


def right_ending(reminder: RightReminder) -> Iterator[Notice]:
    """To each administrator who has an address; if nobody has, to the authority's own."""
    authority = reminder.right.authority
    for address, language in _readers(authority, reminder):
        with override(language):
            link = settings.PUBLIC_URL + reverse("portal:front")
        yield Notice(
            template="right_ending",
            language=language,
            recipient=address,
            link=link,
            procedure=authority.name.in_language(language),
        )


def _readers(authority: Authority, reminder: RightReminder) -> list[tuple[str, str]]:
    holders = holders_of(authority, RoleName.ADMINISTRATOR, finnish_day(reminder.made_at))
    people = [(each.email, each.language) for each in holders if each.email]
    return people or [(authority.email, "fi")] * bool(authority.email)
