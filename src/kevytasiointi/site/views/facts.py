from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from kevytasiointi.core.requests import WebRequest


@login_not_required
@require_GET
def accessibility(request: WebRequest) -> HttpResponse:
    return _fact(request, "accessibility")


@login_not_required
@require_GET
def privacy(request: WebRequest) -> HttpResponse:
    return _fact(request, "privacy")


@login_not_required
@require_GET
def about(request: WebRequest) -> HttpResponse:
    return _fact(request, "about")


def _fact(request: WebRequest, name: str) -> HttpResponse:
    """Long text is written in each language as a whole: a template per language, not sentences to translate."""
    return render(request, f"site/facts/{name}.{get_language()}.html")
