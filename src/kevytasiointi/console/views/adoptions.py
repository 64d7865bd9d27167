from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.services import leaving, mailboxes, running
from kevytasiointi.console.access import authority_for, refuse_unless_service_owner
from kevytasiointi.console.fields import Typed
from kevytasiointi.console.pages import adoptions as pages
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.refusals import sentence

_CHANGE_FIELDS = {
    "starts_in_the_past": "from_day",
    "nothing_changes": "from_day",
    "not_a_mailbox": "alert_address",
    "mailbox_not_confirmed": "alert_address",
    "asked_just_now": "alert_address",
    "too_many_working_days": "alert_after_working_days",
    "language_incomplete": "contact_sv",
}
_DETACH_FIELDS = {
    "replacement_missing": "replacement_fi",
    "language_incomplete": "replacement_sv",
    "text_too_long": "replacement_fi",
}
"""Code of a refusal → the field that it is mended in."""


@require_GET
def authorities(request: PersonRequest) -> HttpResponse:
    refuse_unless_service_owner(request)
    return render(request, "console/authorities.html", {"page": pages.authorities_page(clock.now())})


@require_GET
def authority(request: PersonRequest, public_id: str) -> HttpResponse:
    page = pages.authority_page(authority_for(request, public_id), request.user, clock.now())
    return render(request, "console/authority.html", {"page": page})


@require_GET
def adoption(request: PersonRequest, public_id: str) -> HttpResponse:
    page = pages.adoption_page(
        _found(request, public_id), request.user, language=request.LANGUAGE_CODE, now=clock.now()
    )
    return render(request, "console/adoption.html", {"page": page})


@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, public_id: str) -> HttpResponse:
    """Announce new terms; with the other button a test message goes to a new alert address first."""
    found = _found(request, public_id)
    typed = Typed(request.POST.dict()) if request.method == "POST" else None
    if typed is not None and request.POST.get("do") == "test":
        _test_mailbox(request, found, typed)
    elif typed is not None and _changed(request, found, typed):
        messages.success(request, _("The new terms have been announced."))
        return redirect("console:adoption", public_id)
    page = pages.change_page(found, now=clock.now(), typed=typed)
    return render(request, "console/change.html", {"page": page}, status=422 if page.problems else 200)


@require_http_methods(["GET", "POST"])
def detach(request: PersonRequest, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    typed = Typed(request.POST.dict()) if request.method == "POST" else None
    if typed is not None and _detached(request, found, typed):
        messages.success(
            request, _("The plan has been saved. Customers see it, and pending matters are handled to the end.")
        )
        return redirect("console:adoption", public_id)
    page = pages.detach_page(found, typed=typed, language=request.LANGUAGE_CODE)
    return render(request, "console/detach.html", {"page": page}, status=422 if page.problems else 200)


def _found(request: PersonRequest, public_id: str) -> Adoption:
    return queries.adoption_seen_by(request.user, public_id, clock.today())


def _test_mailbox(request: PersonRequest, adoption: Adoption, typed: Typed) -> None:
    try:
        mailboxes.ask_mailbox(
            address=typed["alert_address"],
            language=typed["alert_language"] or adoption.alert_language,
            authority=adoption.authority,
            actor=request.user,
            now=clock.now(),
        )
    except Refusal as refusal:
        typed.errors[_CHANGE_FIELDS.get(refusal.code, "alert_address")] = sentence(refusal)
    else:
        messages.success(
            request, _("The test message is on its way. Open its link in the mailbox, then come back here.")
        )


def _changed(request: PersonRequest, adoption: Adoption, typed: Typed) -> bool:
    from_day = typed.required_day("from_day")
    working_days = typed.number("alert_after_working_days")
    handling_days = typed.number("handling_days")
    if typed.errors or from_day is None:
        return False
    wanted = running.Change(
        from_day=from_day,
        alert_address=typed["alert_address"],
        alert_language=typed["alert_language"],
        substitute_address=typed["substitute_address"],
        alert_after_working_days=working_days,
        contact=pages.read_texts(typed, "contact"),
        fee=pages.read_texts(typed, "fee"),
        handling_days=handling_days,
    )
    try:
        running.change_terms(adoption=adoption, change=wanted, actor=request.user, now=clock.now())
    except Refusal as refusal:
        typed.errors[_CHANGE_FIELDS.get(refusal.code, "from_day")] = sentence(refusal)
    return not typed.errors


def _detached(request: PersonRequest, adoption: Adoption, typed: Typed) -> bool:
    last_day = typed.required_day("last_day")
    public_id = typed["other_authority"]
    other = queries.authority_beside(adoption, public_id) if public_id else None
    if public_id and other is None:
        typed.errors["other_authority"] = _("Choose the authority from the list.")
    if typed.errors or last_day is None:
        return False
    plan = leaving.Plan(last_day=last_day, replacement=pages.read_texts(typed, "replacement"), other_authority=other)
    try:
        leaving.detach(adoption=adoption, plan=plan, actor=request.user, now=clock.now())
    except Refusal as refusal:
        typed.errors[_DETACH_FIELDS.get(refusal.code, "last_day")] = sentence(refusal)
    return not typed.errors
