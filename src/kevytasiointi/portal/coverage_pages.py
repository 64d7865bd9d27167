"""What the pages of coverage show: the map and table of a procedure, and what a municipality offers."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kevytasiointi.adoption import coverage
from kevytasiointi.adoption.coverage import Coverage, LocalCoverage, Offer, Place, Region, Standing, Tally
from kevytasiointi.adoption.models import ConnectionMethod
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.authorities.reference import outlines
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.folding import alphabetical
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.reporting import queries as reporting

OFFERS: Final = {
    Offer.ADOPTED: gettext_lazy("In this service"),
    Offer.COMING: gettext_lazy("Coming to this service"),
    Offer.OWN_SERVICE: gettext_lazy("In the authority's own e-service"),
    Offer.NOT_OFFERED: gettext_lazy("Not offered"),
    Offer.NOT_APPLICABLE: gettext_lazy("Not applicable (Åland)"),
}
METHODS: Final = {
    ConnectionMethod.CONDITIONAL: gettext_lazy("Filled in at the authority's own service, followed here"),
    ConnectionMethod.INTEGRATED: gettext_lazy("Done wholly in the authority's own service"),
}
GROUPS: Final = {
    "urban": pgettext_lazy("compared with all", "urban municipalities"),
    "semi_urban": pgettext_lazy("compared with all", "semi-urban municipalities"),
    "rural": pgettext_lazy("compared with all", "rural municipalities"),
}
_TONES: Final = {
    Offer.ADOPTED: "done",
    Offer.COMING: "going",
    Offer.OWN_SERVICE: "waiting",
    Offer.NOT_OFFERED: "plain",
    Offer.NOT_APPLICABLE: "closed",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A standing in the words of the page."""

    label: str
    tone: str
    method: str
    authority: str
    address: str
    begins_on: dt.date | None
    """Told of what is coming."""
    last_day: dt.date | None
    says_more: bool
    """Whether there is more to tell than the label: a day, a method, an address."""


@dataclass(frozen=True, slots=True)
class Shape:
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The municipalities of the map that look alike."""

    offer: Offer
    label: str
    count: int
    shapes: Sequence[Shape]


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    name: str
    region: str
    told: Told
    wishes: int


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    procedure: Procedure
    on: dt.date
    width: int
    height: int
    layers: Sequence[Layer]
    rows: Sequence[Row]
    total: int
    """Municipalities of the mainland."""
    offers: Sequence[Choice]
    regions: Sequence[Choice]
    shows_wishes: bool
    wished: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader has narrowed the table to; empty is everything."""

    offer: str = ""
    region: str = ""

    def lets_in(self, place: Place) -> bool:
        return self.offer in {"", place.offer} and self.region in {"", place.region.code}


def coverage_page(slug: str, *, wanted: Wanted, language: str, on: dt.date, is_owner: bool) -> CoveragePage:
    """`is_owner`: the service owner sees how many would use the procedure where it isn't offered."""
    procedure = coverage.covered(slug)
    found = coverage.coverage(procedure, on)
    wishes = reporting.wishes(procedure) if is_owner else {}
    picture = outlines()
    return CoveragePage(
        procedure=procedure,
        on=on,
        width=picture.width,
        height=picture.height,
        layers=_layers(found, picture.paths, language),
        rows=_rows([place for place in found.places if wanted.lets_in(place)], wishes, language),
        total=len(found.places) - found.counts[Offer.NOT_APPLICABLE],
        offers=[Choice(offer, str(label), offer == wanted.offer) for offer, label in OFFERS.items()],
        regions=_region_choices(found, wanted.region, language),
        shows_wishes=is_owner,
        wished=sum(wishes.values()),
    )


