"""Every component on one page, with the longest words we could find. Only where nothing is real."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.requests import WebRequest

_LONG = "Ympäristönsuojelulainsäädännönmukaisuusselvityspyyntö"
_MOMENT = dt.datetime(2026, 11, 24, 12, 32, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class ShownStep:
    label: str
    state: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownFile:
    name: str
    size: int
    address: str


@dataclass(frozen=True, slots=True)
class ShownProblem:
    target: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ShownTrailStep:
    label: str
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Gallery:
    long: str
    icons: Sequence[str]
    crumbs: Sequence[tuple[str, str]]
    facts: Sequence[tuple[str, str]]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    steps: Sequence[ShownStep]
    files: Sequence[ShownFile]
    problems: Sequence[ShownProblem]
    trail: Sequence[ShownTrailStep]
    page: "Page[int]"
    tones: Sequence[tuple[str, str]]


@login_not_required
@require_GET
def gallery(request: WebRequest) -> HttpResponse:
    if not settings.ENVIRONMENT.mode.is_pretend:
        raise NotFound
    return render(request, "site/gallery.html", {"gallery": _gallery()})


def _gallery() -> Gallery:
    return Gallery(
        long=_LONG,
        icons=("attachment", "calendar", "check", "clock", "download", "edit", "external", "file", "help", "history",
               "list", "lock", "message", "message-unread", "person", "plus", "print", "remove", "save", "search",
               "send", "upload"),
        crumbs=[("Tapahtuman järjestäminen", "#"), (_LONG, "#")],
        facts=[
            ("Viranomainen", "Esimerkkilän ympäristönsuojelu"),
            ("Asiatunnus", "ESIM/1234/11.01.00/2026"),
            (_LONG, _LONG + " " + _LONG),
            ("Osoite", "Esimerkkikatu 1\n00100 Esimerkkilä"),
        ],
        headings=("Asia", "Saapunut", "Käsittelijä"),
        rows=(
            ("Meluilmoitus tilapäisestä melusta", "24.11.2026 klo 14.32", "Onni Virkamies"),
            (_LONG, "1.12.2026 klo 9.05", "-"),
        ),
        steps=(
            ShownStep("Ilmoittaja", "done", "#steps"),
            ShownStep("Melua aiheuttava toiminta", "done", "#steps"),
            ShownStep(_LONG, "current", "#steps"),
            ShownStep("Liitteet", "ahead", ""),
        ),
        files=(ShownFile("asemapiirros.pdf", 1_380_000, "#files"), ShownFile(_LONG * 2 + ".docx", 20_480, "")),
        problems=(
            ShownProblem("#gallery-name", "Nimi: vastaa tähän kohtaan."),
            ShownProblem("#gallery-date", "Päivä: kirjoita päivä muodossa 24.11.2026."),
        ),
        trail=(
            ShownTrailStep("Vastaanotettu", _MOMENT),
            ShownTrailStep("Viranomaisen sähköpostipalvelin vastaanotti ilmoituksen", _MOMENT),
            ShownTrailStep("Virkailija on avannut", None),
        ),
        page=Paginator(range(400), 20).page(7),
        tones=(("draft", "Luonnos"), ("waiting", "Odottaa käsittelyä"), ("going", "Käsittelyssä"),
               ("yours", "Odottaa sinua"), ("done", "Käsitelty: myönnetty"), ("closed", "Peruttu")),
    )  # fmt: skip
