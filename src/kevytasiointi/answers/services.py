"""Open a sheet, save to it without losing anybody's words, close it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from kevytasiointi.answers import queries
from kevytasiointi.answers.models import AnswerSheet, SecretAnswer
from kevytasiointi.catalogue.models import FormVersion
from kevytasiointi.core.refusals import Refusal


class StaleSheet(Refusal):
    """Somebody, perhaps the same person in another tab, has saved since; nothing was written."""

    code = "stale_sheet"


class SheetClosed(Refusal):
    """What is on the sheet has been sent. It can't change any more."""

    code = "sheet_closed"


@transaction.atomic
def open_sheet(*, version: FormVersion, language: str, now: dt.datetime) -> AnswerSheet:
    return AnswerSheet.objects.create(version=version, language=language, created_at=now, updated_at=now)


@transaction.atomic
def save(
    *,
    sheet_id: int,
    values: Mapping[str, Any],
    typed: Mapping[str, Any],
    secrets: Mapping[str, str | None],
    expected_revision: int,
    now: dt.datetime,
) -> AnswerSheet:
    """Store what was given, all or nothing, and return the sheet as it is now.

    Each mapping changes the keys it has and leaves the rest; None removes. `values` are canonical
    answers by question, `typed` what was typed but is no answer, `secrets` plain texts by `question`
    or `group.row.question`: they are sealed here and go with their row. Raises `StaleSheet` if the
    sheet isn't at `expected_revision` any more, `SheetClosed` if it has been sent.
    """
    sheet = queries.sheet(sheet_id)
    sheet.answers = _merged(sheet.answers, values)
    sheet.typed = _merged(sheet.typed, typed)
    sheet.revision = expected_revision + 1
    sheet.updated_at = now
    # The comparison and the write are one statement: of two who read the same revision one wins.
    _swap(sheet, expected_revision, answers=sheet.answers, typed=sheet.typed, revision=sheet.revision, updated_at=now)
    for key, plain in secrets.items():
        _put_secret(sheet, key, plain)
    # Only where a group may have lost a row: this is asked for at each save of each page.
    if any(value is None or isinstance(value, list) for value in values.values()):
        _drop_secrets_of_lost_rows(sheet)
    return sheet


@transaction.atomic
def close(*, sheet: AnswerSheet, now: dt.datetime) -> None:
    """Let nothing be saved any more. What the caller has read from `sheet` is then what stays.

    Raises `StaleSheet` if the sheet has been saved to since `sheet` was read, `SheetClosed` if closed.
    """
    _swap(sheet, sheet.revision, closed_at=now)
    sheet.closed_at = now


def _swap(sheet: AnswerSheet, expected_revision: int, **changes: Any) -> None:
    open_at_revision = AnswerSheet.objects.filter(pk=sheet.pk, revision=expected_revision, closed_at=None)
    if not open_at_revision.update(**changes):
        is_closed = AnswerSheet.objects.filter(pk=sheet.pk, closed_at__isnull=False).exists()
        raise SheetClosed if is_closed else StaleSheet


def _merged(stored: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**stored, **given}.items() if value is not None}


def _put_secret(sheet: AnswerSheet, key: str, plain: str | None) -> None:
    group, row, question = key.split(".") if "." in key else ("", "", key)
    if not plain:
        SecretAnswer.objects.filter(sheet=sheet, question=question, row=row).delete()
        return
    secret = SecretAnswer(sheet=sheet, group=group, row=row, question=question)
    SecretAnswer.objects.update_or_create(
        sheet=sheet,
        question=question,
        row=row,
        defaults={
            "group": group,
            "ciphertext": settings.SEALER.seal(plain, place=secret.place),
            "blind_index": settings.SEALER.blind_index(plain, purpose="secret answer"),
        },
    )


def _drop_secrets_of_lost_rows(sheet: AnswerSheet) -> None:
    """A row that was removed takes its secrets with it: nobody could see or clear them any more."""
    for secret in sheet.secrets.exclude(row=""):
        rows = sheet.answers.get(secret.group) or []
        if secret.row not in {row.get("id") for row in rows}:
            secret.delete()
