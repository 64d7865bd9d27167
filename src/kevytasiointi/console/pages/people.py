"""The people of an authority: who may do what, since when, and who let them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, Fate, Invitation, Role, RoleName, Standing
from kevytasiointi.authorities.services.people import GIVEN_HERE
from kevytasiointi.authorities.services.roles import Grant
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.console.fields import Field, Option, Typed, problems_of
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.site.chrome import LANGUAGE_NAMES
from kevytasiointi.site.refusals import Mend

_WHERE_WRONG: Mapping[str, str] = {
    "role_not_given_here": "role",
    "role_held_already": "role",
    "administrator_of_all": "procedure",
    "role_begins_in_past": "first",
    "role_ends_before_it_begins": "last",
    "invitation_needs_email": "email",
}
"""Code of a refusal → the field that it is mended in."""


@dataclass(frozen=True, slots=True)
class Held:
    """One role as it is told."""

    role: Role
    name: str
    procedure: str
    last_day: dt.date | None
    state: Standing


@dataclass(frozen=True, slots=True)
class PersonRow:
    person: Account
    roles: Sequence[Held]


@dataclass(frozen=True, slots=True)
class Invited:
    invitation: Invitation
    name: str
    procedure: str
    state: Fate


@dataclass(frozen=True, slots=True)
class PeoplePage:
    authority: Authority
    people: Sequence[PersonRow]
    invitations: Sequence[Invited]


def role_name(role: str) -> str:
    names = {
        RoleName.READER: _("Reader"),
        RoleName.HANDLER: _("Handler"),
        RoleName.ADMINISTRATOR: _("Administrator"),
        RoleName.AUTHOR: _("Form author"),
        RoleName.SERVICE_OWNER: _("Service owner"),
    }
    return names[RoleName(role)]


def people_page(authority: Authority, *, language: str, now: dt.datetime) -> PeoplePage:
    """Those who have a role now or will have one; the others are in the history."""
    by_person: dict[Account, list[Held]] = {}
    for held in _held(authority, language, finnish_day(now)):
        if held.state is not Standing.ENDED:
            by_person.setdefault(held.role.account, []).append(held)
    rows = [PersonRow(person, roles) for person, roles in by_person.items()]
    return PeoplePage(
        authority=authority,
        people=sorted(rows, key=lambda row: (row.person.family_name, row.person.given_name)),
        invitations=[each for each in _invited(authority, language, now) if each.state is Fate.WAITING],
    )


@dataclass(frozen=True, slots=True)
class PersonPage:
    authority: Authority
    person: Account
    held: Sequence[Held]
    ended: Sequence[Held]
    fields: Sequence[Field]
    problems: Sequence[Mend]


def person_page(
    authority: Authority, person: Account, *, language: str, now: dt.datetime, typed: Typed | None = None
) -> PersonPage:
    typed = typed or Typed({})
    roles = [held for held in _held(authority, language, finnish_day(now)) if held.role.account_id == person.pk]
    fields = _grant_fields(authority, typed, language)
    return PersonPage(
        authority=authority,
        person=person,
        held=[held for held in roles if held.state is not Standing.ENDED],
        ended=[held for held in roles if held.state is Standing.ENDED],
        fields=fields,
        problems=problems_of(fields),
    )


@dataclass(frozen=True, slots=True)
class HistoryPage:
    authority: Authority
    roles: Sequence[Held]
    invitations: Sequence[Invited]


def history_page(authority: Authority, *, language: str, now: dt.datetime) -> HistoryPage:
    return HistoryPage(
        authority, list(_held(authority, language, finnish_day(now))), list(_invited(authority, language, now))
    )


@dataclass(frozen=True, slots=True)
class InvitePage:
    authority: Authority
    fields: Sequence[Field]
    problems: Sequence[Mend]


def invite_page(authority: Authority, *, language: str, typed: Typed | None = None) -> InvitePage:
    typed = typed or Typed({"language": language})
    email = typed.field(
        "email",
        _("Email address"),
        kind="email",
        help=_("The invitation is sent here. Use the person's own work address, not a shared one."),
    )
    spoken = typed.field(
        "language",
        _("Language of the invitation"),
        kind="select",
        options=[Option(code, name) for code, name in LANGUAGE_NAMES.items()],
    )
    fields = [email, *_grant_fields(authority, typed, language), spoken]
    return InvitePage(authority, fields, problems_of(fields))


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """What somebody who followed the link of an invitation sees."""

    invitation: Invitation
    name: str
    procedure: str
    over: str
    """Why it can't be accepted any more; empty when it can."""


