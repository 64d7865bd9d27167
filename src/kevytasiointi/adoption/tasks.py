"""Work that follows from an event, and what a new day brings. At least once: done again, it changes nothing."""

from django.db import transaction
from django_tasks import task

from kevytasiointi.adoption import notices
from kevytasiointi.adoption.models import JoiningNotice, MailboxConfirmation, NoticeEvent, RightReminder
from kevytasiointi.adoption.services.daily import next_morning, warn_of_ending_rights
from kevytasiointi.adoption.services.running import apply_due_changes
from kevytasiointi.adoption.services.territory import follow_mergers
from kevytasiointi.core import clock
from kevytasiointi.ledger import jobs
from kevytasiointi.notifications.services import deliver


@task
def send_test_message(confirmation_id: int, job_id: str) -> None:
    confirmation = MailboxConfirmation.objects.get(pk=confirmation_id)
    deliver(notice=notices.mailbox_test(confirmation), key=job_id, now=clock.now())


@task
def warn_of_right(reminder_id: int, job_id: str) -> None:
    """One letter for each administrator: the recipient is part of the Message-ID."""
    reminder = RightReminder.objects.select_related("right__authority__organisation").get(pk=reminder_id)
    for notice in notices.right_ending(reminder):
        deliver(notice=notice, key=job_id, now=clock.now())


@task
def tell_owners_of_notice(notice_id: int, job_id: str) -> None:
    joining = JoiningNotice.objects.select_related("authority", "sheet").get(pk=notice_id)
    for notice in notices.notice_sent(joining):
        deliver(notice=notice, key=job_id, now=clock.now())


@task
def tell_of_decision(notice_event_id: int, job_id: str) -> None:
    event = NoticeEvent.objects.select_related("notice__authority", "notice__sheet", "notice__sent_by").get(
        pk=notice_event_id
    )
    for notice in notices.notice_decided(event):
        deliver(notice=notice, key=job_id, now=clock.now())


@task
def new_day() -> None:
    """Queue what the day brings, and the next morning. Each part is a job: one that fails keeps no other from its work."""
    now = clock.now()
    with transaction.atomic():
        queue_next_day()
        for part in (change_terms_of_the_day, follow_mergers_of_the_day, warn_of_rights_of_the_day):
            jobs.add(task=part, arguments={}, now=now)


@task
def change_terms_of_the_day() -> None:
    apply_due_changes(now=clock.now())


@task
def follow_mergers_of_the_day() -> None:
    follow_mergers(now=clock.now())


@task
def warn_of_rights_of_the_day() -> None:
    warn_of_ending_rights(now=clock.now())


def queue_next_day() -> None:
    """Have one job for the next morning, if there is none. Call in a transaction."""
    now = clock.now()
    morning = next_morning(now)
    if not jobs.is_queued(task=new_day, at=morning):
        jobs.add(task=new_day.using(run_after=morning), arguments={}, now=now)
