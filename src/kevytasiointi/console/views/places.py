from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kevytasiointi.adoption.services.running import extend, shrink
from kevytasiointi.adoption.services.territory import leave_territory
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.founding import extend_territory, write_right
from kevytasiointi.console.access import adoption_for, authority_for, refuse_unless_service_owner
from kevytasiointi.console.fields import Typed
from kevytasiointi.console.pages import places as pages
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.refusals import sentence

_ABOUT_THE_DAY = {"starts_in_the_past", "ends_in_the_past", "ends_sooner"}


@require_http_methods(["GET", "POST"])
def places(request: PersonRequest, public_id: str) -> HttpResponse:
    """Let an adoption answer in more municipalities, or in fewer."""
    adoption = adoption_for(request, public_id)
    now = clock.now()

    def act(wanted: pages.Places) -> None:
        if wanted.is_added:
            extend(
                adoption=adoption,
                municipalities=wanted.municipalities,
                from_day=wanted.day,
                actor=request.user,
                now=now,
            )
        else:
            shrink(
                adoption=adoption,
                municipalities=wanted.municipalities,
                last_day=wanted.day,
                actor=request.user,
                now=now,
            )

    typed = _typed(request)
    if typed is not None and _done(typed, act):
        messages.success(request, _("The municipalities have been changed. Customers see it from the day you chose."))
        return redirect("console:adoption", public_id)
    page = pages.places_page(adoption, typed=typed, language=request.LANGUAGE_CODE, now=now)
    return render(request, "console/places.html", {"page": page}, status=422 if page.problems else 200)


@require_http_methods(["GET", "POST"])
def territory(request: PersonRequest, public_id: str) -> HttpResponse:
    """Let an authority be competent in more municipalities, or in fewer: then nothing of it answers there any more."""
    refuse_unless_service_owner(request)
    authority = authorities.authority(public_id)
    now = clock.now()

    def act(wanted: pages.Places) -> None:
        if wanted.is_added:
            extend_territory(
                authority=authority,
                municipalities=wanted.municipalities,
                since=wanted.day,
                actor=request.user,
                now=now,
            )
        else:
            leave_territory(
                authority=authority,
                municipalities=wanted.municipalities,
                last_day=wanted.day,
                actor=request.user,
                now=now,
            )

    typed = _typed(request)
    if typed is not None and _done(typed, act):
        messages.success(request, _("The territory has been changed."))
        return redirect("console:authority", public_id)
    page = pages.territory_page(authority, typed=typed, language=request.LANGUAGE_CODE, now=now)
    return render(request, "console/places.html", {"page": page}, status=422 if page.problems else 200)


@require_http_methods(["GET", "POST"])
def right(request: PersonRequest, public_id: str) -> HttpResponse:
    """Write down until when the authority may use the national identification; its administrators are warned in time."""
    authority = authority_for(request, public_id)
    typed = _typed(request)
    if typed is not None:
        first, last = typed.required_day("first"), typed.required_day("last")
        if first is not None and last is not None:
            try:
                write_right(authority=authority, first=first, last=last, actor=request.user, now=clock.now())
            except Refusal as refusal:
                typed.errors["last"] = sentence(refusal)
            else:
                messages.success(request, _("The right has been written down. You are warned before it ends."))
                return redirect("console:right", public_id)
    page = pages.right_page(authority, typed=typed)
    return render(request, "console/right.html", {"page": page}, status=422 if page.problems else 200)


def _typed(request: PersonRequest) -> Typed | None:
    return Typed(request.POST.dict()) if request.method == "POST" else None


def _done(typed: Typed, act: Callable[[pages.Places], None]) -> bool:
    wanted = pages.read_places(typed, clock.today())
    if wanted is None:
        return False
    try:
        act(wanted)
    except Refusal as refusal:
        typed.errors["day" if refusal.code in _ABOUT_THE_DAY else "municipalities"] = sentence(refusal)
        return False
    return True
