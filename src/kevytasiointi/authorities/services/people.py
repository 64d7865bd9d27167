"""An administrator appoints, dismisses and invites the people of their own authority."""

import datetime as dt
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet

from kevytasiointi.authorities import queries
from kevytasiointi.authorities.events import InvitationMade
from kevytasiointi.authorities.models import Authority, Invitation, Role, RoleName, in_force
from kevytasiointi.authorities.services.roles import Grant, put_role, take_role
from kevytasiointi.authorities.tokens import digest, token_of
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.outbox import publish

OPEN_FOR: Final = dt.timedelta(days=14)
"""How long an invitation can be accepted."""
MOST_WAITING: Final = 100
"""Invitations of one authority that wait at a time."""
GIVEN_HERE: Final = frozenset({RoleName.READER, RoleName.HANDLER, RoleName.ADMINISTRATOR})
"""Roles that an administrator gives. Authors and the owner of the service are appointed elsewhere."""


class NotAdministrator(Refusal):
    """Who isn't an administrator of this authority decides nothing about its people."""

    code = "not_administrator"


class RoleNotGivenHere(Refusal):
    """No authority gives this role."""

    code = "role_not_given_here"


class AdministratorOfAll(Refusal):
    """An administrator answers for the whole authority, not for one procedure."""

    code = "administrator_of_all"


class RoleBeginsInPast(Refusal):
    """Nobody may have had yesterday a right that is given today."""

    code = "role_begins_in_past"


class RoleEndsBeforeItBegins(Refusal):
    code = "role_ends_before_it_begins"


class RoleHeldAlready(Refusal):
    """The person has this role already on some of the days."""

    code = "role_held_already"


class LastAdministrator(Refusal):
    """An authority is never left without an administrator who can let others in."""

    code = "last_administrator"


class InvitationNeedsEmail(Refusal):
    """Without an e-mail address there is nobody to invite."""

    code = "invitation_needs_email"


class TooManyInvitations(Refusal):
    """So many wait already that something must be wrong."""

    code = "too_many_invitations"


class InvitationUsed(Refusal):
    """Somebody has accepted it; a link opens once."""

    code = "invitation_used"


class InvitationWithdrawn(Refusal):
    """Whoever invited has taken the invitation back."""

    code = "invitation_withdrawn"


class InvitationExpired(Refusal):
    """Its time has passed; a new one can be asked for."""

    code = "invitation_expired"


@transaction.atomic
def appoint(*, account: Account, authority: Authority, grant: Grant, actor: Account, now: dt.datetime) -> Role:
    """Give a further role to somebody who has or has had one at the authority.

    For `NotFound` anybody else doesn't exist here: they are invited. Refuses with `NotAdministrator`,
    `RoleHeldAlready` or what makes the grant itself impossible.
    """
    today = finnish_day(now)
    _lock(authority, actor, today)
    _refuse_impossible(grant, today)
    if not queries.people_of(authority).filter(pk=account.pk).exists():
        raise NotFound
    _refuse_held(account, authority, grant, today)
    return put_role(account=account, authority=authority, grant=grant, actor=actor, now=now)


@transaction.atomic
def dismiss(*, role: Role, actor: Account, now: dt.datetime) -> None:
    """End the role at once: its holder's next click is without it.

    Refuses with `NotAdministrator`, and with `LastAdministrator` when nobody else would be left who
    can let others in for good.
    """
    if role.authority is None:
        raise NotAdministrator
    today = finnish_day(now)
    _lock(role.authority, actor, today)
    if role.role == RoleName.ADMINISTRATOR and _is_last(role, today):
        raise LastAdministrator
    take_role(role=role, actor=actor, now=now)


@transaction.atomic
def invite(
    *, authority: Authority, grant: Grant, email: str, language: str, actor: Account, now: dt.datetime
) -> Invitation:
    """Send `email` a link with which whoever signs in gets the role. It opens once, for 14 days.

    Refuses with `NotAdministrator`, `InvitationNeedsEmail`, `TooManyInvitations` or what makes the
    grant itself impossible.
    """
    today = finnish_day(now)
    _lock(authority, actor, today)
    _refuse_impossible(grant, today)
    if Invitation.objects.waiting(now).filter(authority=authority).count() >= MOST_WAITING:
        raise TooManyInvitations
    public_id = new_public_id()
    invitation = Invitation.objects.create(
        public_id=public_id,
        authority=authority,
        role=grant.role,
        procedure=grant.procedure,
        valid_from=grant.first,
        valid_to=grant.end,
        email=_address(email),
        language=language if language in LANGUAGES else LANGUAGES[0],
        token_hash=digest(token_of(public_id)),
        invited_by=actor,
        invited_at=now,
        expires_at=now + OPEN_FOR,
    )
    _log("invitation.made", invitation, actor, now)
    publish(InvitationMade(invitation_id=invitation.pk), now=now)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, actor: Account, now: dt.datetime) -> None:
    """Let the link open nothing any more. Refuses with `NotAdministrator` or `InvitationUsed`."""
    _lock(invitation.authority, actor, finnish_day(now))
    fresh = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if fresh.accepted_at is not None:
        raise InvitationUsed
    if fresh.withdrawn_at is None:
        Invitation.objects.filter(pk=fresh.pk).update(withdrawn_at=now, withdrawn_by=actor)
        _log("invitation.withdrawn", fresh, actor, now)


