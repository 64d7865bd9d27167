"""Bring the reference data up to date."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from kevytasiointi.authorities import reference
from kevytasiointi.authorities.models import Area, AreaMembership, Municipality
from kevytasiointi.ledger.audit import record


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows loading the reference data made and changed; both zero when all was there."""

    created: int = 0
    changed: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(self.created + other.created, self.changed + other.changed)


@transaction.atomic
def load_reference(*, now: dt.datetime) -> Loaded:
    """Make municipalities, areas and memberships what the tables say; a second time changes nothing.

    Nothing is deleted: a municipality that has ended gets its last day and its successor, and a
    membership in another area ends where the new one begins. Refuses nothing; `now` is there for
    the day of the audit entry, which is written only when something changed.
    """
    loaded = _load_areas() + _load_municipalities() + _load_memberships()
    if loaded != Loaded():
        record(
            action="reference.loaded",
            actor="",
            authority="",
            object_kind="reference",
            object_id="municipalities",
            now=now,
            detail={"created": loaded.created, "changed": loaded.changed},
        )
    return loaded


def _load_areas() -> Loaded:
    known = {(area.kind, area.code): area for area in Area.objects.all()}
    loaded = Loaded()
    for facts in reference.areas():
        values = {"kind": facts.kind, "code": facts.code, "name": facts.name, "source": facts.source}
        loaded += _put(Area, known.get((facts.kind, facts.code)), values)
    return loaded


def _load_municipalities() -> Loaded:
    """The ended ones come last, so that the municipality that took one over is there to be named."""
    known = {m.code: m for m in Municipality.objects.all()}
    loaded = Loaded()
    for facts in reference.municipalities():
        values = {
            "code": facts.code,
            "name": facts.name,
            "languages": facts.languages,
            "is_aland": facts.is_aland,
            "valid_from": facts.valid_from,
            "valid_to": facts.valid_to,
            "successor": Municipality.objects.get(code=facts.successor) if facts.successor else None,
        }
        loaded += _put(Municipality, known.get(facts.code), values)
    return loaded


def _load_memberships() -> Loaded:
    areas = {(area.kind, area.code): area for area in Area.objects.all()}
    municipalities = {m.code: m for m in Municipality.objects.all()}
    current = {
        (m.municipality.code, m.area.kind): m
        for m in AreaMembership.objects.filter(valid_to=None).select_related("area", "municipality")
    }
    new: list[AreaMembership] = []
    changed = 0
    for facts in reference.memberships():
        area = areas[facts.kind, facts.area]
        held = current.get((facts.municipality, facts.kind))
        if held is not None and held.area == area:
            continue
        if held is not None:
            held.valid_to = facts.valid_from
            held.save(update_fields=["valid_to"])
            changed += 1
        municipality = municipalities[facts.municipality]
        new.append(AreaMembership(area=area, municipality=municipality, valid_from=facts.valid_from))
    AreaMembership.objects.bulk_create(new)
    return Loaded(created=len(new), changed=changed)


def _put(model: type[models.Model], row: models.Model | None, values: dict[str, Any]) -> Loaded:
    """Make the row, or change in it what differs."""
    if row is None:
        model(**values).save(force_insert=True)
        return Loaded(created=1)
    differing = [name for name, value in values.items() if getattr(row, name) != value]
    if not differing:
        return Loaded()
    for name in differing:
        setattr(row, name, values[name])
    row.save(update_fields=differing)
    return Loaded(changed=1)
