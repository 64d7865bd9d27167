from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.portal import pages


@login_not_required
@require_GET
def front(request: WebRequest) -> HttpResponse:
    return render(request, "portal/front.html", {"page": pages.front_page()})


@login_not_required
@require_GET
def search(request: WebRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[: pages.LONGEST_SEARCH]
    found = catalogue.search(words, request.LANGUAGE_CODE) if words else catalogue.listed_procedures()
    return render(request, "portal/search.html", {"words": words, "procedures": found})


@login_not_required
@require_GET
def procedure(request: WebRequest, slug: str) -> HttpResponse:
    found = catalogue.procedure(slug)
    if found.is_elsewhere:
        return render(request, "portal/elsewhere.html", {"page": pages.entry_page(found)})
    page = pages.procedure_page(
        found,
        municipality_code=request.GET.get("municipality", ""),
        language=request.LANGUAGE_CODE,
        on=clock.today(),
        was_counted="counted" in request.GET,
    )
    return render(request, "portal/procedure.html", {"page": page})
