"""A new authority, its territory, and its right to the national identification.

An authority is ended by `adoption.services.leaving`, for it must first have left what it offers.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from kevytasiointi.authorities.models import (
    Authority,
    AuthorityType,
    Municipality,
    RoleName,
    SupportServiceRight,
    Territory,
)
from kevytasiointi.authorities.queries import holders_of, is_service_owner
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text, listed
from kevytasiointi.identity.models import Account, Organisation
from kevytasiointi.ledger.audit import record

_LONGEST_SLUG = 70


class NotYoursToSay(Refusal):
    """The service owner says which authorities there are and where; an administrator, what rights the own one has."""

    code = "not_yours_to_decide"


class AlreadyAnAuthority(Refusal):
    """The organisation has an authority of this type and sector; it joins with that one."""

    code = "already_an_authority"

    def __init__(self, authority: Authority) -> None:
        super().__init__(authority.public_id)
        self.authority = authority
        self.params = {"authority": authority.name}


class NoAuthoritiesInAland(Refusal):
    """Åland has its own law and authorities, which this service doesn't serve (self-government act 1144/1991)."""

    code = "aland_is_outside"

    def __init__(self, municipalities: Collection[Municipality]) -> None:
        super().__init__(", ".join(sorted(m.code for m in municipalities)))
        self.params = {"municipalities": listed(m.name for m in municipalities)}


class EndsBeforeItBegins(Refusal):
    """The last day comes before the first."""

    code = "ends_before_it_begins"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFacts:
    """What there is to say of a new authority. `sector` is empty where the type has none."""

    type: AuthorityType
    sector: str = ""
    name: Text
    website: str = ""
    phone: str = ""
    email: str = ""


@transaction.atomic
def found_authority(
    *,
    organisation: Organisation,
    facts: AuthorityFacts,
    municipalities: Collection[Municipality],
    since: dt.date,
    actor: Account | None,
    now: dt.datetime,
) -> Authority:
    """Make the authority, competent in `municipalities` from `since` on. It offers nothing yet.

    Refuses with `NotYoursToSay`, `AlreadyAnAuthority` or `NoAuthoritiesInAland`.
    """
    _refuse_unless_owner(actor, now)
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    same = Authority.objects.existing(since).filter(organisation=organisation, type=facts.type, sector=facts.sector)
    if known := same.first():
        raise AlreadyAnAuthority(known)
    authority = Authority.objects.create(
        organisation=organisation,
        slug=_free_slug(facts.name),
        type=facts.type,
        sector=facts.sector,
        name=facts.name,
        website=facts.website,
        phone=facts.phone,
        email=facts.email,
    )
    _log("authority.founded", authority, actor, now, type=facts.type, sector=facts.sector)
    extend_territory(authority=authority, municipalities=municipalities, since=since, actor=actor, now=now)
    return authority


@transaction.atomic
def extend_territory(
    *,
    authority: Authority,
    municipalities: Collection[Municipality],
    since: dt.date,
    actor: Account | None,
    now: dt.datetime,
) -> None:
    """Let the authority be competent in `municipalities` from `since` on, where it isn't already.

    What it offers doesn't change by this: an adoption is extended by itself. Refuses with `NotYoursToSay`
    or `NoAuthoritiesInAland`.
    """
    _refuse_unless_owner(actor, now)
    if aland := [m for m in municipalities if m.is_aland]:
        raise NoAuthoritiesInAland(aland)
    rows = Territory.objects.filter(authority=authority, municipality__in=municipalities).order_by("valid_from")
    last = {row.municipality_id: row for row in rows if row.valid_to is None or row.valid_to >= since}
    for municipality in municipalities:
        _hold(authority, municipality, since, last.get(municipality.pk))
    codes = " ".join(sorted(m.code for m in municipalities))
    _log("authority.territory_extended", authority, actor, now, municipalities=codes, since=since.isoformat())


@transaction.atomic
def end_territory(
    *,
    authority: Authority,
    end: dt.date,
    municipalities: Collection[Municipality] | None = None,
    actor: Account | None,
    now: dt.datetime,
) -> None:
    """From `end` on the authority is competent no more: in those municipalities, or anywhere.

    What it offers there is ended by `adoption.services`, which calls this. Refuses with `NotYoursToSay`.
    """
    _refuse_unless_owner(actor, now)
    rows = Territory.objects.filter(authority=authority).exclude(valid_to__lte=end).exclude(valid_to=F("valid_from"))
    if municipalities is not None:
        rows = rows.filter(municipality__in=municipalities)
    left = set()
    for row in rows.select_related("municipality"):
        row.valid_to = max(end, row.valid_from)
        row.save(update_fields=["valid_to"])
        left.add(row.municipality.code)
    if left:
        codes = " ".join(sorted(left))
        _log("authority.territory_ended", authority, actor, now, municipalities=codes, end=end.isoformat())


@transaction.atomic
def write_right(
    *, authority: Authority, first: dt.date, last: dt.date, actor: Account | None, now: dt.datetime
) -> SupportServiceRight:
    """Write down until when the authority may use the national identification. The same first day corrects a row.

    Refuses with `NotYoursToSay` or `EndsBeforeItBegins`.
    """
    if actor is not None and not holders_of(authority, RoleName.ADMINISTRATOR, finnish_day(now)).contains(actor):
        _refuse_unless_owner(actor, now)
    if last < first:
        raise EndsBeforeItBegins
    right, _ = SupportServiceRight.objects.update_or_create(
        authority=authority,
        valid_from=first,
        defaults={"valid_to": last + dt.timedelta(days=1), "written_at": now},
    )
    _log("authority.right_written", authority, actor, now, last_day=last.isoformat())
    return right


def _refuse_unless_owner(actor: Account | None, now: dt.datetime) -> None:
    """No actor is the service itself: its own jobs and commands, never a page."""
    if actor is not None and not is_service_owner(actor, finnish_day(now)):
        raise NotYoursToSay


def _hold(authority: Authority, municipality: Municipality, since: dt.date, last: Territory | None) -> None:
    """Every day from `since` on is covered: the last row is kept on, what is missing before it is added."""
    if last is None or last.valid_from > since:
        Territory.objects.get_or_create(
            authority=authority,
            municipality=municipality,
            valid_from=since,
            defaults={"valid_to": last.valid_from if last else None},
        )
    if last is not None and last.valid_to is not None:
        last.valid_to = None
        last.save(update_fields=["valid_to"])


def _free_slug(name: Text) -> str:
    wanted = slugify(name.in_language("fi"))[:_LONGEST_SLUG].strip("-") or "authority"
    if not Authority.objects.filter(slug=wanted).exists():
        return wanted
    tries = (f"{wanted}-{number}" for number in count(2))
    return next(slug for slug in tries if not Authority.objects.filter(slug=slug).exists())


def _log(action: str, authority: Authority, actor: Account | None, now: dt.datetime, **detail: str) -> None:
    record(
        action=action,
        actor=actor.public_id if actor else "",
        authority=authority.public_id,
        object_kind="authority",
        object_id=authority.public_id,
        now=now,
        detail=detail,
    )
