from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Invitation, RoleName
from kevytasiointi.authorities.services import people as services
from kevytasiointi.console.access import authority_for
from kevytasiointi.console.fields import Typed
from kevytasiointi.console.pages import people as pages
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.refusals import sentence


@require_http_methods(["GET", "POST"])
def invite(request: PersonRequest, public_id: str) -> HttpResponse:
    authority = authority_for(request, public_id)
    typed = Typed(request.POST.dict()) if request.method == "POST" else None
    if typed is not None and (grant := pages.read_invitation(typed, authority)):
        try:
            services.invite(
                authority=authority,
                grant=grant,
                email=typed["email"],
                language=typed["language"],
                actor=request.user,
                now=clock.now(),
            )
        except Refusal as refusal:
            typed.errors[pages.where_wrong(refusal.code)] = sentence(refusal)
        else:
            messages.success(request, _("The invitation is on its way. It is valid for 14 days."))
            return redirect("console:people", public_id)
    page = pages.invite_page(authority, language=request.LANGUAGE_CODE, typed=typed)
    return render(request, "console/invite.html", {"page": page}, status=422 if page.problems else 200)


@require_POST
def withdraw(request: PersonRequest, public_id: str, invitation_id: str) -> HttpResponse:
    found = authorities.invitation_of(authority_for(request, public_id), invitation_id)
    try:
        services.withdraw_invitation(invitation=found, actor=request.user, now=clock.now())
    except services.InvitationUsed as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("The invitation has been withdrawn. Its link no longer opens anything."))
    return redirect("console:people", public_id)


@require_http_methods(["GET", "POST"])
def invitation(request: PersonRequest, token: str) -> HttpResponse:
    """What the link of an invitation opens: whoever is signed in may accept it, once."""
    found = authorities.invitation_by_token(token)
    if request.method == "GET":
        return _shown(request, found, _why_over(found))
    try:
        role = services.accept_invitation(token=token, account=request.user, now=clock.now())
    except Refusal as refusal:
        return _shown(request, found, sentence(refusal), status=409)
    messages.success(request, _("Welcome. The role is yours now."))
    return redirect("console:start" if role.role == RoleName.ADMINISTRATOR else "desk:inbox")


def _why_over(found: Invitation) -> str:
    try:
        services.refuse_closed(invitation=found, now=clock.now())
    except Refusal as refusal:
        return sentence(refusal)
    return ""


def _shown(request: PersonRequest, found: Invitation, over: str, *, status: int = 200) -> HttpResponse:
    page = pages.invitation_page(found, language=request.LANGUAGE_CODE, over=over)
    return render(request, "console/invitation.html", {"page": page}, status=status)