def _layers(found: Coverage, paths: Mapping[str, str], language: str) -> list[Layer]:
    labels = {offer: str(label) for offer, label in OFFERS.items()}
    shapes: dict[Offer, list[Shape]] = {offer: [] for offer in Offer}
    for place in found.places:
        if path := paths.get(place.code):
            label = labels[place.offer]
            shapes[place.offer].append(Shape(path, f"{place.name.in_language(language)}: {label}"))
    return [Layer(offer, label, found.counts[offer], shapes[offer]) for offer, label in labels.items()]


def _rows(places: Sequence[Place], wishes: Mapping[str, int], language: str) -> list[Row]:
    tell = Teller(language)
    rows = [
        Row(
            place.code,
            place.name.in_language(language),
            place.region.name.in_language(language),
            tell(place.standing),
            wishes.get(place.code, 0),
        )
        for place in places
    ]
    return sorted(rows, key=lambda row: alphabetical(row.name))


def _region_choices(found: Coverage, chosen: str, language: str) -> list[Choice]:
    regions: set[Region] = {place.region for place in found.places if place.region.code}
    choices = [Choice(one.code, one.name.in_language(language), one.code == chosen) for one in regions]
    return sorted(choices, key=lambda choice: alphabetical(choice.label))


class Teller:
    """Puts standings into words; the words of a page are looked up once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._offers = {offer: str(label) for offer, label in OFFERS.items()}
        self._methods = {str(method): str(label) for method, label in METHODS.items()}

    def __call__(self, standing: Standing) -> Told:
        is_coming = standing.offer is Offer.COMING
        method = self._methods.get(standing.method, "")
        return Told(
            label=self._offers[standing.offer],
            tone=_TONES[standing.offer],
            method=method,
            authority=standing.authority.in_language(self._language) if standing.authority else "",
            address=standing.address,
            begins_on=standing.valid_from if is_coming else None,
            last_day=standing.valid_to - dt.timedelta(days=1) if standing.valid_to else None,
            says_more=bool(is_coming or standing.valid_to or method or standing.address),
        )


@dataclass(frozen=True, slots=True)
class IndexPage:
    on: dt.date
    tallies: Sequence[Tally]
    municipalities: Sequence[Municipality]
    municipality_unknown: bool = False


def index_page(*, language: str, on: dt.date, municipality_unknown: bool = False) -> IndexPage:
    tallies = sorted(coverage.tallies(on), key=lambda tally: alphabetical(tally.procedure.name.in_language(language)))
    return IndexPage(on, tallies, authorities.municipalities(on, language), municipality_unknown)


@dataclass(frozen=True, slots=True)
class LocalRow:
    procedure: Procedure
    told: Told
    in_region: str
    in_group: str
    lags: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityPage:
    municipality: Municipality
    region: str
    group: str
    on: dt.date
    rows: Sequence[LocalRow]
    offered: int
    lagging: int


def municipality_page(code: str, *, language: str, on: dt.date) -> MunicipalityPage:
    """Raises `NotFound` for a municipality that doesn't exist that day."""
    municipality = authorities.find_municipality(code, on)
    if municipality is None:
        raise NotFound
    local = coverage.coverage_in(municipality, on)
    return MunicipalityPage(
        municipality=municipality,
        region=local.region.name.in_language(language),
        group=str(GROUPS.get(local.group, "")),
        on=on,
        rows=_local_rows(local, language),
        offered=sum(one.standing.offer in {Offer.ADOPTED, Offer.OWN_SERVICE} for one in local.procedures),
        lagging=sum(one.lags for one in local.procedures),
    )


def _local_rows(local: LocalCoverage, language: str) -> list[LocalRow]:
    tell = Teller(language)
    rows = [
        LocalRow(one.procedure, tell(one.standing), _share(one.in_region), _share(one.in_group), one.lags)
        for one in local.procedures
    ]
    return sorted(rows, key=lambda row: alphabetical(row.procedure.name.in_language(language)))


def _share(share: coverage.Share) -> str:
    return _("%(offering)s of %(of)s") % {"offering": share.offering, "of": share.of} if share.of else ""
