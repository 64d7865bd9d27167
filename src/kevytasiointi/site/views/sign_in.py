from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.identity import auth, services
from kevytasiointi.identity.adapters.test_identification import ISSUER, persona, personas
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.site.access import before_terms, way_on
from kevytasiointi.site.chrome import home
from kevytasiointi.site.refusals import sentence


@dataclass(frozen=True, slots=True)
class Missing:
    """One line of the error summary."""

    target: str
    sentence: str


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: WebRequest) -> HttpResponse:
    """The built-in test identification: one chooses who one is. In production there is no such page."""
    if request.method == "GET":
        return render(request, "site/sign_in.html", {"personas": personas(), "next": way_on(request)})
    chosen = persona(request.POST.get("persona", ""))
    now = clock.now()
    account = services.arrive(
        issuer=ISSUER,
        subject=chosen.subject,
        given_name=chosen.given_name,
        family_name=chosen.family_name,
        language=chosen.language,
        now=now,
    )
    auth.sign_in(request, account, now=now)
    if account.terms_version != TERMS_VERSION:
        return redirect(f"{reverse('site:terms')}?{urlencode({'next': way_on(request)})}")
    return redirect(way_on(request))


@login_not_required
@require_POST
def sign_out(request: WebRequest) -> HttpResponse:
    auth.sign_out(request)
    messages.success(request, _("You have signed out."))
    return redirect(home())


@before_terms
@require_http_methods(["GET", "POST"])
def terms(request: PersonRequest) -> HttpResponse:
    """The terms of use, accepted once; and where notices go. Nothing behind the sign-in opens before."""
    page = TermsPage(request)
    if request.method == "GET":
        return page.shown()
    if request.POST.get("accepted") != "yes":
        problem = _("Tick the box if you accept the terms. Without that the service can't be used.")
        return page.shown(accept_problem=problem)
    try:
        services.accept_terms(
            account=request.user,
            version=request.POST.get("version", ""),
            email=request.POST.get("email", ""),
            now=clock.now(),
        )
    except services.NotAnEmail as refusal:
        return page.shown(email_problem=sentence(refusal))
    return redirect(way_on(request))


class TermsPage:
    """The page of the terms with what was typed and what is wrong with it."""

    def __init__(self, request: PersonRequest) -> None:
        self._request = request

    def shown(self, *, email_problem: str = "", accept_problem: str = "") -> HttpResponse:
        problems = [
            Missing(target, problem)
            for target, problem in (("#email", email_problem), ("#accepted", accept_problem))
            if problem
        ]
        context = {
            "text": f"site/facts/terms.{self._request.LANGUAGE_CODE}.html",
            "version": TERMS_VERSION,
            "next": way_on(self._request),
            "email": self._request.POST.get("email", self._request.user.email),
            "accepted": self._request.POST.get("accepted") == "yes",
            "email_problem": email_problem,
            "accept_problem": accept_problem,
            "problems": problems,
        }
        return render(self._request, "site/terms.html", context, status=422 if problems else 200)
