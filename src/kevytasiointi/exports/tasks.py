"""Work that follows from sending. At least once: made again, it is the same receipt."""

from django_tasks import task

from kevytasiointi.applications.models import Submission
from kevytasiointi.core import clock
from kevytasiointi.exports.services import ensure_receipt


@task
def make_receipt(submission_id: int) -> None:
    """So that the receipt is there before somebody asks for it."""
    submission = Submission.objects.select_related(
        "application__authority", "application__adoption", "application__municipality", "version", "sender", "principal"
    ).get(pk=submission_id)
    ensure_receipt(submission=submission, now=clock.now())
