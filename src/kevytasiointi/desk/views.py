from collections.abc import Callable

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import Mover, Status
from kevytasiointi.applications.services import handling, talking
from kevytasiointi.attachments import queries as files
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.desk import pages
from kevytasiointi.desk.access import desk_for
from kevytasiointi.exports import services as exports
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site.files import handed_out
from kevytasiointi.site.refusals import sentence


@require_GET
def inbox(request: PersonRequest) -> HttpResponse:
    return render(request, "desk/inbox.html", {"page": pages.inbox_page(desk_for(request), request)})


@require_GET
def case(request: PersonRequest, public_id: str) -> HttpResponse:
    desk = desk_for(request)
    found = queries.case(desk, public_id)
    handling.open_case(application=found, actor=request.user, now=clock.now())
    return render(request, "desk/case.html", {"page": pages.case_page(found, desk, request)})


@require_POST
def take(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.case(desk_for(request), public_id)
    return _act(
        request,
        found,
        lambda: handling.take(application=found, actor=request.user, seen=_seen(request), now=clock.now()),
        _("The case is now yours, and the customer can see that handling has begun."),
    )


@require_POST
def hand_over(request: PersonRequest, public_id: str) -> HttpResponse:
    desk = desk_for(request)
    found = queries.case(desk, public_id)
    handler = pages.colleague(found, request.POST.get("handler", ""))
    return _act(
        request,
        found,
        lambda: handling.hand_over(
            application=found, handler=handler, actor=request.user, seen=_seen(request), now=clock.now()
        ),
        _("The handler has been changed."),
    )


@require_POST
def case_number(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.case(desk_for(request), public_id)
    return _act(
        request,
        found,
        lambda: handling.set_case_number(
            application=found,
            case_number=request.POST.get("case_number", ""),
            actor=request.user,
            seen=_seen(request),
            now=clock.now(),
        ),
        _("The case number has been saved."),
    )


@require_POST
def change_status(request: PersonRequest, public_id: str) -> HttpResponse:
    """`target` is a status, or `handled:<outcome>`: one choice names both."""
    found = queries.case(desk_for(request), public_id)
    target, _colon, outcome = request.POST.get("target", "").partition(":")
    return _act(
        request,
        found,
        lambda: handling.change_status(
            application=found,
            decision=handling.Decision(_status(target), outcome, request.POST.get("note", "")),
            actor=request.user,
            seen=_seen(request),
            now=clock.now(),
        ),
        _("The status has been changed, and the customer is being told."),
    )


@require_POST
def message(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.case(desk_for(request), public_id)
    draft = talking.Draft(
        author=request.user,
        sender=Mover.OFFICIAL,
        text=request.POST.get("text", ""),
        key=request.POST.get("key", ""),
    )
    return _act(
        request,
        found,
        lambda: talking.send_message(application=found, draft=draft, now=clock.now()),
        _("The message has been sent."),
    )


@require_GET
def package(request: PersonRequest, public_id: str) -> FileResponse:
    """Everything of the case in one file, for the authority's own case management."""
    found = queries.case(desk_for(request), public_id)
    handling.log_taken_out(application=found, what="package", actor=request.user, now=clock.now())
    made = exports.package(submission=queries.first_submission(found), now=clock.now())
    return FileResponse(made.content, as_attachment=True, filename=made.name, content_type="application/zip")


@require_GET
def pdf(request: PersonRequest, public_id: str) -> FileResponse:
    found = queries.case(desk_for(request), public_id)
    handling.log_taken_out(application=found, what="pdf", actor=request.user, now=clock.now())
    return handed_out(exports.ensure_receipt(submission=queries.first_submission(found), now=clock.now()).file)


@require_GET
def file(request: PersonRequest, public_id: str, file_id: str) -> FileResponse:
    found = queries.case(desk_for(request), public_id)
    handling.log_taken_out(application=found, what=file_id, actor=request.user, now=clock.now())
    return handed_out(files.file(queries.files_owner(found), file_id))


def _act(request: PersonRequest, application: Application, act: Callable[[], object], done: str) -> HttpResponse:
    """Do one thing and go back to the case; a refusal shows the case again with what was typed."""
    try:
        act()
    except Refusal as refusal:
        page = pages.case_page(
            application, desk_for(request), request, refusal=sentence(refusal), typed=request.POST.dict()
        )
        return render(request, "desk/case.html", {"page": page}, status=409)
    messages.success(request, done)
    return redirect("desk:case", application.public_id)


def _seen(request: PersonRequest) -> int:
    """How many entries of history the page showed on which the official decided."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else -1


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        raise handling.MoveNotAllowed from None
