"""Writing the audit trail. What it may hold is said at `AuditEntry`."""

import datetime as dt
from collections.abc import Mapping

from kevytasiointi.ledger.failures import refuse_outside_transaction
from kevytasiointi.ledger.models import AuditEntry


def record(  # noqa: PLR0913 - one argument per column, all named by the caller
    *,
    action: str,
    actor: str,
    authority: str,
    object_kind: str,
    object_id: str,
    now: dt.datetime,
    detail: Mapping[str, str | int | bool | None] | None = None,
) -> AuditEntry:
    """Write down who did what to which object, in the transaction that does it.

    `actor`, `authority` and `object_id` are public ids; `actor` is empty for the system and
    `authority` for a right that doesn't come from one. `detail` is for words of our own (a status,
    a count), never for what a person has written. Raises `NoTransaction` outside a transaction:
    an entry must stand or fall with what it tells of.
    """
    refuse_outside_transaction("An audit entry is written in the transaction of the change it records.")
    return AuditEntry.objects.create(
        at=now,
        actor=actor,
        authority=authority,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        detail=dict(detail or {}),
    )
