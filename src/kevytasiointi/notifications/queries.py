"""What has been sent."""

from django.conf import settings
from django.db.models import QuerySet

from kevytasiointi.core.refusals import NotFound
from kevytasiointi.notifications.models import SentMail


def mailbox() -> QuerySet[SentMail]:
    """Everything sent, the latest first, for the mailbox page. Raises `NotFound` in production."""
    if not settings.ENVIRONMENT.mode.is_pretend:
        raise NotFound
    return SentMail.objects.all()
