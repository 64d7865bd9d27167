from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from kevytasiointi.core import clock
from kevytasiointi.ledger import queries


@login_not_required
@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """For the operator's watch: is the database there, does work wait too long, has any been given up."""
    counts = queries.job_counts()
    oldest = queries.oldest_due(clock.now())
    return JsonResponse(
        {
            "database": "ok",
            "jobs_waiting": counts.waiting,
            "jobs_dead": counts.dead,
            "oldest_job_waits_s": int(oldest.total_seconds()) if oldest else 0,
        },
        headers={"Cache-Control": "no-store"},
    )
