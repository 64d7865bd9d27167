"""The one step view: a page of a form, shown, saved and checked, with or without JavaScript."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import translate_url

from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.formflow.engine import Journey
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.compose import flat
from kevytasiointi.formflow.web.decoding import SHOWN, Decoded, decode
from kevytasiointi.formflow.web.port import Fields, SheetPort, StepUrls
from kevytasiointi.formflow.web.saving import CONTINUE, LEAVE, Act, attach, change_rows, pressed, store
from kevytasiointi.formflow.web.seen import Standing, sent_back
from kevytasiointi.formflow.web.showing import RETURN, Look, Surroundings, complaints, fragment, show

_AUTOSAVE: Final = "autosave"


def step(
    request: WebRequest, *, port: SheetPort, page_id: str, urls: StepUrls, today: dt.date, context: Mapping[str, Any]
) -> HttpResponse:
    """Show the page, or store what it sent and go where the pressed button leads.

    What was typed is stored valid or not; only "continue" asks whether it is valid. 422 = something
    to correct, 409 = another window has saved the page meanwhile and nothing was stored, 404 = no such page.
    `context` is given to the template beside `step`; where a port keeps nothing, its `not_saved` tells that
    instead of when an answer was saved.
    """
    page = port.form.page(page_id)
    if page is None:
        raise NotFound
    here = Surroundings(request, page, urls, today, context)
    if request.method == "POST":
        return _sent(here, port)
    journey = here.journey(port)
    if journey.step(page_id) is None:
        return redirect(_place_to_go_on(journey, urls))
    if port.kept is not None:
        return show(here, port, Look(sent=port.kept, was_kept=True, seen=sent_back(port.kept)))
    return show(here, port, Look())


def _sent(here: Surroundings, port: SheetPort) -> HttpResponse:
    fields: Fields = {name: [str(one) for one in sent] for name, sent in here.request.POST.lists()}
    decoded = decode(here.page, fields, port.answers)
    act = pressed(fields)
    anchor = change_rows(decoded.change, act, here.page, port.typed)
    is_autosave = here.request.htmx and _AUTOSAVE in fields
    seen = sent_back(fields, is_press=not is_autosave)
    standing, port = store(port, here.page, decoded.change, seen)
    if is_autosave:
        return fragment(here, port, standing, fields)
    if standing is not Standing.FRESH:
        return show(here, port, Look.of_clash(fields), status=409)
    port, errors = _with_files(here, port, act, _secrets_refused(here, port, decoded))
    if way_out := _way_out(here, fields, act):
        return redirect(way_out)
    look = Look(sent_secrets=fields, errors=errors)
    if act.kind == CONTINUE:
        return _go_on(here, port, fields, look)
    return show(here, port, look, status=422) if errors else redirect(f"{here.urls.step(here.page.id)}#{anchor}")


def _secrets_refused(here: Surroundings, port: SheetPort, decoded: Decoded) -> dict[str, str]:
    """Why a secret was not taken, by key: it is not kept as typed, so the stored answers can't tell."""
    problems = decoded.secret_problems
    return {one.key: here.sentence(problems[one.key], one) for one in _shown(here, port) if one.key in problems}


def _with_files(
    here: Surroundings, port: SheetPort, act: Act, errors: dict[str, str]
) -> tuple[SheetPort, dict[str, str]]:
    """The sheet with the files that came and without the one removed; `errors` with what was refused."""
    shown = _shown(here, port)
    uploads = {name: here.request.FILES.getlist(name) for name in here.request.FILES}
    refused = attach(port, shown, uploads)
    holder = next((one for one in shown if one.key == act.what), None) if act.kind == "remove-file" else None
    if holder:
        port.detach(holder, act.part)
    return (port.refreshed() if uploads or holder else port), errors | refused


def _way_out(here: Surroundings, fields: Fields, act: Act) -> str:
    """Where the pressed button leads without asking whether the page is complete; empty for the others."""
    if language := _other_language(fields):
        return translate_url(here.urls.step(here.page.id), language)
    return here.urls.away if act.kind == LEAVE else ""


def _go_on(here: Surroundings, port: SheetPort, fields: Fields, look: Look) -> HttpResponse:
    """Where "continue" leads: back here with what must be corrected or with the questions that now apply, else on."""
    journey = here.journey(port)
    step_now = journey.step(here.page.id)
    if step_now is None:
        return redirect(_place_to_go_on(journey, here.urls))
    was_shown = set(fields.get(SHOWN, ()))
    told = look.telling(was_shown)
    if complaints(here, port, told):
        return show(here, port, told, status=422)
    if step_now.problems or _are_new(flat(step_now.questions), was_shown):
        return show(here, port, look.asking_more())
    return redirect(_next(here, journey, wants_back=RETURN in fields))


def _next(here: Surroundings, journey: Journey, *, wants_back: bool) -> str:
    if wants_back and journey.is_complete:
        return here.urls.after
    following = journey.current if wants_back else journey.after(here.page.id)
    return here.urls.step(following.page.id) if following else here.urls.after


def _place_to_go_on(journey: Journey, urls: StepUrls) -> str:
    return urls.step(journey.current.page.id) if journey.current else urls.after


def _shown(here: Surroundings, port: SheetPort) -> list[Shown]:
    step_now = here.journey(port).step(here.page.id)
    return flat(step_now.questions) if step_now else []


def _are_new(shown: Collection[Shown], was_shown: Collection[str]) -> bool:
    return any(one.key not in was_shown and one.question.is_answered for one in shown)


def _other_language(fields: Fields) -> str:
    asked = next(iter(fields.get("language", ())), "")
    return asked if asked in dict(settings.LANGUAGES) else ""
