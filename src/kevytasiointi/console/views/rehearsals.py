from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kevytasiointi.applications.services import rehearsing
from kevytasiointi.console.access import adoption_for
from kevytasiointi.console.pages import rehearsals as pages
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.refusals import sentence


@require_http_methods(["GET", "POST"])
def rehearsals(request: PersonRequest, public_id: str) -> HttpResponse:
    """The rehearsals of one adoption, the latest with its checklist; a POST begins another."""
    adoption = adoption_for(request, public_id)
    refusal = ""
    if request.method == "POST":
        try:
            rehearsing.begin(
                adoption=adoption,
                language=pages.language_chosen(request.POST.get("language", "")),
                actor=request.user,
                now=clock.now(),
            )
        except Refusal as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("The rehearsal has begun. Follow the role mailbox of the authority."))
            return redirect("console:rehearsals", public_id)
    page = pages.rehearsals_page(adoption, language=request.LANGUAGE_CODE, refusal=refusal)
    return render(request, "console/rehearsals.html", {"page": page}, status=409 if refusal else 200)
