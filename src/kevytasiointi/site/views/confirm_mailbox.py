from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kevytasiointi.adoption.services import mailboxes
from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest


@login_not_required  # whoever reads a role mailbox proves it by the link alone
@require_http_methods(["GET", "POST"])
def confirm_mailbox(request: WebRequest, token: str) -> HttpResponse:
    """The link of a test message. Opening it confirms nothing: mail systems open links by themselves."""
    if request.method == "POST":
        mailboxes.confirm_mailbox(token=token, now=clock.now())
        return redirect("site:confirm_mailbox", token)
    mailbox = mailboxes.mailbox_of(token)
    is_old = mailbox.confirmed_at is None and clock.now() >= mailbox.sent_at + mailboxes.LINK_HOLDS
    return render(request, "site/confirm_mailbox.html", {"mailbox": mailbox, "is_old": is_old})
