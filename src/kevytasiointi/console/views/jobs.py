from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kevytasiointi.console.access import refuse_unless_service_owner
from kevytasiointi.console.pages import jobs as pages
from kevytasiointi.core import clock
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.ledger import queries, services


@require_GET
def jobs(request: PersonRequest) -> HttpResponse:
    """What waits, and what was given up after three days of trying."""
    refuse_unless_service_owner(request)
    return render(request, "console/jobs.html", {"page": pages.jobs_page(clock.now())})


@require_POST
def retry(request: PersonRequest, public_id: str) -> HttpResponse:
    refuse_unless_service_owner(request)
    services.retry_dead(job=queries.dead_letter(public_id), actor=request.user.public_id, now=clock.now())
    messages.success(request, _("The job will be tried again now."))
    return redirect("console:jobs")
