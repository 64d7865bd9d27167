"""For authorities: what is ready, what each form is like, on paper and to be tried out."""

import copy
from typing import Final
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.exports.blank import blank_pdf
from kevytasiointi.formflow.web import step as steps
from kevytasiointi.portal import catalogue_pages as pages
from kevytasiointi.portal import trial as trials
from kevytasiointi.portal.trial import CHECK, Trial
from kevytasiointi.site.files import made

_REDIRECT: Final = 302
_MOST_HOPS: Final = 5
_GO: Final = "go:"


@login_not_required
@require_GET
def index(request: WebRequest) -> HttpResponse:
    page = pages.catalogue_page(language=request.LANGUAGE_CODE, on=clock.today())
    return render(request, "portal/catalogue_index.html", {"page": page})


@login_not_required
@require_GET
def procedure(request: WebRequest, slug: str) -> HttpResponse:
    page = pages.procedure_page(slug, language=request.LANGUAGE_CODE, on=clock.today())
    return render(request, "portal/catalogue_procedure.html", {"page": page})


@login_not_required
@require_GET
def paper(request: WebRequest, slug: str) -> HttpResponse:
    """The blank form in the language of the address."""
    language = request.LANGUAGE_CODE
    code = request.GET.get("municipality", "")
    blank = pages.blank_form(slug, language=language, municipality_code=code, on=clock.today())
    return made(blank_pdf(blank), name=f"{slug}-{language}.pdf", media_type="application/pdf")


@login_not_required
@require_http_methods(["GET", "POST"])
def trial(request: WebRequest, slug: str) -> HttpResponse:
    """The real form with nothing behind it: all its pages are answers to this one address."""
    found = catalogue.procedure(slug)
    version = catalogue.current_version(found)
    form = catalogue.definition_of(version).form
    if request.method == "GET":
        begun = trials.begun(form, version.sha256, request.LANGUAGE_CODE)
        return _shown(request, found, begun)
    token = request.POST.get("trial", "")
    gone_on = trials.gone_on(form, version.sha256, token=token, language=request.LANGUAGE_CODE)
    if gone_on.was_lost:
        return _shown(request, found, gone_on)
    with translation.override(gone_on.tried.language):
        response = None if gone_on.tried.page == CHECK else _step(request, found, gone_on)
    if response is not None and response.status_code != _REDIRECT:
        return response
    return _shown(request, found, _moved(request, gone_on, response))


def _moved(request: WebRequest, trial: Trial, response: HttpResponse | None) -> Trial:
    """Where the pressed button leads: to the page it names, else where the step view would have sent a customer."""
    language = request.POST.get("language", "")
    pressed = request.POST.get("do", "")
    if language in dict(settings.LANGUAGES):
        return trial.at(trial.tried.page, language)
    if pressed.startswith(_GO):
        return trial.at(_page_in(pressed.removeprefix(_GO)))
    return trial.at(_page_in(response.headers["Location"])) if response is not None else trial


def _page_in(address: str) -> str:
    return parse_qs(urlsplit(address).query).get("page", [CHECK])[0]


def _shown(request: WebRequest, found: Procedure, trial: Trial) -> HttpResponse:
    """The page on which the trial now is, rendered at once: a redirect would have nowhere to carry the answers."""
    asked = copy.copy(request)
    asked.method = "GET"
    with translation.override(trial.tried.language):
        for _hop in range(_MOST_HOPS):
            if trial.tried.page == CHECK or trial.form.page(trial.tried.page) is None:
                return _check(request, found, trial.at(CHECK))
            response = _step(asked, found, trial)
            if response.status_code != _REDIRECT:
                return response
            trial = trial.at(_page_in(response.headers["Location"]))
        return _check(request, found, trial.at(CHECK))


def _step(request: WebRequest, found: Procedure, trial: Trial) -> HttpResponse:
    away = reverse("portal:catalogue_procedure", args=[found.slug])
    return steps.step(
        request,
        port=trial.port,
        page_id=trial.tried.page,
        urls=trials.urls(away),
        today=clock.today(),
        context={
            "trial": trial,
            "away": away,
            "not_saved": _("Trial: nothing is saved."),
            "crumbs": [(_("For authorities"), reverse("portal:catalogue"))],
            "title": found.name.in_language(trial.tried.language),
        },
    )


def _check(request: WebRequest, found: Procedure, trial: Trial) -> HttpResponse:
    page = pages.trial_check_page(found, trial, language=trial.tried.language, today=clock.today())
    return render(request, "portal/catalogue_trial_check.html", {"page": page, "trial": trial})
