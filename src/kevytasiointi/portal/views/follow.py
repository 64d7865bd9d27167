from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kevytasiointi.applications import queries
from kevytasiointi.applications.rules import Mover
from kevytasiointi.applications.services import elsewhere, routing, sending, talking
from kevytasiointi.attachments import queries as files
from kevytasiointi.core import clock
from kevytasiointi.exports import services as exports
from kevytasiointi.identity import queries as people
from kevytasiointi.identity.principal import own_principal
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.portal import pages
from kevytasiointi.site.files import handed_out


@require_GET
def applications(request: PersonRequest) -> HttpResponse:
    own = queries.own_applications(people.customers_of(request.user))
    return render(request, "portal/applications.html", {"page": pages.applications_page(own, request.LANGUAGE_CODE)})


@require_GET
def application(request: PersonRequest, public_id: str) -> HttpResponse:
    """Where an application stands; a draft opens where its filling was left."""
    found = queries.own_application(people.customers_of(request.user), public_id)
    if not found.state.is_sent and not found.is_external:
        now = clock.now()
        routing.route(application=found, now=now)
        return redirect(pages.place_to_go_on(found, now))
    page = pages.application_page(found, language=request.LANGUAGE_CODE)
    return render(request, "portal/application.html", {"page": page})


@require_GET
def receipt(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.own_application(people.customers_of(request.user), public_id)
    if not found.state.is_sent:
        return redirect("portal:check", public_id)
    return render(request, "portal/receipt.html", {"page": pages.receipt_page(found, request.user)})


@require_GET
def receipt_pdf(request: PersonRequest, public_id: str) -> FileResponse:
    found = queries.own_application(people.customers_of(request.user), public_id)
    made = exports.ensure_receipt(submission=queries.first_submission(found), now=clock.now())
    return handed_out(made.file)


@require_GET
def file(request: PersonRequest, public_id: str, file_id: str) -> FileResponse:
    found = queries.own_application(people.customers_of(request.user), public_id)
    return handed_out(files.file(queries.files_owner(found), file_id))


@require_POST
def message(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.own_application(people.customers_of(request.user), public_id)
    draft = talking.Draft(
        author=request.user,
        sender=Mover.CUSTOMER,
        text=request.POST.get("text", ""),
        key=request.POST.get("key", ""),
    )
    try:
        talking.send_message(application=found, draft=draft, now=clock.now())
    except (talking.MessageEmpty, talking.MessageTooLong) as refusal:
        page = pages.application_page(found, language=request.LANGUAGE_CODE, message=draft, refusal=refusal)
        return render(request, "portal/application.html", {"page": page}, status=422)
    return redirect("portal:application", public_id)


@require_POST
def sent_elsewhere(request: PersonRequest, public_id: str) -> HttpResponse:
    """The customer tells that they have sent it in the authority's own service; telling twice is telling once."""
    found = queries.own_application(people.customers_of(request.user), public_id)
    elsewhere.tell_sent(application=found, sender=own_principal(request.user), now=clock.now())
    return redirect("portal:application", public_id)


@require_http_methods(["GET", "POST"])
def withdraw(request: PersonRequest, public_id: str) -> HttpResponse:
    """Asked first, since it can't be taken back."""
    found = queries.own_application(people.customers_of(request.user), public_id)
    if request.method == "GET":
        if not found.may_be_withdrawn:
            raise sending.TooLateToWithdraw
        return render(request, "portal/withdraw.html", {"application": found})
    sending.withdraw(application=found, sender=own_principal(request.user), now=clock.now())
    return redirect("portal:application", public_id)
