import datetime as dt

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from kevytasiointi.core import clock
from kevytasiointi.ledger import queries


@login_not_required
@require_GET
def health(_request: HttpRequest) -> JsonResponse:
    """For the operator's watch: is the database there, does work wait too long, has any been given up."""
    now = clock.now()
    counts = queries.job_counts(now)
    waited = now - counts.oldest_due_at if counts.oldest_due_at else dt.timedelta()
    return JsonResponse(
        {
            "database": "ok",
            "jobs_due": counts.due,
            "jobs_dead": counts.dead,
            "oldest_due_job_waits_s": int(waited.total_seconds()),
        },
        headers={"Cache-Control": "no-store"},
    )
