from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kevytasiointi.console.pages.start import start_page
from kevytasiointi.core import clock
from kevytasiointi.identity.requests import PersonRequest


@require_GET
def start(request: PersonRequest) -> HttpResponse:
    """Open to everybody who is signed in: an authority that doesn't exist yet begins its joining here."""
    return render(request, "console/start.html", {"page": start_page(request.user, clock.now())})
