"""The mailbox of the demonstration: what the service has sent, since nothing leaves it."""

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kevytasiointi.core.requests import WebRequest
from kevytasiointi.notifications import queries

_LETTERS_ON_A_PAGE: Final = 20


@login_not_required
@require_GET
def mailbox(request: WebRequest) -> HttpResponse:
    letters = Paginator(queries.mailbox(), _LETTERS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/mailbox.html", {"letters": letters})
