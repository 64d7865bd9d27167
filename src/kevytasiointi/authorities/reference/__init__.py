"""The reference data that comes with the service, read from the tables beside this file. Sources: README.md there."""

import csv
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kevytasiointi.core.text import Text

KINDS_OF_AREA = ("region", "wellbeing_county", "economic_centre", "police_department", "rescue_department")
"""Columns of municipalities.csv that name an area by its code, each a kind in areas.csv."""

BEGINNING_OF_ENDED = dt.date(2013, 1, 1)
"""Where the list of ended municipalities begins; when they themselves began isn't known here."""


@dataclass(frozen=True, slots=True)
class AreaFacts:
    kind: str
    code: str
    name: Text
    source: str


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    code: str
    name: Text
    languages: str
    is_aland: bool
    valid_from: dt.date
    valid_to: dt.date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class MembershipFacts:
    municipality: str
    kind: str
    area: str
    valid_from: dt.date


@dataclass(frozen=True, slots=True)
class Outlines:
    """The picture of Finland: an SVG path for each municipality by its code, in a box of `width` by `height`."""

    width: int
    height: int
    paths: Mapping[str, str]


@cache
def outlines() -> Outlines:
    read = json.loads((files(__name__) / "outlines.json").read_text(encoding="utf-8"))
    return Outlines(read["width"], read["height"], read["paths"])


@cache
def groups() -> Mapping[str, str]:
    """Code → `urban`, `semi_urban` or `rural`: which municipalities are comparable."""
    return {row["code"]: row["group"] for row in _rows("groups.csv")}


def areas() -> tuple[AreaFacts, ...]:
    return tuple(
        AreaFacts(row["kind"], row["code"], Text(fi=row["name_fi"], sv=row["name_sv"]), row["source"])
        for row in _rows("areas.csv")
    )


def municipalities() -> tuple[MunicipalityFacts, ...]:
    """Those that exist now, then those that have ended."""
    return (*_existing_municipalities(), *_ended_municipalities())


def memberships() -> tuple[MembershipFacts, ...]:
    return tuple(
        MembershipFacts(row["code"], kind, row[kind], dt.date.fromisoformat(row["areas_from"]))
        for row in _rows("municipalities.csv")
        for kind in KINDS_OF_AREA
    )


def _existing_municipalities() -> Iterator[MunicipalityFacts]:
    for row in _rows("municipalities.csv"):
        yield MunicipalityFacts(
            code=row["code"],
            name=Text(fi=row["name_fi"], sv=row["name_sv"], en=row["name_en"]),
            languages=row["languages"],
            is_aland=row["is_aland"] == "true",
            valid_from=dt.date.fromisoformat(row["valid_from"]),
        )


def _ended_municipalities() -> Iterator[MunicipalityFacts]:
    for row in _rows("ended_municipalities.csv"):
        yield MunicipalityFacts(
            code=row["code"],
            name=Text(fi=row["name_fi"]),
            languages="fi",
            is_aland=False,
            valid_from=BEGINNING_OF_ENDED,
            valid_to=dt.date.fromisoformat(row["ended_on"]),
            successor=row["successor"],
        )


def _rows(table: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files(__name__) / table).read_text(encoding="utf-8").splitlines())
