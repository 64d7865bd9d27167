"""The few writes every service shares: one history, one trail, one lock."""

import datetime as dt
from typing import Final

from django.db.models import Max

from kevytasiointi.applications.models import Application, DeliveryFact, HistoryEntry
from kevytasiointi.applications.rules import FactKind, HistoryKind, Mover
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.queries import desk_of
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.ids import new_reference
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.models import Account

_TRIES_FOR_A_FREE_REFERENCE: Final = 20


class OnlyReads(Refusal):
    """The official may see the case, not change it: a handler at its authority does."""

    code = "only_reads"


def lock(application: Application) -> Application:
    """The row as it is now, held until the transaction ends.

    SQLite needs no row lock: every transaction there begins IMMEDIATE.
    """
    return Application.with_rehearsals.select_for_update().get(pk=application.pk)


def write_history(
    *,
    application: Application,
    kind: HistoryKind,
    mover: Mover,
    actor: Account | None,
    now: dt.datetime,
    note: str = "",
) -> HistoryEntry:
    """Append what has just happened; call under `lock`, which makes the sequence gapless."""
    last = application.history.aggregate(last=Max("sequence"))["last"] or 0
    changed_status = kind in {HistoryKind.SENT, HistoryKind.STATUS}
    return HistoryEntry.objects.create(
        application=application,
        sequence=last + 1,
        kind=kind,
        status=application.status if changed_status else "",
        outcome=application.outcome if changed_status else "",
        mover=mover,
        actor=actor,
        at=now,
        note=note,
    )


def note_fact(*, application: Application, kind: FactKind, now: dt.datetime) -> bool:
    """Note a fact of the delivery trail the first time it is true; says whether it was the first."""
    _, is_first = DeliveryFact.objects.get_or_create(application=application, kind=kind, defaults={"at": now})
    return is_first


def free_reference() -> str:
    """A reference nobody has. The unique constraint still stands behind it."""
    for _ in range(_TRIES_FOR_A_FREE_REFERENCE):
        reference = new_reference()
        if not Application.with_rehearsals.filter(reference=reference).exists():
            return reference
    raise RuntimeError("no free reference found; the random source is broken")


def refuse_unless_handler(*, application: Application, actor: Account, now: dt.datetime) -> None:
    """Refuse with `OnlyReads` whoever isn't a handler of the procedure at the authority of the case just now."""
    desk = desk_of(actor, finnish_day(now))
    if not desk.may(application.procedure.slug, RoleName.HANDLER, at=application.authority):
        raise OnlyReads
