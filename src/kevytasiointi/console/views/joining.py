from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import JoiningNotice
from kevytasiointi.adoption.services import asking, mailboxes
from kevytasiointi.adoption.wishes import wishes_of
from kevytasiointi.console.access import authority_for
from kevytasiointi.console.pages import joining as pages
from kevytasiointi.console.sheets import NoticePort, step_urls
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.formflow.web import step as steps
from kevytasiointi.identity.requests import PersonRequest
from kevytasiointi.site import kept


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    """Begin a notice: of an authority that one administers, or of one that isn't in the service yet."""
    now = clock.now()
    public_id = request.POST.get("authority", "")
    notice = asking.start_notice(
        authority=authority_for(request, public_id) if public_id else None,
        actor=request.user,
        language=request.LANGUAGE_CODE,
        now=now,
    )
    return redirect(pages.place_to_go_on(notice, now))


@login_not_required  # so that what was typed can be kept when the session has ended; see site/kept.py
@require_http_methods(["GET", "POST"])
def step(request: WebRequest, public_id: str, page_id: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return kept.keep_and_sign_in(request)
    now = clock.now()
    notice = queries.notice_to_fill(request.user, public_id, clock.finnish_day(now))
    if not notice.state.is_open:
        return redirect("console:notice", public_id)
    return steps.step(
        request,
        port=NoticePort(notice, notice.sheet, request.user, now, kept.kept_fields(request, request.user)),
        page_id=page_id,
        urls=step_urls(notice),
        today=clock.finnish_day(now),
        context=pages.step_context(notice, request.user, request.LANGUAGE_CODE),
    )


@require_GET
def notice(request: PersonRequest, public_id: str) -> HttpResponse:
    return _shown(request, queries.notice_seen_by(request.user, public_id, clock.today()))


@require_POST
def test_mailbox(request: PersonRequest, public_id: str) -> HttpResponse:
    """Send a test message to one of the addresses that the notice names, and to no other."""
    found = queries.notice_to_fill(request.user, public_id, clock.today())
    address = request.POST.get("address", "")
    if address not in wishes_of(found, today=clock.today()).alert_addresses:
        raise NotFound
    return _act(
        request,
        found,
        lambda: mailboxes.ask_mailbox(
            address=address,
            language=str(found.sheet.answers.get("alert_language") or request.LANGUAGE_CODE),
            authority=found.authority,
            actor=request.user,
            now=clock.now(),
        ),
        _("The test message is on its way. Open its link in the mailbox, then come back here."),
    )


@require_POST
def send(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.notice_to_fill(request.user, public_id, clock.today())
    return _act(
        request,
        found,
        lambda: asking.send_notice(notice=found, actor=request.user, now=clock.now()),
        _("The notice has been sent. The service owner confirms it or returns it to be corrected."),
    )


@require_POST
def give_up(request: PersonRequest, public_id: str) -> HttpResponse:
    found = queries.notice_to_fill(request.user, public_id, clock.today())
    return _act(
        request,
        found,
        lambda: asking.give_up_notice(notice=found, actor=request.user, now=clock.now()),
        _("The notice has been given up."),
    )


@require_POST
def confirm(request: PersonRequest, public_id: str) -> HttpResponse:
    found = _to_decide(request, public_id)
    return _act(
        request,
        found,
        lambda: asking.confirm_notice(notice=found, actor=request.user, now=clock.now()),
        _("The notice has been confirmed, and the authority is being told."),
    )


@require_POST
def send_back(request: PersonRequest, public_id: str) -> HttpResponse:
    found = _to_decide(request, public_id)
    reason = request.POST.get("reason", "")
    return _act(
        request,
        found,
        lambda: asking.return_notice(notice=found, reason=reason, actor=request.user, now=clock.now()),
        _("The notice has been returned, and its sender is being told."),
    )


def _to_decide(request: PersonRequest, public_id: str) -> JoiningNotice:
    return queries.notice_to_decide(request.user, public_id, clock.today())


def _act(request: PersonRequest, found: JoiningNotice, act: Callable[[], object], done: str) -> HttpResponse:
    """Do one thing and go back to the notice; a refusal shows it again with the reasons and what was typed."""
    try:
        act()
    except Refusal as refusal:
        return _shown(request, queries.notice(found.public_id), refusal=refusal, status=409)
    messages.success(request, done)
    return redirect("console:notice", found.public_id)


def _shown(
    request: PersonRequest, found: JoiningNotice, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    page = pages.notice_page(
        found,
        request.user,
        language=request.LANGUAGE_CODE,
        now=clock.now(),
        refusal=refusal,
        reason=request.POST.get("reason", ""),
    )
    return render(request, "console/notice.html", {"page": page}, status=status)
