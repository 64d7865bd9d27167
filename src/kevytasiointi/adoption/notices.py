"""Who is told what about an adoption. A notice names an authority or a procedure and a link, nothing else."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kevytasiointi.adoption.models import JoiningNotice, MailboxConfirmation, NoticeEvent, RightReminder
from kevytasiointi.adoption.rules import NoticeState
from kevytasiointi.adoption.services.mailboxes import token_of
from kevytasiointi.adoption.wishes import name_of
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.authorities.queries import holders_of, service_owners
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


def notice_sent(joining: JoiningNotice) -> Iterator[Notice]:
    """To each owner of the service who has an address: something waits for their decision."""
    for owner in service_owners(finnish_day(joining.sent_at or joining.created_at)):
        if owner.email:
            yield _of_notice("joining_sent", joining, owner.email, owner.language)


def notice_decided(event: NoticeEvent) -> Iterator[Notice]:
    """To whoever sent it, and when it was confirmed also to the mailboxes that now get alerts."""
    joining = event.notice
    is_confirmed = event.state == NoticeState.CONFIRMED
    template = "joining_confirmed" if is_confirmed else "joining_returned"
    sender = joining.sent_by
    readers = {sender.email: sender.language} if sender and sender.email else {}
    for adoption in joining.adoptions.all() if is_confirmed else ():
        if adoption.alert_address:
            readers.setdefault(adoption.alert_address, adoption.alert_language)
    for address, language in readers.items():
        yield _of_notice(template, joining, address, language)


def _of_notice(template: str, joining: JoiningNotice, recipient: str, language: str) -> Notice:
    with override(language):
        link = settings.PUBLIC_URL + reverse("console:notice", args=[joining.public_id])
    name = name_of(joining)
    return Notice(
        template=template, language=language, recipient=recipient, link=link, procedure=name.in_language(language)
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
