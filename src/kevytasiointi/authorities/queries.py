"""Municipalities, authorities, and what an official may do at which of them."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from kevytasiointi.authorities.models import (
    Area,
    AreaKind,
    Authority,
    Invitation,
    Municipality,
    Role,
    RoleName,
    SupportServiceRight,
    in_force,
)
from kevytasiointi.authorities.rules import types_serving
from kevytasiointi.authorities.tokens import digest
from kevytasiointi.core.folding import alphabetical, folded
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account


def municipality(code: str) -> Municipality:
    """The municipality with this code, also an ended one, else `NotFound`."""
    found = Municipality.objects.select_related("successor").filter(code=code).first()
    if found is None:
        raise NotFound
    return found


def find_municipality(code: str, on: dt.date) -> Municipality | None:
    """The municipality with this code as it was typed or chosen, if it exists that day. Åland's exist too."""
    return Municipality.objects.existing(on).filter(code=code).first()


def find_municipalities_as_typed(texts: Collection[str], on: dt.date) -> Sequence[Municipality | None]:
    """For each text the municipality whose code or whole name, in any language, it is. Åland's and ended ones too.

    Of two of the same name the one that exists on that day.
    """
    if not texts:
        return []
    wanted_last = sorted(
        Municipality.objects.order_by("-code"),
        key=lambda m: m.valid_from <= on and (m.valid_to is None or on < m.valid_to),
    )
    known = {folded(text): m for m in wanted_last for text in (m.code, *m.name.values())}
    return [known.get(folded(text)) for text in texts]


def municipality_on(municipality: Municipality, on: dt.date) -> Municipality:
    """The municipality itself, or the one that it has been merged into by that day."""
    while municipality.valid_to is not None and municipality.valid_to <= on and municipality.successor is not None:
        municipality = municipality.successor
    return municipality


def municipalities(on: dt.date, language: str) -> list[Municipality]:
    """Those that exist on that day and may have something to offer: without Åland.

    In alphabetical order of `language`: å, ä and ö last, whatever the database's collation.
    """
    those = Municipality.objects.existing(on).mainland()
    return sorted(those, key=lambda m: alphabetical(m.name.in_language(language)))


def municipalities_in(kind: AreaKind, code: str, *, on: dt.date) -> list[Municipality]:
    """Those that belong to the area on that day, without Åland. Raises `NotFound` if there is no such area."""
    if not Area.objects.filter(kind=kind, code=code).exists():
        raise NotFound
    belongs = in_force(on, "memberships__") & Q(memberships__area__kind=kind, memberships__area__code=code)
    return list(Municipality.objects.existing(on).mainland().filter(belongs).order_by("code"))


def municipality_names() -> Mapping[str, Text]:
    """Code → name of every municipality there is or has been: what an answer's code means."""
    return dict(Municipality.objects.values_list("code", "name"))


def search_municipalities(text: str, language: str, on: dt.date) -> list[Municipality]:
    """Municipalities whose name in any language has a word that begins with `text`; Åland's are named too.

    Those whose whole name is the text come first, then alphabetically in `language`.
    """
    wanted = folded(" ".join(text.split()))
    if not wanted:
        return []
    found = [
        (min(ranks), alphabetical(m.name.in_language(language)), m)
        for m in Municipality.objects.existing(on)
        if (ranks := [rank for name in m.name.values() if (rank := _rank(folded(name), wanted)) is not None])
    ]
    return [m for _rank_, _name, m in sorted(found, key=lambda entry: entry[:2])]


