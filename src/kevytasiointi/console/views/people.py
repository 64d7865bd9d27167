from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.services import people as services
from kevytasiointi.console.access import authority_for
from kevytasiointi.console.fields import Typed
from kevytasiointi.console.pages import people as pages
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.refusals import sentence


@require_GET
def people(request: PersonRequest, public_id: str) -> HttpResponse:
    page = pages.people_page(authority_for(request, public_id), language=request.LANGUAGE_CODE, now=clock.now())
    return render(request, "console/people.html", {"page": page})


@require_GET
def history(request: PersonRequest, public_id: str) -> HttpResponse:
    page = pages.history_page(authority_for(request, public_id), language=request.LANGUAGE_CODE, now=clock.now())
    return render(request, "console/people_history.html", {"page": page})


@require_http_methods(["GET", "POST"])
def person(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """One person's roles; a POST gives another."""
    authority = authority_for(request, public_id)
    account = authorities.person_of(authority, person_id)
    typed = Typed(request.POST.dict())
    now = clock.now()
    if request.method == "POST" and (grant := pages.read_grant(typed, authority)):
        try:
            services.appoint(account=account, authority=authority, grant=grant, actor=request.user, now=now)
        except Refusal as refusal:
            typed.errors[pages.where_wrong(refusal.code)] = sentence(refusal)
        else:
            messages.success(request, _("The role has been given."))
            return redirect("console:person", public_id, person_id)
    page = pages.person_page(authority, account, language=request.LANGUAGE_CODE, now=now, typed=typed)
    return render(request, "console/person.html", {"page": page}, status=422 if typed.errors else 200)


@require_POST
def dismiss(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    authority = authority_for(request, public_id)
    account = authorities.person_of(authority, person_id)
    role = authorities.role_of_person(authority, account, request.POST.get("role", ""))
    try:
        services.dismiss(role=role, actor=request.user, now=clock.now())
    except services.LastAdministrator as refusal:
        messages.error(request, sentence(refusal))
        return redirect("console:person", public_id, person_id)
    messages.success(request, _("The role has ended. It no longer opens anything."))
    if account == request.user:
        return redirect("console:start")
    return redirect("console:person", public_id, person_id)
