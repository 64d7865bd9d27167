"""Where in Finland a procedure is offered, and what a municipality offers beside others like it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from kevytasiointi.adoption.models import Adoption, Competence, ConnectionMethod
from kevytasiointi.authorities.models import Area, AreaKind, AreaMembership, Municipality, in_force
from kevytasiointi.authorities.reference import groups
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text


class Offer(StrEnum):
    """How a procedure stands in a municipality on a day."""

    ADOPTED = "adopted"
    COMING = "coming"
    """Confirmed, and begins later."""
    OWN_SERVICE = "own_service"
    """In the authority's own e-service: method `conditional` or `integrated`."""
    NOT_OFFERED = "not_offered"
    NOT_APPLICABLE = "not_applicable"
    """Åland, whose authorities this service doesn't serve."""


class Region(NamedTuple):
    code: str
    name: Text


NO_REGION: Final = Region("", Text())


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who offers it, how and when; `valid_from` of a coming one lies ahead. Empty where nobody does."""

    offer: Offer
    method: str = ""
    authority: Text | None = None
    address: str = ""
    """Where it is done, for methods other than light."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    """The first day on which it isn't offered any more."""


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: Text
    region: Region
    standing: Standing

    @property
    def offer(self) -> Offer:
        return self.standing.offer


@dataclass(frozen=True)
class Coverage:
    """Every municipality that exists on the day, by its code."""

    procedure: Procedure
    on: dt.date
    places: Sequence[Place]

    @cached_property
    def counts(self) -> Mapping[Offer, int]:
        found = Counter(place.offer for place in self.places)
        return {offer: found[offer] for offer in Offer}


def covered(slug: str) -> Procedure:
    """The procedure, if authorities can adopt it at all; else `NotFound`."""
    found = catalogue.procedures().filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def coverage(procedure: Procedure, on: dt.date) -> Coverage:
    standings = _standings(Competence.objects.filter(procedure=procedure), on, by="municipality_id")
    regions = _regions(on)
    existing = Municipality.objects.existing(on).order_by("code").values_list("pk", "code", "name", "is_aland")
    places = [
        Place(code, name, regions.get(pk, NO_REGION), _standing(standings.get(pk), is_aland=is_aland))
        for pk, code, name, is_aland in existing
    ]
    return Coverage(procedure, on, places)


def users(procedure: Procedure, on: dt.date) -> QuerySet[Adoption]:
    """The adoptions by which authorities take the procedure in somewhere that day."""
    return Adoption.objects.in_force(on).filter(procedure=procedure).select_related("authority")


def begins_on(procedure: Procedure, municipality: Municipality, on: dt.date) -> dt.date | None:
    """The first day after `on` from which the procedure will be offered in the municipality, if one is known."""
    coming = Competence.objects.filter(_begins_after(on), procedure=procedure, municipality=municipality)
    return coming.order_by("valid_from").values_list("valid_from", flat=True).first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """In how many municipalities of the mainland a procedure is offered, and how."""

    procedure: Procedure
    adopted: int
    own_service: int
    coming: int
    not_offered: int


def tallies(on: dt.date) -> list[Tally]:
    """One for each procedure of the catalogue, by its slug."""
    total = Municipality.objects.existing(on).mainland().count()
    now = _in_force_by_procedure_and_method(on)
    coming = _coming_by_procedure(on)
    return [_tally(procedure, now, coming.get(procedure.pk, 0), total) for procedure in catalogue.procedures()]


def _tally(procedure: Procedure, now: Mapping[tuple[int, str], int], coming: int, total: int) -> Tally:
    light = now.get((procedure.pk, ConnectionMethod.LIGHT), 0)
    own = sum(now.get((procedure.pk, method), 0) for method in _OWN)
    return Tally(
        procedure=procedure,
        adopted=light,
        own_service=own,
        coming=coming,
        not_offered=max(0, total - light - own - coming),
    )


_OWN: Final = (ConnectionMethod.CONDITIONAL, ConnectionMethod.INTEGRATED)


def _in_force_by_procedure_and_method(on: dt.date) -> dict[tuple[int, str], int]:
    """Never two answer for one procedure in one municipality on one day: rows are municipalities."""
    now = Competence.objects.in_force(on).order_by()
    counted = now.values("procedure", "adoption__method").annotate(n=Count("pk"))
    return {
        (procedure, method): n for procedure, method, n in counted.values_list("procedure", "adoption__method", "n")
    }


