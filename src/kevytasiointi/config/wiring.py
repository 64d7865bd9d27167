"""The one table of what follows from what: event → the tasks that listen to it."""

from kevytasiointi.adoption import tasks as adoption
from kevytasiointi.adoption.events import (
    AnswerersChanged,
    MailboxAsked,
    NoticeDecided,
    NoticeSent,
    RightEnding,
)
from kevytasiointi.applications import tasks as applications
from kevytasiointi.applications.events import (
    ApplicationSentElsewhere,
    ApplicationSubmitted,
    MessageSent,
    RehearsalBegan,
    StatusChanged,
)
from kevytasiointi.authorities import tasks as authorities
from kevytasiointi.authorities.events import InvitationMade
from kevytasiointi.exports import tasks as exports
from kevytasiointi.ledger import outbox

LISTENERS: outbox.Listeners = {
    ApplicationSubmitted: (applications.alert_authority, exports.make_receipt, applications.confirm_to_customer),
    ApplicationSentElsewhere: (applications.alert_of_sent_elsewhere,),
    StatusChanged: (applications.tell_of_status,),
    MessageSent: (applications.tell_of_message, applications.answer_for_made_up_customer),
    RehearsalBegan: (applications.send_made_up_application,),
    InvitationMade: (authorities.send_invitation,),
    AnswerersChanged: (applications.tell_drafts,),
    MailboxAsked: (adoption.send_test_message,),
    NoticeSent: (adoption.tell_owners_of_notice,),
    NoticeDecided: (adoption.tell_of_decision,),
    RightEnding: (adoption.warn_of_right,),
}


def connect() -> None:
    outbox.connect(LISTENERS)
