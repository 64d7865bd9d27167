"""The one map from a refusal to the sentence people read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kevytasiointi.attachments.refusals import FileRefused
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import LANGUAGES, Text

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
    "nothing_sent_elsewhere": _(
        "Only a matter that is done in the authority's own service can be marked as sent there."
    ),
    "draft_is_full": _("There is no more room for attachments. Remove one, or make the files smaller."),
    "too_many_files": _("No more files can be attached here. Remove one first."),
    "not_complete": _("Some answers are still missing or need correcting."),
    "not_offered_any_more": _("The authority no longer receives this through the service. Your answers are kept."),
    "authority_changed": _("Another authority receives this now. Open the page again and check what changes."),
    "not_sendable": _("This has already been sent or withdrawn."),
    "too_late_to_withdraw": _("This can no longer be withdrawn here. Send the authority a message instead."),
    "message_empty": _("Write the message before sending it."),
    "message_too_long": _("The message is too long. Shorten it or send it in parts."),
    "nothing_to_talk_about": _("Messages can be sent after the application has been sent."),
}

_HANDLING: Final[_Sentences] = {
    "only_reads": _("You may read this case, not change it. A handler of the authority can."),
    "changed_meanwhile": _("Something has happened in the case since you opened it. Read what is new and try again."),
    "move_not_allowed": _("The status can't be changed to this now."),
    "note_missing": _("Write a reason for the change."),
    "outcome_missing": _("Choose how the case ended."),
    "text_too_long": _("The text is too long. Shorten it and try again."),
    "file_disagrees": _("A file of the application is missing or damaged. The package was not made; tell the support."),
    "job_not_dead": _("The task is already waiting or done. There is nothing to try again."),
}

_ADOPTING: Final[_Sentences] = {
    "nowhere_to_rehearse": _("Name first the municipalities in which the procedure is to be offered."),
    "already_offered": _(
        "%(others)s already receives this in %(municipalities)s at that time, so %(authority)s can't. "
        "Agree on who does, or choose other municipalities or days."
    ),
    "outside_territory": _(
        "These do not belong to the territory of the authority on all of the days: %(municipalities)s."
    ),
    "municipality_has_ended": _(
        "These municipalities no longer exist on the first day: %(municipalities)s. They are now part of: %(successors)s."
    ),
    "aland_is_outside": _(
        "Åland has its own law and authorities, which are not in this service. Leave out: %(municipalities)s."
    ),
    "language_incomplete": _(
        "These municipalities are bilingual: %(municipalities)s. "
        "The service languages and every text must be there in Finnish and in Swedish."
    ),
    "not_yours_to_decide": _("You do not have the role that this needs."),
    "adoption_in_wrong_state": _("This can't be done any more: somebody has decided something meanwhile. Look again."),
    "authority_has_ended": _("The authority no longer exists on the first day: %(authority)s."),
    "starts_in_the_past": _("The first day is in the past. Choose today or a later day."),
    "ends_in_the_past": _("The last day is in the past. Choose today or a later day."),
    "ends_before_it_begins": _("The last day comes before the first."),
    "ends_sooner": _("It has been decided that this ends sooner. Choose an earlier day."),
    "no_municipality": _("Choose at least one municipality."),
    "mailbox_not_confirmed": _(
        "Nobody has confirmed the test message sent to %(address)s. Send one and open its link in that mailbox."
    ),
    "not_a_mailbox": _("Write the address for alerts in the form name@example.fi."),
    "asked_just_now": _("A test message is on its way. Wait two minutes before you send another."),
    "mailbox_link_too_old": _("The link is more than seven days old. Ask for a new test message."),
    "terms_not_accepted": _("Read the terms of joining that are in force and accept them."),
    "reason_missing": _("Write what has to be corrected."),
    "too_many_working_days": _("The substitute address must get a message within 30 working days."),
    "replacement_missing": _("Say where customers turn from then on: write it, or choose an authority."),
    "wrong_successor": _("Choose a successor that receives the same procedure in these municipalities."),
    "nothing_left": _("Nothing would be left of this. End it with a plan instead."),
    "still_offering": _("The authority still receives something after that day. End that first."),
    "nothing_changes": _("Nothing would change."),
    "already_an_authority": _("The organisation already has an authority of this type and sector: %(authority)s."),
    "not_a_business_id": _("Check the business ID: seven digits, a hyphen and a check digit, like 1234567-1."),
    "not_a_ptv_id": _("Check the PTV identifier: 32 characters in five groups, copied from the service catalogue."),
    "wrong_authority": _("An authority of this type does not handle the procedure."),
    "address_missing": _("Give the web address where the matter is taken care of."),
    "questions_retyped": _("A question can't begin to ask for another type of answer. Give the new one a new id."),
    "form_in_use": _("What has a published form can't become something that is only shown."),
    "outcomes_forgotten": _("An outcome that a published form can end in has no name any more. Put its name back."),
    "not_in_production": _("Example authorities and roles belong to a demonstration only."),
}

_JOINING: Final[_Sentences] = {
    "notice_closed": _("This notice has been sent or decided meanwhile. Look at what its state is now."),
    "notice_incomplete": _("Some answers of the notice are still missing or need correcting."),
    "unknown_municipality": _("We don't recognise these municipalities: %(names)s. Check the spelling."),
    "procedure_twice": _("Each procedure is asked for once. Leave out one of: %(procedures)s."),
    "wishes_refused": _("Something stands in the way. See the reasons."),
}

_PEOPLE: Final[_Sentences] = {
    "role_needs_authority": _("Choose the authority at which the role is held."),
    "not_administrator": _("Only an administrator of the authority decides about its people."),
    "role_not_given_here": _("Choose the role: reader, handler or administrator."),
    "administrator_of_all": _("An administrator answers for all procedures. Choose “All procedures”."),
    "role_begins_in_past": _("The first day can't be in the past. Choose today or a later day."),
    "role_ends_before_it_begins": _("The last day can't be before the first."),
    "role_held_already": _("The person already has this role on some of these days."),
    "last_administrator": _(
        "This is the last administrator. Give the role to somebody else for the time being first, "
        "so that the authority isn't left without one."
    ),
    "invitation_needs_email": _("Write the email address in the form name@example.fi."),
    "too_many_invitations": _("Too many invitations are waiting. Withdraw those that aren't needed."),
    "invitation_used": _("This invitation has already been accepted. Each link can be used once."),
    "invitation_withdrawn": _("This invitation has been withdrawn. Ask the authority for a new one."),
    "invitation_expired": _("This invitation is no longer valid. Ask the authority for a new one."),
}

_WISHING: Final[_Sentences] = {
    "offered_there": _("This can be done in the chosen municipality already. Go back and start filling in."),
    "never_offered_there": _("The authorities of Åland are not in this service."),
}

SENTENCES: Final[_Sentences] = {**_ANYBODY, **_FILLING_IN, **_HANDLING, **_ADOPTING, **_JOINING, **_PEOPLE, **_WISHING}


@dataclass(frozen=True, slots=True)
class Mend:
    """A line of an error summary: the sentence, and the element or address where it is mended."""

    target: str
    sentence: str


def sentence(refusal: Refusal) -> str:
    """What was refused, in the language of the page."""
    if isinstance(refusal, FileRefused):
        return refusal.sentence
    words = {
        name: value.in_language(get_language() or LANGUAGES[0]) if isinstance(value, Text) else value
        for name, value in refusal.params.items()
    }
    text = str(SENTENCES.get(refusal.code, SENTENCES["refused"]))
    return text % words if words else text
