from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kevytasiointi.applications import queries
from kevytasiointi.applications.rules import Status
from kevytasiointi.applications.services import drafting, routing, sending
from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.formflow.web import step as steps
from kevytasiointi.identity import queries as people
from kevytasiointi.identity.principal import own_principal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.portal import pages
from kevytasiointi.portal.sheets import DraftPort, step_urls
from kevytasiointi.site import kept


@require_POST
def start(request: PersonRequest, slug: str) -> HttpResponse:
    now = clock.now()
    application = drafting.start(
        applicant=own_principal(request.user),
        procedure_slug=slug,
        municipality_code=request.POST.get("municipality", ""),
        language=request.LANGUAGE_CODE,
        now=now,
    )
    return redirect(pages.place_to_go_on(application, now))


@login_not_required  # so that what was typed can be kept when the session has ended; see kept.py
@require_http_methods(["GET", "POST"])
def step(request: WebRequest, public_id: str, page_id: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return kept.keep_and_sign_in(request)
    now = clock.now()
    application = queries.own_application_to_fill(people.customers_of(request.user), public_id)
    if application.state is not Status.DRAFT or application.sheet is None:
        return redirect("portal:application", public_id)
    return steps.step(
        request,
        port=DraftPort(application, application.sheet, now, kept.kept_fields(request, request.user)),
        page_id=page_id,
        urls=step_urls(application),
        today=clock.finnish_day(now),
        context=pages.step_context(application, request.user, request.LANGUAGE_CODE, now),
    )


@require_GET
def check(request: PersonRequest, public_id: str) -> HttpResponse:
    """Everything that was answered, on one page; what is missing is a link to where it is asked."""
    now = clock.now()
    application = queries.own_application(people.customers_of(request.user), public_id)
    if application.state.is_sent:
        return redirect("portal:receipt", public_id)
    if routing.route(application=application, now=now):
        application = queries.own_application(people.customers_of(request.user), public_id)
    page = pages.check_page(application, language=request.LANGUAGE_CODE, now=now)
    return render(request, "portal/check.html", {"page": page})


@require_POST
def send(request: PersonRequest, public_id: str) -> HttpResponseRedirect:
    """Sending twice is sending once: the second answer leads to the same receipt."""
    application = queries.own_application_to_fill(people.customers_of(request.user), public_id)
    try:
        sending.submit(application=application, sender=own_principal(request.user), now=clock.now())
    except (sending.NotComplete, routing.NotOfferedAnyMore, routing.AuthorityChanged):
        return redirect("portal:check", public_id)
    return redirect("portal:receipt", public_id)
