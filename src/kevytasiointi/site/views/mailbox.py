from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kevytasiointi.core.requests import WebRequest
from kevytasiointi.notifications import queries

_SHOWN = 50


@login_not_required
@require_GET
def mailbox(request: WebRequest) -> HttpResponse:
    """Every letter the demonstration has sent. In production there is no such page."""
    return render(request, "site/mailbox.html", {"letters": queries.mailbox()[:_SHOWN]})
