"""Scenes that nobody makes by walking: many cases, jobs that were given up, errors. Prints JSON.

Writes straight into the database of a demonstration that is thrown away; the service never does so.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable
from typing import Any

import django
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation

LANGUAGES = ("fi", "sv", "en")
ERRORS = (400, 403, 404, 405, 409, 413, 429, 500, 503)
_MANY = 57


def many() -> list[str]:
    """Fifty-seven more of the application that was sent first; their public ids."""
    from kevytasiointi.applications.models import Application  # noqa: PLC0415 - models exist after set-up

    first = Application.objects.filter(status="submitted").order_by("id").first()
    if first is None:
        return []
    return [_one_more(first.pk, number) for number in range(_MANY)]


def _one_more(pk: int, number: int) -> str:
    from kevytasiointi.applications.models import Application  # noqa: PLC0415 - models exist after set-up
    from kevytasiointi.core.ids import new_public_id  # noqa: PLC0415 - as above

    made = Application.objects.get(pk=pk)
    sent, said = made.submissions.get(number=1), list(made.history.all())
    moment = made.created_at - dt.timedelta(hours=7 * number)
    sheet = made.filled_sheet
    sheet.pk, sheet.public_id = None, new_public_id()
    sheet.save(force_insert=True)
    made.pk, made.public_id, made.sheet = None, new_public_id(), sheet
    made.reference = f"KA-TEST-{number:04}"
    made.created_at = made.status_changed_at = moment
    if number % 5 == 1:
        made.case_number = f"POR/{1000 + number}/11.01.00.07.{number}/2026"
    made.save(force_insert=True)
    sent.pk, sent.application, sent.received_at = None, made, moment
    sent.save(force_insert=True)
    for entry in said:
        entry.pk, entry.application, entry.at = None, made, moment
        entry.save(force_insert=True)
    return made.public_id


def given_up() -> int:
    """Three jobs that were tried until the worker gave up."""
    from kevytasiointi.core import clock  # noqa: PLC0415 - needs the settings
    from kevytasiointi.ledger.models import Job, JobState  # noqa: PLC0415 - models exist after set-up

    now = clock.now()
    for number in range(3):
        Job.objects.create(
            task="kevytasiointi.applications.tasks.alert_authority",
            arguments={"submission_id": number + 1},
            state=JobState.DEAD,
            run_after=now,
            attempts=14,
            last_error="smtplib.SMTPServerDisconnected at kevytasiointi/notifications/adapters/mail.py:41",
            enqueued_at=now - dt.timedelta(days=3),
            started_at=now,
            finished_at=now - dt.timedelta(hours=number),
        )
    return Job.objects.filter(state=JobState.DEAD).count()


def errors() -> dict[str, dict[int, str]]:
    """Every error page in every language: some of them no walk can provoke."""
    return {language: {status: _error(language, status) for status in ERRORS} for language in LANGUAGES}


def _error(language: str, status: int) -> str:
    from kevytasiointi.site import errors as site_errors  # noqa: PLC0415 - needs the settings

    request: HttpRequest = RequestFactory().get(f"/{language}/")
    with translation.override(language):
        return site_errors.page(request, status).content.decode()


def broken() -> bool:
    """The database has lost a table: every page that needs procedures fails."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE catalogue_procedure RENAME TO catalogue_procedure_lost")
    return True


SCENES: dict[str, Callable[[], Any]] = {"many": many, "given_up": given_up, "errors": errors, "broken": broken}


if __name__ == "__main__":
    django.setup()
    json.dump(SCENES[sys.argv[1]](), sys.stdout)
