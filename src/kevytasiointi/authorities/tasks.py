"""Work that follows from an event. At least once: each may run again and then changes nothing."""

from django_tasks import task

from kevytasiointi.authorities import notices
from kevytasiointi.authorities.models import Invitation
from kevytasiointi.core import clock
from kevytasiointi.notifications.services import deliver


@task
def send_invitation(invitation_id: int, job_id: str) -> None:
    """Send the link, unless the invitation has been withdrawn before its letter went."""
    invitation = Invitation.objects.select_related("authority").get(pk=invitation_id)
    if invitation.withdrawn_at is None:
        deliver(notice=notices.of_invitation(invitation), key=job_id, now=clock.now())
