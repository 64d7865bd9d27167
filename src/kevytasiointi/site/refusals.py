"""The one map from a refusal to the sentence people read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kevytasiointi.attachments.refusals import FileRefused
from kevytasiointi.core.refusals import Refusal

_Sentences = Mapping[str, str | Promise]

_ANYBODY: Final[_Sentences] = {
    "refused": _("This can't be done just now."),
    "not_found": _("There is no such page, or it isn't yours to see."),
    "account_closed": _("This account has been closed. Contact the support of the service."),
    "old_terms": _("The terms of use have changed while you were reading. Read the new ones and accept them."),
    "not_an_email": _("Write the email address in the form name@example.fi, or leave it empty."),
    "unknown_language": _("The service can be used in Finnish, Swedish and English."),
}

_FILLING_IN: Final[_Sentences] = {
    "stale_sheet": _("The answers were changed in another window. Open the page again and check them."),
    "sheet_closed": _("The form has been sent. Its answers can no longer be changed."),
    "not_offered_here": _("No authority receives this here in the chosen municipality. See the other ways to do it."),
    "no_sheet_here": _("This is filled in and followed in the authority's own service."),
    "draft_is_full": _("There is no more room for attachments. Remove one, or make the files smaller."),
    "too_many_files": _("No more files can be attached here. Remove one first."),
    "not_complete": _("Some answers are still missing or need correcting."),
    "not_offered_any_more": _("The authority no longer receives this through the service. Your answers are kept."),
    "not_sendable": _("This has already been sent or withdrawn."),
    "too_late_to_withdraw": _("This can no longer be withdrawn here. Send the authority a message instead."),
    "message_empty": _("Write the message before sending it."),
    "message_too_long": _("The message is too long. Shorten it or send it in parts."),
    "nothing_to_talk_about": _("Messages can be sent after the application has been sent."),
}

_HANDLING: Final[_Sentences] = {
    "changed_meanwhile": _("Something has happened in the case since you opened it. Read what is new and try again."),
    "move_not_allowed": _("The status can't be changed to this now."),
    "note_missing": _("Write a reason for the change."),
    "outcome_missing": _("Choose how the case ended."),
    "text_too_long": _("The text is too long. Shorten it and try again."),
    "file_disagrees": _("A file of the application is missing or damaged. The package was not made; tell the support."),
    "job_not_dead": _("The task is already waiting or done. There is nothing to try again."),
}

_ADOPTING: Final[_Sentences] = {
    "already_offered": _("An authority already receives this in one of the municipalities at that time."),
    "outside_territory": _("One of the municipalities does not belong to the territory of the authority."),
    "outside_adoption": _("The dates are outside those of the adoption."),
    "aland_is_outside": _("The authorities of Åland are not in this service."),
    "wrong_authority": _("An authority of this type does not handle the procedure."),
    "address_missing": _("Give the web address where the matter is taken care of."),
    "role_needs_authority": _("Choose the authority at which the role is held."),
    "questions_retyped": _("A question can't begin to ask for another type of answer. Give the new one a new id."),
    "outcomes_forgotten": _("An outcome that a published form can end in has no name any more. Put its name back."),
    "not_in_production": _("Example authorities and roles belong to a demonstration only."),
}

_WISHING: Final[_Sentences] = {
    "offered_there": _("This can be done in the chosen municipality already. Go back and start filling in."),
    "never_offered_there": _("The authorities of Åland are not in this service."),
}

SENTENCES: Final[_Sentences] = {**_ANYBODY, **_FILLING_IN, **_HANDLING, **_ADOPTING, **_WISHING}


@dataclass(frozen=True, slots=True)
class Mend:
    """A line of an error summary: the sentence, and the element or address where it is mended."""

    target: str
    sentence: str


def sentence(refusal: Refusal) -> str:
    """What was refused, in the language of the page."""
    if isinstance(refusal, FileRefused):
        return refusal.sentence
    return str(SENTENCES.get(refusal.code, SENTENCES["refused"]))
