"""Give and take roles. Whether the actor may is asked in `people`; setting the service up asks nobody."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from kevytasiointi.authorities.models import Authority, Role, RoleName
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record


class RoleNeedsAuthority(Refusal):
    """Every role but the service owner's is held at an authority, and the owner's at none."""

    code = "role_needs_authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What somebody may do: `procedure` is a slug, empty for all.

    From `first` on (today when left out) to the end of `last`, both Finnish days; without a last day until taken.
    """

    role: RoleName
    procedure: str = ""
    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def end(self) -> dt.date | None:
        """The day from which the role isn't held any more."""
        return None if self.last is None else self.last + dt.timedelta(days=1)


@transaction.atomic
def give_role(
    *,
    account: Account,
    role: RoleName,
    authority: Authority | None,
    procedure: str = "",
    actor: Account | None,
    now: dt.datetime,
) -> Role:
    """Let `account` act in `role` from today on; `procedure` is a slug, empty for all.

    Giving what the account has already changes nothing. Refuses with `RoleNeedsAuthority`. Nobody's
    right to give it is asked: that is `people.appoint`.
    """
    held = Role.objects.of(account, finnish_day(now)).filter(authority=authority, procedure=procedure, role=role)
    if (found := held.first()) is not None:
        return found
    grant = Grant(role=role, procedure=procedure)
    return put_role(account=account, authority=authority, grant=grant, actor=actor, now=now)


@transaction.atomic
def put_role(
    *, account: Account, authority: Authority | None, grant: Grant, actor: Account | None, now: dt.datetime
) -> Role:
    """Write the role down, whoever has it already. Refuses with `RoleNeedsAuthority`."""
    if (authority is None) != (grant.role is RoleName.SERVICE_OWNER):
        raise RoleNeedsAuthority
    given = Role.objects.create(
        account=account,
        authority=authority,
        role=grant.role,
        procedure=grant.procedure,
        valid_from=grant.first or finnish_day(now),
        valid_to=grant.end,
        given_by=actor,
        given_at=now,
    )
    _log("role.given", given, actor, now)
    return given


@transaction.atomic
def take_role(*, role: Role, actor: Account | None, now: dt.datetime) -> None:
    """End the role today: its holder's next request is without it. One that has ended stays as it is.

    Nobody's right to take it is asked: that is `people.dismiss`.
    """
    # A role that was to begin later never does: it keeps its first day and ends on the same.
    end = max(finnish_day(now), role.valid_from)
    lasting = Role.objects.filter(pk=role.pk).exclude(valid_to__lte=end)
    if lasting.update(valid_to=end, taken_by=actor, taken_at=now):
        _log("role.taken", role, actor, now)


def _log(action: str, role: Role, actor: Account | None, now: dt.datetime) -> None:
    record(
        action=action,
        actor=actor.public_id if actor else "",
        authority=role.authority.public_id if role.authority else "",
        object_kind="account",
        object_id=role.account.public_id,
        now=now,
        detail={"role": role.role, "procedure": role.procedure},
    )
