"""The one table of what follows from what: event → the tasks that listen to it."""

from collections.abc import Mapping, Sequence

from django_tasks import Task

from kevytasiointi.applications import tasks as applications
from kevytasiointi.applications.events import ApplicationSubmitted, MessageSent, StatusChanged
from kevytasiointi.exports import tasks as exports
from kevytasiointi.ledger.events import Event

LISTENERS: Mapping[type[Event], Sequence[Task]] = {
    ApplicationSubmitted: (applications.alert_authority, exports.make_receipt, applications.confirm_to_customer),
    StatusChanged: (applications.tell_of_status,),
    MessageSent: (applications.tell_of_message,),
}
