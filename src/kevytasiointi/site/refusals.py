"""The one map from a refusal to the sentence people read."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kevytasiointi.attachments.refusals import FileRefused
from kevytasiointi.core.refusals import Refusal

SENTENCES: Final[Mapping[str, str | Promise]] = {
    "refused": _("This can't be done just now."),
    "not_found": _("There is no such page, or it isn't yours to see."),
    # answers
    "stale_sheet": _("The answers were changed in another window or by another person. Open the page again."),
    "sheet_closed": _("The form has been sent. Its answers can no longer be changed."),
    # applications: sending
    "not_complete": _("Some answers are still missing or need correcting."),
    "not_offered_any_more": _("The authority no longer receives this through the service. Your answers are kept."),
    "not_sendable": _("This has already been sent or withdrawn."),
    "too_late_to_withdraw": _("This can no longer be withdrawn here. Send the authority a message instead."),
    # applications: handling
    "changed_meanwhile": _("Something has happened in the case since you opened it. Read what is new and try again."),
    "move_not_allowed": _("The status can't be changed to this now."),
    "note_missing": _("Write a reason for the change."),
    "outcome_missing": _("Choose how the case ended."),
    "text_too_long": _("The text is too long. Shorten it and try again."),
    # applications: messages
    "message_empty": _("Write the message before sending it."),
    "message_too_long": _("The message is too long. Shorten it or send it in parts."),
    "nothing_to_talk_about": _("Messages can be sent after the application has been sent."),
}


def sentence(refusal: Refusal) -> str:
    """What was refused, in the language of the page."""
    if isinstance(refusal, FileRefused):
        return refusal.sentence
    return str(SENTENCES.get(refusal.code, SENTENCES["refused"]))
