"""Where each procedure is offered, as open data. The names of fields and states stay as they are."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from kevytasiointi.adoption.coverage import Place, Tally, coverage, covered, tallies
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.tabular import csv_file
from kevytasiointi.site.files import made

_CSV: Final = "text/csv; charset=utf-8"
_SOURCES: Final = "Aluejaot: Tilastokeskus (CC BY 4.0)"
_TALLY_FIELDS: Final = ("adopted", "own_service", "coming", "not_offered")
_PROCEDURE_COLUMNS: Final = ("procedure", "name_fi", "name_sv", "name_en", *_TALLY_FIELDS, "on", "generated_at")
_PLACE_COLUMNS: Final = (
    "procedure", "municipality_code", "municipality_fi", "municipality_sv", "region_code", "region_fi", "region_sv",
    "state", "method", "authority_fi", "authority_sv", "address", "valid_from", "valid_to", "on", "generated_at",
)  # fmt: skip


@login_not_required
@require_GET
def summary_json(_request: HttpRequest) -> JsonResponse:
    """Every procedure with the number of municipalities in each state."""
    now = clock.now()
    today = clock.finnish_day(now)
    return JsonResponse(
        {
            "on": today.isoformat(),
            "generated_at": now.isoformat(timespec="seconds"),
            "sources": _SOURCES,
            "procedures": [
                {
                    "procedure": tally.procedure.slug,
                    "name": dict(tally.procedure.name),
                    "municipalities": {field: getattr(tally, field) for field in _TALLY_FIELDS},
                }
                for tally in tallies(today)
            ],
        }
    )


@login_not_required
@require_GET
def summary_csv(_request: HttpRequest) -> HttpResponse:
    now = clock.now()
    today = clock.finnish_day(now)
    stamp = (today.isoformat(), now.isoformat(timespec="seconds"))
    rows = ((*_tally_row(tally), *stamp) for tally in tallies(today))
    return made(csv_file(_PROCEDURE_COLUMNS, rows), name="coverage.csv", media_type=_CSV)


@login_not_required
@require_GET
def procedure_json(_request: HttpRequest, slug: str) -> JsonResponse:
    """One procedure with the state of every municipality. `valid_to` is the first day without it."""
    now = clock.now()
    found = coverage(covered(slug), clock.finnish_day(now))
    return JsonResponse(
        {
            "procedure": slug,
            "name": dict(found.procedure.name),
            "on": found.on.isoformat(),
            "generated_at": now.isoformat(timespec="seconds"),
            "sources": _SOURCES,
            "counts": {offer.value: count for offer, count in found.counts.items()},
            "municipalities": [_place_object(place) for place in found.places],
        }
    )


@login_not_required
@require_GET
def procedure_csv(_request: HttpRequest, slug: str) -> HttpResponse:
    now = clock.now()
    found = coverage(covered(slug), clock.finnish_day(now))
    stamp = (found.on.isoformat(), now.isoformat(timespec="seconds"))
    rows = ((slug, *_place_row(place), *stamp) for place in found.places)
    return made(csv_file(_PLACE_COLUMNS, rows), name=f"coverage-{slug}.csv", media_type=_CSV)


def _tally_row(tally: Tally) -> tuple[object, ...]:
    name = tally.procedure.name
    names = (name.in_language(language) for language in ("fi", "sv", "en"))
    return (tally.procedure.slug, *names, *(getattr(tally, field) for field in _TALLY_FIELDS))


def _place_object(place: Place) -> Mapping[str, Any]:
    standing = place.standing
    return {
        "code": place.code,
        "name": dict(place.name),
        "region": {"code": place.region.code, "name": dict(place.region.name)} if place.region.code else None,
        "state": standing.offer.value,
        "method": standing.method or None,
        "authority": dict(standing.authority) if standing.authority else None,
        "address": standing.address or None,
        "valid_from": standing.valid_from.isoformat() if standing.valid_from else None,
        "valid_to": standing.valid_to.isoformat() if standing.valid_to else None,
    }


def _place_row(place: Place) -> tuple[object, ...]:
    standing = place.standing
    return (
        place.code,
        *_both(place.name),
        place.region.code,
        *_both(place.region.name),
        standing.offer.value,
        standing.method,
        *_both(standing.authority or Text()),
        standing.address,
        standing.valid_from,
        standing.valid_to,
    )


def _both(text: Text) -> tuple[str, str]:
    return text.in_language("fi"), text.in_language("sv")