@transaction.atomic
def accept_invitation(*, token: str, account: Account, now: dt.datetime) -> Role:
    """Bind the invitation to `account` and give it the role.

    Accepting again what one has accepted finds the same role. Raises `NotFound` for a token that was
    never given, `InvitationUsed`, `InvitationWithdrawn` or `InvitationExpired`.
    """
    invitation = Invitation.objects.select_for_update().filter(token_hash=digest(token)).first()
    if invitation is None:
        raise NotFound
    if invitation.accepted_by_id != account.pk:
        refuse_closed(invitation=invitation, now=now)
    grant = _grant_of(invitation, finnish_day(now))
    held = _held(account, invitation.authority, grant, finnish_day(now)).first()
    if invitation.accepted_at is not None and held is None:
        raise InvitationUsed  # the role it gave has been taken away since
    if invitation.accepted_at is None:
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=now, accepted_by=account)
        _log("invitation.accepted", invitation, account, now)
    return held or put_role(
        account=account, authority=invitation.authority, grant=grant, actor=invitation.invited_by, now=now
    )


def refuse_closed(*, invitation: Invitation, now: dt.datetime) -> None:
    """Refuse with the reason for which the invitation opens nothing any more.

    Whoever was dismissed invites nobody: what they had invited to, perhaps themselves, is withdrawn by it.
    """
    if invitation.accepted_at is not None:
        raise InvitationUsed
    may_invite = queries.may_administer(invitation.invited_by, invitation.authority, finnish_day(now))
    if invitation.withdrawn_at is not None or not may_invite:
        raise InvitationWithdrawn
    if invitation.expires_at <= now or _ends_before(invitation, finnish_day(now)):
        raise InvitationExpired


def _lock(authority: Authority, actor: Account, on: dt.date) -> None:
    """Decisions on the people of one authority wait for each other: two can't each dismiss the other's last."""
    Authority.objects.select_for_update().get(pk=authority.pk)
    if not queries.may_administer(actor, authority, on):
        raise NotAdministrator


def _refuse_impossible(grant: Grant, today: dt.date) -> None:
    if grant.role not in GIVEN_HERE:
        raise RoleNotGivenHere
    if grant.role is RoleName.ADMINISTRATOR and grant.procedure:
        raise AdministratorOfAll
    if grant.first is not None and grant.first < today:
        raise RoleBeginsInPast
    if grant.last is not None and grant.last < (grant.first or today):
        raise RoleEndsBeforeItBegins


def _held(account: Account, authority: Authority, grant: Grant, today: dt.date) -> QuerySet[Role]:
    """Roles of the same name and procedure that hold on some of the days."""
    first = grant.first or today
    held = Role.objects.filter(account=account, authority=authority, role=grant.role, procedure=grant.procedure)
    held = held.filter(Q(valid_to=None) | Q(valid_to__gt=first))
    return held if grant.end is None else held.filter(valid_from__lt=grant.end)


def _refuse_held(account: Account, authority: Authority, grant: Grant, today: dt.date) -> None:
    if _held(account, authority, grant, today).exists():
        raise RoleHeldAlready


def _is_last(role: Role, today: dt.date) -> bool:
    if role.valid_to is not None and role.valid_to <= today:
        return False
    lasting = Role.objects.filter(in_force(today), authority=role.authority, role=RoleName.ADMINISTRATOR)
    return not lasting.filter(valid_to=None, account__is_active=True).exclude(pk=role.pk).exists()


def _grant_of(invitation: Invitation, today: dt.date) -> Grant:
    """The role counts from the day of accepting, if it hasn't been told to begin later."""
    first = invitation.valid_from if invitation.valid_from and invitation.valid_from > today else None
    last = invitation.valid_to - dt.timedelta(days=1) if invitation.valid_to else None
    return Grant(role=RoleName(invitation.role), procedure=invitation.procedure, first=first, last=last)


def _ends_before(invitation: Invitation, today: dt.date) -> bool:
    return invitation.valid_to is not None and invitation.valid_to <= today


def _address(email: str) -> str:
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise InvitationNeedsEmail from None
    return address


def _log(action: str, invitation: Invitation, actor: Account, now: dt.datetime) -> None:
    record(
        action=action,
        actor=actor.public_id,
        authority=invitation.authority.public_id,
        object_kind="invitation",
        object_id=invitation.public_id,
        now=now,
        detail={"role": invitation.role, "procedure": invitation.procedure},
    )
