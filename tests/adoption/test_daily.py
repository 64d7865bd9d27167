"""What a new day brings, once, whoever starts it and how often."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import transaction

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import RightReminder
from kevytasiointi.adoption.services.daily import do_the_day, next_morning, warn_of_ending_rights
from kevytasiointi.adoption.tasks import new_day, queue_next_day, warn_of_right
from kevytasiointi.authorities.founding import EndsBeforeItBegins, write_right
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.services import give_role
from kevytasiointi.ledger.models import Job
from kevytasiointi.notifications.models import SentMail
from support.makers import NOW, TODAY, a_person, an_authority

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
NEW_DAY = new_day.module_path


@pytest.fixture
def porvoo():
    return an_authority("Porvoo", email="kirjaamo@porvoo.example")


def right(authority, *, last, first=TODAY - 300 * DAY):
    return write_right(authority=authority, first=first, last=last, actor=None, now=NOW)


def warned(day):
    return warn_of_ending_rights(now=NOW + day * DAY)


class TestRights:
    def test_the_authority_is_warned_60_30_and_7_days_before_and_once_each(self, porvoo):
        right(porvoo, last=TODAY + 99 * DAY)
        days = [day for day in range(110) for _ in range(2) if warned(day)]
        assert days == [40, 70, 93]
        assert sorted(RightReminder.objects.values_list("days_before", flat=True)) == [7, 30, 60]

    def test_after_days_on_which_nothing_ran_one_warning_stands_for_those_missed(self, porvoo):
        right(porvoo, last=TODAY + 99 * DAY)
        assert [warned(95), warned(96)] == [1, 0]
        assert Job.objects.filter(task__endswith="warn_of_right").count() == 1

    def test_a_right_that_is_carried_on_is_not_warned_of(self, porvoo):
        right(porvoo, last=TODAY + 20 * DAY)
        right(porvoo, first=TODAY + 21 * DAY, last=TODAY + 400 * DAY)
        assert warned(0) == 0
        assert queries.ending_rights_of(porvoo, TODAY) == []

    def test_one_that_ends_before_the_next_begins_is(self, porvoo):
        ending = right(porvoo, last=TODAY + 20 * DAY)
        right(porvoo, first=TODAY + 25 * DAY, last=TODAY + 400 * DAY)
        assert warned(0) == 1
        assert queries.ending_rights_of(porvoo, TODAY) == [ending]

    def test_each_administrator_is_told_in_their_language_and_without_one_the_authority(self, porvoo):
        right(porvoo, last=TODAY + 20 * DAY)
        warned(0)
        reminder = RightReminder.objects.get(days_before=30)
        warn_of_right.func(reminder.pk, "first")
        assert [letter.recipient for letter in SentMail.objects.all()] == ["kirjaamo@porvoo.example"]
        for name, language in (("Eeva", "sv"), ("Essi", "fi")):
            person = a_person(name, email=f"{name.lower()}@porvoo.example", language=language)
            give_role(account=person, role=RoleName.ADMINISTRATOR, authority=porvoo, actor=None, now=NOW)
        for _ in range(2):
            warn_of_right.func(reminder.pk, "second")
        letters = {letter.recipient: letter.subject for letter in SentMail.objects.exclude(recipient__startswith="k")}
        assert set(letters) == {"eeva@porvoo.example", "essi@porvoo.example"}
        assert letters["eeva@porvoo.example"] == "Rätten att använda identifiering upphör: Porvoo"

    def test_a_right_doesn_t_end_before_it_begins(self, porvoo):
        with pytest.raises(EndsBeforeItBegins):
            right(porvoo, first=TODAY, last=TODAY - DAY)


class TestTheChain:
    def test_each_morning_is_queued_once(self):
        for _ in range(2):
            with transaction.atomic():
                queue_next_day()
        assert Job.objects.filter(task=NEW_DAY).count() == 1

    def test_it_begins_just_after_midnight_in_finland_summer_and_winter(self):
        winter = next_morning(dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC))
        summer = next_morning(dt.datetime(2026, 6, 1, 20, 30, tzinfo=dt.UTC))
        assert winter == dt.datetime(2026, 11, 24, 22, 10, tzinfo=dt.UTC)
        assert summer == dt.datetime(2026, 6, 1, 21, 10, tzinfo=dt.UTC)

    def test_a_morning_queues_the_next_and_each_part_of_the_day_by_itself(self):
        new_day.func()
        queued = sorted(job.task.rpartition(".")[2] for job in Job.objects.all())
        assert queued == [
            "change_terms_of_the_day",
            "follow_mergers_of_the_day",
            "new_day",
            "warn_of_rights_of_the_day",
        ]

    def test_the_command_does_the_day_and_starts_the_chain(self, capsys):
        call_command("adoption", "daily")
        assert "0 changes of terms" in capsys.readouterr().out
        assert Job.objects.filter(task=NEW_DAY).count() == 1

    def test_an_ordinary_day_changes_nothing(self, porvoo):
        done = do_the_day(now=NOW)
        assert (done.changes, done.mergers, done.unserved, done.warnings) == (0, 0, 0, 0)
