"""Where each procedure is offered: for everybody to see, and what people would use, for the service owner."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from kevytasiointi.adoption.coverage import covered
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.formflow.tabular import csv_file
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.portal import coverage_pages as pages
from kevytasiointi.reporting import queries as reporting
from kevytasiointi.reporting import services
from kevytasiointi.site.chrome import signed_in
from kevytasiointi.site.files import made


@login_not_required
@require_GET
def index(request: WebRequest) -> HttpResponse:
    """Every procedure with its counts; a chosen municipality leads to its own page."""
    today, code = clock.today(), request.GET.get("municipality", "")
    if code and authorities.find_municipality(code, today):
        return redirect("portal:coverage_municipality", code)
    page = pages.index_page(language=request.LANGUAGE_CODE, on=today, municipality_unknown=bool(code))
    return render(request, "portal/coverage_index.html", {"page": page})


@login_not_required
@require_GET
def procedure(request: WebRequest, slug: str) -> HttpResponse:
    page = pages.coverage_page(
        slug,
        wanted=pages.Wanted(request.GET.get("state", ""), request.GET.get("region", "")),
        language=request.LANGUAGE_CODE,
        on=clock.today(),
        is_owner=_is_owner(request),
    )
    return render(request, "portal/coverage_procedure.html", {"page": page})


@login_not_required
@require_GET
def municipality(request: WebRequest, code: str) -> HttpResponse:
    page = pages.municipality_page(code, language=request.LANGUAGE_CODE, on=clock.today())
    return render(request, "portal/coverage_municipality.html", {"page": page})


@login_not_required
@require_POST
def wish(request: WebRequest, slug: str) -> HttpResponse:
    """ "I would use this": counts the press and nothing else, and leads back to the page it was pressed on."""
    now = clock.now()
    wanted = covered(slug)
    place = authorities.find_municipality(request.POST.get("municipality", ""), clock.finnish_day(now))
    if place is None:
        raise NotFound
    services.count_wish(procedure=wanted, municipality=place, now=now)
    query = urlencode({"municipality": place.code, "counted": "yes"})
    return redirect(f"{reverse('portal:procedure', args=[slug])}?{query}#start")


@require_GET
def wishes_csv(request: PersonRequest, slug: str) -> HttpResponse:
    """For the service owner; for anybody else there is no such file."""
    if not _is_owner(request):
        raise NotFound
    rows = reporting.wishes_by_month(covered(slug))
    content = csv_file(
        ("procedure", "municipality_code", "municipality_fi", "municipality_sv", "month", "count"),
        (
            (
                slug,
                row.municipality.code,
                row.municipality.name.in_language("fi"),
                row.municipality.name.in_language("sv"),
                f"{row.month:%Y-%m}",
                row.count,
            )
            for row in rows
        ),
    )
    return made(content, name=f"{slug}-would-use.csv", media_type="text/csv; charset=utf-8")


def _is_owner(request: WebRequest) -> bool:
    person = signed_in(request)
    return person is not None and authorities.is_service_owner(person, clock.today())
