"""The one table of what follows from what: event → the tasks that listen to it."""

from kevytasiointi.applications import tasks as applications
from kevytasiointi.applications.events import ApplicationSentElsewhere, ApplicationSubmitted, MessageSent, StatusChanged
from kevytasiointi.exports import tasks as exports
from kevytasiointi.ledger import outbox

LISTENERS: outbox.Listeners = {
    ApplicationSubmitted: (applications.alert_authority, exports.make_receipt, applications.confirm_to_customer),
    ApplicationSentElsewhere: (applications.alert_of_sent_elsewhere,),
    StatusChanged: (applications.tell_of_status,),
    MessageSent: (applications.tell_of_message,),
}


def connect() -> None:
    outbox.connect(LISTENERS)