def _coming_by_procedure(on: dt.date) -> dict[int, int]:
    """Municipalities in which it isn't offered yet but will be."""
    already = Competence.objects.in_force(on).filter(
        procedure=OuterRef("procedure"), municipality=OuterRef("municipality")
    )
    later = Competence.objects.filter(_begins_after(on), ~Exists(already)).order_by()
    counted = later.values("procedure").annotate(n=Count("municipality", distinct=True))
    return dict(counted.values_list("procedure", "n"))


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of the municipalities that are compared with it is offered today, in whichever way."""

    offering: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalProcedure:
    procedure: Procedure
    standing: Standing
    in_region: Share
    in_group: Share

    @property
    def lags(self) -> bool:
        """Not offered here, though at least half of the others in the region or of its kind have it."""
        shares = (self.in_region, self.in_group)
        return self.standing.offer is Offer.NOT_OFFERED and any(s.of and s.offering * 2 >= s.of for s in shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalCoverage:
    """What a municipality offers, beside the others of its region and of its statistical group."""

    municipality: Municipality
    region: Region
    group: str
    procedures: Sequence[LocalProcedure]


def coverage_in(municipality: Municipality, on: dt.date) -> LocalCoverage:
    """Every procedure of the catalogue as it stands in the municipality. Shares count the others, not itself."""
    standings = _standings(Competence.objects.filter(municipality=municipality), on, by="procedure_id")
    region = _regions(on).get(municipality.pk, NO_REGION)
    group = groups().get(municipality.code, "")
    others = Municipality.objects.existing(on).mainland().exclude(pk=municipality.pk)
    neighbours = others.filter(_belongs_to(region, on))
    alike = others.filter(code__in=[code for code, own in groups().items() if own == group])
    shares_near, shares_alike = _shares(neighbours, on), _shares(alike, on)
    return LocalCoverage(
        municipality=municipality,
        region=region,
        group=group,
        procedures=[
            LocalProcedure(
                procedure=procedure,
                standing=_standing(standings.get(procedure.pk), is_aland=municipality.is_aland),
                in_region=shares_near.of(procedure),
                in_group=shares_alike.of(procedure),
            )
            for procedure in catalogue.procedures()
        ],
    )


@dataclass(frozen=True, slots=True)
class _Shares:
    total: int
    offering: Mapping[int, int]

    def of(self, procedure: Procedure) -> Share:
        return Share(self.offering.get(procedure.pk, 0), self.total)


def _shares(among: QuerySet[Municipality], on: dt.date) -> _Shares:
    here = list(among.values_list("pk", flat=True))
    counted = Competence.objects.in_force(on).filter(municipality__in=here).order_by().values("procedure")
    return _Shares(len(here), dict(counted.annotate(n=Count("pk")).values_list("procedure", "n")))


def _belongs_to(region: Region, on: dt.date) -> Q:
    member = in_force(on, "memberships__")
    return member & Q(memberships__area__kind=AreaKind.REGION, memberships__area__code=region.code)


def _begins_after(on: dt.date) -> Q:
    """Competence that will come: one that ends on the day it begins never does."""
    return Q(valid_from__gt=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")))


def _standings(competences: QuerySet[Competence], on: dt.date, *, by: str) -> dict[int, Standing]:
    """What is offered today or, failing that, comes first, by the column `by`."""
    rows = list(
        competences.filter(in_force(on) | _begins_after(on))
        .order_by("-valid_from")
        .values_list(by, "valid_from", "valid_to", "adoption")
    )
    # One adoption answers in many municipalities: its facts are read once.
    named = Adoption.objects.filter(pk__in={adoption for *_, adoption in rows})
    facts = {row[0]: row[1:] for row in named.values_list("pk", "method", "authority__name", "address")}
    # Latest first, so that an earlier one takes its place, and what is in force now the place of all.
    found = {}
    for key, valid_from, valid_to, adoption in rows:
        method, authority, address = facts[adoption]
        found[key] = Standing(
            offer=_offer(method, is_coming=valid_from > on),
            method=method,
            authority=authority,
            address=address,
            valid_from=valid_from,
            valid_to=valid_to,
        )
    return found


def _offer(method: str, *, is_coming: bool) -> Offer:
    if is_coming:
        return Offer.COMING
    return Offer.ADOPTED if method == ConnectionMethod.LIGHT else Offer.OWN_SERVICE


def _standing(found: Standing | None, *, is_aland: bool) -> Standing:
    if is_aland:
        return Standing(offer=Offer.NOT_APPLICABLE)
    return found or Standing(offer=Offer.NOT_OFFERED)


def _regions(on: dt.date) -> dict[int, Region]:
    """The region of each municipality by its key."""
    named = {area.pk: Region(area.code, area.name) for area in Area.objects.filter(kind=AreaKind.REGION)}
    members = AreaMembership.objects.filter(in_force(on), area__in=named).values_list("municipality", "area")
    return {municipality: named[area] for municipality, area in members}
