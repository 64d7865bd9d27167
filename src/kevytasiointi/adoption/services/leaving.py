"""The end: detached with a plan, handed over to another authority, or with the authority itself."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from kevytasiointi.adoption.events import AnswerersChanged
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence, EndingPlan
from kevytasiointi.adoption.refusals import (
    EndsInThePast,
    EndsSooner,
    LanguageIncomplete,
    ReplacementMissing,
    StillOffering,
    TooLong,
    WrongState,
    WrongSuccessor,
)
from kevytasiointi.adoption.rules import LONGEST_REPLACEMENT, EventKind, State
from kevytasiointi.adoption.services.fitting import official_languages
from kevytasiointi.adoption.services.joining import bring_into_force
from kevytasiointi.adoption.services.writing import (
    DAY,
    Cut,
    cut,
    end_adoption,
    is_lasting,
    lock_confirmed,
    refuse_stranger,
    refuse_unless_owner,
    unserved,
    write_event,
)
from kevytasiointi.authorities.founding import end_territory
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """After which day it ends, and at least one of the ways customers are then shown."""

    last_day: dt.date
    replacement: Text = Text()  # noqa: RUF009 - immutable
    successor: Adoption | None = None
    other_authority: Authority | None = None


@transaction.atomic
def detach(*, adoption: Adoption, plan: Plan, actor: Account | None, now: dt.datetime) -> EndingPlan:
    """End the adoption everywhere after the plan's last day; those who have drafts are told, and what is pending stays.

    A later plan may end it sooner, or tell more; never later. One that hasn't begun by the last day never
    does. Refuses with `NotYoursToDecide`, `WrongState`, `EndsInThePast`, `EndsSooner`,
    `ReplacementMissing`, `LanguageIncomplete`, `TooLong` or `WrongSuccessor`.
    """
    adoption = lock_confirmed(adoption=adoption, now=now)
    refuse_stranger(adoption=adoption, actor=actor, now=now)
    if plan.last_day < finnish_day(now):
        raise EndsInThePast
    end = plan.last_day + DAY
    if adoption.valid_to is not None and end > adoption.valid_to:
        raise EndsSooner
    _refuse_unhelpful(adoption, plan)
    written = _write_plan(adoption, plan, actor, now)
    left = cut(adoption=adoption, end=end) or _ending_on(adoption, end)
    end_adoption(adoption=adoption, end=end)
    day = max(end, adoption.valid_from)
    event = _tell_of_cut(adoption, EventKind.DETACHED, left, day, actor=actor, now=now)
    publish(AnswerersChanged(adoption_event_id=event.pk), now=now)
    return written


@transaction.atomic
def transfer(*, adoption: Adoption, successor: Adoption, actor: Account | None, now: dt.datetime) -> Adoption:
    """Confirm `successor`, which another authority has sent, in the place of `adoption`: no day has two, or none.

    On the first day of the successor it answers where it is wanted, and `adoption` no more there. If
    that leaves nothing, `adoption` ends; else it goes on elsewhere. Refuses with `NotYoursToDecide`,
    `WrongState`, `WrongSuccessor`, and as confirming does.
    """
    refuse_unless_owner(actor=actor, now=now)
    adoption = lock_confirmed(adoption=adoption, now=now)
    successor = Adoption.objects.select_related("authority", "procedure").get(pk=successor.pk)
    if successor.procedure_id != adoption.procedure_id or successor.pk == adoption.pk:
        raise WrongSuccessor
    if successor.state_on(finnish_day(now)) is not State.SENT:
        raise WrongState
    day = successor.valid_from
    wanted = [row.municipality for row in successor.wanted.select_related("municipality")]
    left = cut(adoption=adoption, end=day, municipalities=wanted)
    if not left:
        raise WrongSuccessor
    bring_into_force(adoption=successor, kind=EventKind.TOOK_OVER, actor=actor, now=now, other=adoption)
    if not is_lasting(adoption=adoption, end=day):
        _write_plan(adoption, _plan_with(adoption, successor), actor, now)
        end_adoption(adoption=adoption, end=day)
    given = _tell_of_cut(adoption, EventKind.HANDED_OVER, left, day, actor=actor, now=now, other=successor)
    publish(AnswerersChanged(adoption_event_id=given.pk), now=now)
    return successor


@transaction.atomic
def end_authority(*, authority: Authority, last_day: dt.date, actor: Account | None, now: dt.datetime) -> None:
    """After `last_day` there is no such authority. What is pending at it can still be handled.

    Refuses with `NotYoursToDecide`, `EndsInThePast`, or `StillOffering` as long as it answers for anything then.
    """
    refuse_unless_owner(actor=actor, now=now)
    if last_day < finnish_day(now):
        raise EndsInThePast
    end = last_day + DAY
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if Competence.objects.within(end, None).filter(adoption__authority=authority).exists():
        raise StillOffering
    end_territory(authority=authority, end=end, actor=actor, now=now)
    authority.valid_to = end
    authority.save(update_fields=["valid_to"])
    record(
        action="authority.ended",
        actor=actor.public_id if actor else "",
        authority=authority.public_id,
        object_kind="authority",
        object_id=authority.public_id,
        now=now,
        detail={"last_day": last_day.isoformat()},
    )


def _refuse_unhelpful(adoption: Adoption, plan: Plan) -> None:
    """Customers must learn where to turn, in the languages of their municipality."""
    has_text = any(plan.replacement.values())
    if not (has_text or plan.successor or plan.other_authority):
        raise ReplacementMissing
    if any(len(text) > LONGEST_REPLACEMENT for text in plan.replacement.values()):
        raise TooLong
    successor = plan.successor
    if successor is not None and (successor.procedure_id != adoption.procedure_id or successor.pk == adoption.pk):
        raise WrongSuccessor
    if has_text:
        places = Municipality.objects.filter(pk__in=adoption.competences.values("municipality"))
        lacking = [
            m for m in places if not official_languages(m) <= {of for of, text in plan.replacement.items() if text}
        ]
        if lacking:
            raise LanguageIncomplete(lacking)


def _ending_on(adoption: Adoption, end: dt.date) -> Cut:
    """Where it was to end that day anyway: the plan is then what is new, and customers are told of it."""
    rows = adoption.competences.filter(valid_to=end).exclude(valid_from=end).select_related("municipality")
    return [(row.municipality, end) for row in rows]


def _plan_with(adoption: Adoption, successor: Adoption) -> Plan:
    """What an earlier plan tells customers is kept."""
    former = EndingPlan.objects.select_related("other_authority").filter(adoption=adoption).first()
    return Plan(
        last_day=max(successor.valid_from, adoption.valid_from) - DAY,
        replacement=former.replacement if former else Text(),
        successor=successor,
        other_authority=former.other_authority if former else None,
    )


def _write_plan(adoption: Adoption, plan: Plan, actor: Account | None, now: dt.datetime) -> EndingPlan:
    written, _ = EndingPlan.objects.update_or_create(
        adoption=adoption,
        defaults={
            "last_day": plan.last_day,
            "replacement": plan.replacement,
            "successor": plan.successor,
            "other_authority": plan.other_authority,
            "made_by": actor,
            "made_at": now,
        },
    )
    return written


def _tell_of_cut(  # noqa: PLR0913 - one argument per column, as in the history
    adoption: Adoption,
    kind: EventKind,
    left: Cut,
    day: dt.date,
    *,
    actor: Account | None,
    now: dt.datetime,
    other: Adoption | None = None,
) -> AdoptionEvent:
    return write_event(
        adoption=adoption,
        kind=kind,
        actor=actor,
        now=now,
        municipalities=[m for m, _day in left],
        day=day,
        unserved=unserved(procedure=adoption.procedure, places=left),
        other=other,
    )
