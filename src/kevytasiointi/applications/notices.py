"""Who is told what about an application. A notice names the procedure and a link: never content or outcome."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import HistoryKind
from kevytasiointi.identity.models import Account
from kevytasiointi.notifications.notices import Notice


def to_authority(template: str, application: Application) -> Notice:
    """To the role address of the adoption, in the language the authority chose; of a rehearsal it says that it is one."""
    language = application.adoption.alert_language
    return Notice(
        template="rehearsal" if application.is_rehearsal else template,
        language=language,
        recipient=application.adoption.alert_address,
        link=_link("desk:case", application, language),
        procedure=application.procedure.name.in_language(language),
        reference=application.reference or "",
    )


def to_customer(template: str, application: Application) -> Notice | None:
    """To the address the sender has given for notices, or None: then the service itself is the channel.

    A made-up customer reads no letters.
    """
    if application.is_rehearsal:
        return None
    sender = _sender(application)
    if sender is None or not sender.email:
        return None
    return Notice(
        template=template,
        language=sender.language,
        recipient=sender.email,
        link=_link("portal:application", application, sender.language),
        procedure=application.procedure.name.in_language(sender.language),
        reference=application.reference or "",
    )


def _sender(application: Application) -> Account | None:
    """Who has sent it, here or elsewhere."""
    if application.is_external:
        return application.history.select_related("actor").get(kind=HistoryKind.SENT_ELSEWHERE).actor
    return application.submissions.select_related("sender").get(number=1).sender


def to_drafter(template: str, application: Application) -> Notice | None:
    """To the person whose draft it is, or None: an organisation's draft has no address of its own yet."""
    person = application.customer.account if application.customer else None
    if person is None or not person.email:
        return None
    return Notice(
        template=template,
        language=person.language,
        recipient=person.email,
        link=_link("portal:application", application, person.language),
        procedure=application.procedure.name.in_language(person.language),
    )


def _link(view: str, application: Application, language: str) -> str:
    with override(language):
        return settings.PUBLIC_URL + reverse(view, args=[application.public_id])