def invitation_page(invitation: Invitation, *, language: str, over: str) -> InvitationPage:
    names = _procedure_names()
    return InvitationPage(
        invitation, role_name(invitation.role), _procedure(invitation.procedure, names, language), over
    )


def read_grant(typed: Typed, authority: Authority) -> Grant | None:
    """The role that was asked for; None when something typed isn't what it must be: then it has an error."""
    first, last = typed.day("first"), typed.day("last")
    if typed["role"] not in GIVEN_HERE:
        typed.errors["role"] = _("Choose the role: reader, handler or administrator.")
    if typed["procedure"] and typed["procedure"] not in {each.slug for each in catalogue.procedures_for(authority)}:
        typed.errors["procedure"] = _("Choose the procedure from the list.")
    if typed.errors:
        return None
    return Grant(role=RoleName(typed["role"]), procedure=typed["procedure"], first=first, last=last)


def read_invitation(typed: Typed, authority: Authority) -> Grant | None:
    """The same with an address to invite."""
    if not typed["email"]:
        typed.errors["email"] = _("Write the email address in the form name@example.fi.")
    return read_grant(typed, authority)


def where_wrong(code: str) -> str:
    return _WHERE_WRONG.get(code, "role")


def _held(authority: Authority, language: str, today: dt.date) -> "list[Held]":
    names = _procedure_names()
    return [
        Held(
            role=role,
            name=role_name(role.role),
            procedure=_procedure(role.procedure, names, language),
            last_day=role.valid_to - dt.timedelta(days=1) if role.valid_to else None,
            state=role.standing_on(today),
        )
        for role in authorities.roles_at(authority)
    ]


def _invited(authority: Authority, language: str, now: dt.datetime) -> list[Invited]:
    names = _procedure_names()
    return [
        Invited(each, role_name(each.role), _procedure(each.procedure, names, language), each.fate_at(now))
        for each in authorities.invitations_of(authority)
    ]


def _procedure_names() -> Mapping[str, Text]:
    return {each.slug: each.name for each in catalogue.procedures()}


def _procedure(slug: str, names: Mapping[str, Text], language: str) -> str:
    if not slug:
        return _("All procedures")
    name = names.get(slug)
    return name.in_language(language) if name else slug


def _grant_fields(authority: Authority, typed: Typed, language: str) -> list[Field]:
    procedures = [Option(each.slug, each.name.in_language(language)) for each in catalogue.procedures_for(authority)]
    return [
        typed.field(
            "role",
            _("Role"),
            kind="select",
            help=_(
                "A reader sees the cases. A handler also handles them. An administrator sees no cases, but decides "
                "about adoptions and people."
            ),
            options=[Option("", _("Choose")), *(Option(role, role_name(role)) for role in _in_order())],
        ),
        typed.field("procedure", _("Procedure"), kind="select", options=[Option("", _("All procedures")), *procedures]),
        typed.field(
            "first", _("First day"), kind="date", help=_("For example 1.6.2027. Left empty: at once."), is_optional=True
        ),
        typed.field(
            "last",
            _("Last day"),
            kind="date",
            help=_("For example for a substitute. Left empty: for the time being."),
            is_optional=True,
        ),
    ]


def _in_order() -> list[RoleName]:
    return [role for role in RoleName if role in GIVEN_HERE]