def _rank(name: str, wanted: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if any(word.startswith(wanted) for word in name.replace("-", " ").split()) else None


SEEING: Final = (RoleName.READER, RoleName.HANDLER)
"""Who sees the cases of an authority. Only a handler changes them."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an official may see and do on a day: their roles, read anew for each request.

    A role that was taken away a moment ago isn't here, whatever the session remembers.
    """

    account: Account
    roles: Sequence[Role]

    @property
    def authorities(self) -> QuerySet[Authority]:
        """Those at which the official has any role; what they see there is narrowed by `scope`."""
        return Authority.objects.filter(pk__in=[role.authority_id for role in self.roles if role.authority_id])

    def has(self, role: RoleName) -> bool:
        """Whether the official has this role anywhere, in any procedure."""
        return any(own.role == role for own in self.roles)

    @property
    def sees_cases(self) -> bool:
        return any(own.role in SEEING for own in self.roles)

    def may(self, procedure: str, role: RoleName, *, at: Authority) -> bool:
        """Whether the official has this role in the procedure (a slug) at that authority."""
        return any(
            own.role == role and own.authority_id == at.pk and own.procedure in {"", procedure} for own in self.roles
        )

    def scope(self, *, authority: str, procedure: str, roles: Collection[RoleName] = SEEING) -> Q:
        """The condition that limits rows to what any of `roles` reaches; with no such role, to nothing.

        `authority` and `procedure` name the lookups from the row to its authority and to the slug
        of its procedure. A role that names a procedure reaches that one only.
        """
        reached = Q(pk__in=[])
        for own in self.roles:
            if own.role in roles and own.authority_id is not None:
                here = Q(**{authority: own.authority_id})
                reached |= here & Q(**{procedure: own.procedure}) if own.procedure else here
        return reached


def desk_of(account: Account, on: dt.date) -> Desk:
    """The desk of `account` that day; empty for somebody who is no official."""
    return Desk(account, tuple(Role.objects.of(account, on).select_related("authority").order_by("pk")))


def roles_held(account: Account, on: dt.date) -> frozenset[str]:
    """The names of the roles the person has anywhere that day: asked on every page, so in one small query."""
    return frozenset(Role.objects.of(account, on).values_list("role", flat=True).distinct())


def authorities_of(account: Account, role: RoleName, on: dt.date) -> QuerySet[Authority]:
    """Those at which the person has the role that day."""
    return Authority.objects.where(account, role, on)


def handlers_of(authority: Authority, procedure: str, on: dt.date) -> QuerySet[Account]:
    """Who may handle the procedure (a slug) at the authority: to whom a case can be handed."""
    roles = Role.objects.filter(
        in_force(on), Q(procedure="") | Q(procedure=procedure), authority=authority, role=RoleName.HANDLER
    )
    return Account.objects.filter(pk__in=roles.values("account"), is_active=True).order_by("family_name", "given_name")


def holders_of(authority: Authority, role: RoleName, on: dt.date) -> QuerySet[Account]:
    """Who has the role at the authority that day, in whichever procedures."""
    roles = Role.objects.filter(in_force(on), authority=authority, role=role)
    return Account.objects.filter(pk__in=roles.values("account"), is_active=True).order_by("family_name", "given_name")


def authority_for(municipality: Municipality, authority_type: str, sector: str, on: dt.date) -> Authority | None:
    """The authority of that type and sector in the municipality, if the service knows it.

    Where it has adopted nothing its website, telephone and e-mail are the other channel. Two that fit
    would mean that one must be chosen by law, which isn't for a query to do: then None.
    """
    able = Authority.objects.existing(on).competent_in(municipality, on)
    fitting = list(able.filter(type__in=types_serving(authority_type), sector=sector)[:2])
    return fitting[0] if len(fitting) == 1 else None


def is_service_owner(account: Account, on: dt.date) -> bool:
    return Role.objects.of(account, on).filter(role=RoleName.SERVICE_OWNER).exists()


def service_owners(on: dt.date) -> QuerySet[Account]:
    """Everybody who owns the service that day."""
    roles = Role.objects.filter(in_force(on), role=RoleName.SERVICE_OWNER)
    return Account.objects.filter(pk__in=roles.values("account"), is_active=True).order_by("pk")


def territory_of(authority: Authority, on: dt.date) -> QuerySet[Municipality]:
    """The municipalities in which the authority is competent that day."""
    in_territory = in_force(on, "territories__") & Q(territories__authority=authority)
    return Municipality.objects.existing(on).filter(in_territory).distinct()


def authority(public_id: str) -> Authority:
    """The authority, else `NotFound`."""
    found = Authority.objects.select_related("organisation").filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def authorities() -> QuerySet[Authority]:
    """All of them, for the service owner."""
    return Authority.objects.select_related("organisation").order_by("slug")


def authority_administered(account: Account, public_id: str, on: dt.date) -> Authority:
    """The authority if the person administers it that day or owns the service, else `NotFound`."""
    found = authority(public_id)
    if not may_administer(account, found, on):
        raise NotFound
    return found


def may_administer(account: Account, authority: Authority, on: dt.date) -> bool:
    """An authority's own administrators, and the service owner, who lets in the first of them."""
    held = Role.objects.of(account, on)
    own = Q(role=RoleName.ADMINISTRATOR, authority=authority, procedure="")
    return held.filter(own | Q(role=RoleName.SERVICE_OWNER)).exists()


def rights_of(authority: Authority) -> QuerySet[SupportServiceRight]:
    """Every period for which the authority may or might use the national identification, the latest first."""
    return authority.support_service_rights.order_by("-valid_from")


def people_of(authority: Authority) -> QuerySet[Account]:
    """Everybody who has, had or will have a role at the authority."""
    return Account.objects.filter(pk__in=Role.objects.filter(authority=authority).values("account"))


def person_of(authority: Authority, public_id: str) -> Account:
    """One of them, else `NotFound`."""
    found = people_of(authority).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def roles_at(authority: Authority) -> QuerySet[Role]:
    """Every role that anybody has, had or will have at the authority, the latest first."""
    return (
        Role.objects.filter(authority=authority)
        .select_related("account", "authority", "given_by", "taken_by")
        .order_by("-valid_from", "-pk")
    )


def role_of_person(authority: Authority, account: Account, public_id: str) -> Role:
    """One role of one person there, else `NotFound`."""
    found = roles_at(authority).filter(account=account, public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def invitations_of(authority: Authority) -> QuerySet[Invitation]:
    """Every invitation of the authority, the latest first."""
    return (
        Invitation.objects.filter(authority=authority)
        .select_related("authority", "invited_by", "accepted_by", "withdrawn_by")
        .order_by("-pk")
    )


def invitation_of(authority: Authority, public_id: str) -> Invitation:
    """One of them, else `NotFound`."""
    found = invitations_of(authority).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def invitation_by_token(token: str) -> Invitation:
    """The invitation that a link leads to, else `NotFound`."""
    those = Invitation.objects.select_related("authority", "invited_by")
    found = those.filter(token_hash=digest(token)).first()
    if found is None:
        raise NotFound
    return found
