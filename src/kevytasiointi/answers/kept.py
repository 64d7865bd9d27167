"""What somebody had typed when their session ended waits for them, sealed, for half an hour.

Only the same person gets it back, on the same page.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.db import transaction

from kevytasiointi.answers.models import KeptInput
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.sealing import SealBroken

KEPT_FOR: Final = dt.timedelta(minutes=30)
MOST_KEPT: Final = 20
"""Pages kept for one person at a time; beyond it the oldest goes."""


@transaction.atomic
def keep(*, subject: str, address: str, fields: Mapping[str, list[str]], now: dt.datetime) -> str:
    """Keep the fields of the page at `address` for `subject` (an account's public id); the token to ask by."""
    purge_expired(now=now)
    token = new_public_id()
    KeptInput.objects.create(
        token=token,
        subject=subject,
        address=address,
        ciphertext=settings.SEALER.seal(json.dumps(fields), place=_place(token, subject, address)),
        expires_at=now + KEPT_FOR,
    )
    newest = KeptInput.objects.filter(subject=subject).order_by("-pk").values("pk")[:MOST_KEPT]
    KeptInput.objects.filter(subject=subject).exclude(pk__in=[row["pk"] for row in newest]).delete()
    return token


def look_up(*, token: str, subject: str, address: str, now: dt.datetime) -> dict[str, list[str]] | None:
    """The fields, for showing the page; None if there are none, they are another person's or another
    page's, or the time is over. They stay until they are taken or the time is over.
    """
    kept = KeptInput.objects.filter(token=token, subject=subject, address=address, expires_at__gt=now).first()
    if kept is None:
        return None
    try:
        fields: dict[str, list[str]] = json.loads(
            settings.SEALER.open(kept.ciphertext, place=_place(token, subject, address))
        )
    except SealBroken:  # its key has been taken out of use; there is nothing to give back
        return None
    return fields


@transaction.atomic
def take(*, token: str, subject: str, address: str, now: dt.datetime) -> dict[str, list[str]] | None:
    """As `look_up`, but only once: whoever asks next gets None."""
    fields = look_up(token=token, subject=subject, address=address, now=now)
    if fields is None:
        return None
    taken, _ = KeptInput.objects.filter(token=token).delete()
    return fields if taken else None  # else somebody took it between the reading and the deleting


@transaction.atomic
def purge_expired(*, now: dt.datetime) -> int:
    """Remove what nobody came back for; how many there were."""
    removed, _ = KeptInput.objects.filter(expires_at__lte=now).delete()
    return removed


def _place(token: str, subject: str, address: str) -> str:
    return f"kept:{token}:{subject}:{address}"
