"""A step as a page, and as the fragment that answers an autosave."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kevytasiointi.core import clock
from kevytasiointi.core.requests import WebRequest
from kevytasiointi.formflow.answers import JSON, Answers
from kevytasiointi.formflow.engine import Journey, State, walk
from kevytasiointi.formflow.problems import Problem, message
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Page, RepeatQuestion
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.boxes import Complaint, Slot, StepLink, StepPage
from kevytasiointi.formflow.web.compose import Composer, flat
from kevytasiointi.formflow.web.decoding import SHOWN, decode, new_row_id
from kevytasiointi.formflow.web.port import Fields, SheetPort, StepUrls
from kevytasiointi.formflow.web.seen import Seen, Standing, look
from kevytasiointi.formflow.written import written_time

RETURN: Final = "return"
"""Query parameter, then hidden input: the person came from the check page and wants back there."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    request: WebRequest
    page: Page
    urls: StepUrls
    today: dt.date
    context: Mapping[str, Any]
    _walked: dict[int, tuple[SheetPort, Journey]] = field(default_factory=dict)

    def journey(self, port: SheetPort) -> Journey:
        """The journey of what the sheet held at the moment of `port`: walked once, for the whole form is visited."""
        if id(port) not in self._walked:
            self._walked[id(port)] = port, walk(port.form, port.answers, today=self.today)
        return self._walked[id(port)][1]

    @property
    def language(self) -> str:
        return get_language() or "fi"

    def sentence(self, problem: Problem, shown: Shown) -> str:
        return message(problem, shown.question, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """In which light a page is shown: as stored, with something to correct, after a clash, after signing in again."""

    sent: Fields | None = None
    sent_secrets: Fields | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    tells_missing: Collection[str] = ()
    seen: Seen | None = None
    """What a kept page had seen, so that what another window saved since is not overwritten unseen."""
    is_clash: bool = False
    asks_more: bool = False
    was_kept: bool = False

    @classmethod
    def of_clash(cls, sent: Fields) -> Self:
        return cls(sent=sent, is_clash=True)

    def telling(self, keys: Collection[str]) -> "Look":
        return replace(self, tells_missing=keys)

    def asking_more(self) -> "Look":
        return replace(self, asks_more=True)


def show(here: Surroundings, port: SheetPort, light: Look, *, status: int = 200) -> HttpResponse:
    page = page_of(here, port, light)
    return render(here.request, "formflow/step.html", {**here.context, "step": page}, status=status)


def page_of(here: Surroundings, port: SheetPort, light: Look) -> StepPage:
    journey = _journey(here, port, light)
    shown = _questions(journey, here.page)
    composer = _composer(here, port, light, shown)
    before = journey.before(here.page.id)
    steps = _step_links(here, journey)
    # Each showing is a tab of its own, also after a clash: pressing "continue" then is a decision.
    seen = light.seen or look(port, here.page)
    return StepPage(
        title=here.page.title.in_language(here.language),
        intro=here.page.intro.in_language(here.language) if here.page.intro else "",
        slots=composer.slots(here.page, shown),
        problems=composer.complaints(shown),
        steps=steps,
        number=next((n for n, link in enumerate(steps, start=1) if link.state == "current"), 1),
        before=here.urls.step(before.page.id) if before else "",
        away=here.urls.away,
        seen=seen.mark,
        order=seen.order,
        returns=RETURN in here.request.GET or RETURN in here.request.POST,
        is_clash=light.is_clash,
        asks_more=light.asks_more,
        was_kept=light.was_kept,
    )


def complaints(here: Surroundings, port: SheetPort, light: Look) -> list[Complaint]:
    """What the error summary of the page would list, without making the page."""
    shown = _questions(_journey(here, port, light), here.page)
    return _composer(here, port, light, shown).complaints(shown)


def _journey(here: Surroundings, port: SheetPort, light: Look) -> Journey:
    stored = port.answers
    answers = _with_first_rows(here.page, stored if light.sent is None else merged(here.page, port, light.sent))
    return here.journey(port) if answers is stored else walk(port.form, answers, today=here.today)


def _questions(journey: Journey, page: Page) -> tuple[Shown, ...]:
    step_now = journey.step(page.id)
    return step_now.questions if step_now else ()


def fragment(here: Surroundings, port: SheetPort, standing: Standing, fields: Fields) -> HttpResponse:
    """The answer to an autosave: that it is saved, and the questions that appear or vanish because of it."""
    if standing is Standing.OVERTAKEN:
        return HttpResponse(status=204)
    if standing is Standing.CLASH:
        trouble = _("This page has been saved in another window. Press Continue to see both versions.")
        return render(here.request, "formflow/saved.html", {"trouble": trouble}, status=409)
    saved = here.context.get("not_saved") or _saved(here)
    page = page_of(here, port, Look())
    changed = _changed(page.slots, set(fields.get(SHOWN, ())))
    return render(here.request, "formflow/saved.html", {"saved": saved, "slots": changed})


def _saved(here: Surroundings) -> str:
    local = clock.now().astimezone(clock.FINLAND)
    return _("Saved %(time)s") % {"time": written_time(f"{local:%H:%M}", here.language)}


def merged(page: Page, port: SheetPort, sent: Fields | None) -> Answers:
    """The stored answers with what was sent but not stored laid over them: what the page would be."""
    if sent is None:
        return port.answers
    values = {**port.answers.values, **decode(page, sent, port.answers).change.values}
    return Answers({name: value for name, value in values.items() if value is not None}, port.answers.sealed)


def _with_first_rows(page: Page, answers: Answers) -> Answers:
    """A group that must be answered begins with an open row, so that nobody has to ask for it."""
    first: dict[str, JSON] = {
        question.id: [{"id": new_row_id(), "values": {}}]
        for question in page.questions
        if isinstance(question, RepeatQuestion)
        and question.required is not False
        and not answers.values.get(question.id)
    }
    return Answers({**answers.values, **first}, answers.sealed) if first else answers


def _composer(here: Surroundings, port: SheetPort, light: Look, shown: Collection[Shown]) -> Composer:
    composer = Composer(
        port=port,
        language=here.language,
        file_address=here.urls.file,
        tells_missing=light.tells_missing,
        sent=light.sent,
        sent_secrets=light.sent_secrets or light.sent,
        errors=light.errors,
    )
    return replace(composer, theirs=_theirs(here, port, composer, shown)) if light.is_clash else composer


def _theirs(here: Surroundings, port: SheetPort, composer: Composer, shown: Collection[Shown]) -> dict[str, str]:
    """What the other window has stored, where it isn't what was sent from this one."""
    stored = sheet(
        port.form,
        port.answers,
        language=here.language,
        today=here.today,
        files=port.files,
        municipalities=port.municipalities,
    )
    written = {(line.question_id, line.row): line.value for line in stored.lines()}
    of_stored = replace(composer, sent=None)
    return {
        one.key: written.get((one.question.id, one.row)) or _("(no answer)")
        for one in flat(tuple(shown))
        if not one.question.is_secret and _differs(of_stored, composer, one, port)
    }


def _differs(of_stored: Composer, of_sent: Composer, shown: Shown, port: SheetPort) -> bool:
    stored_value = _stored_value(port.answers, shown)
    stored = of_stored.fields(replace(shown, value=stored_value))
    return {part: list(typed) for part, typed in stored.items() if any(typed)} != {
        part: list(typed) for part, typed in of_sent.fields(shown).items() if any(typed)
    }


def _stored_value(answers: Answers, shown: Shown) -> Any:
    if not shown.group:
        return answers.values.get(shown.question.id)
    rows = answers.values.get(shown.group)
    row = (
        next((one for one in rows if isinstance(one, dict) and one.get("id") == shown.row), None)
        if isinstance(rows, list)
        else None
    )
    values = row.get("values") if row else None
    return values.get(shown.question.id) if isinstance(values, dict) else None


def _step_links(here: Surroundings, journey: Journey) -> list[StepLink]:
    links = []
    for one in journey.steps:
        state = "current" if one.page.id == here.page.id else "done" if one.state is State.DONE else "ahead"
        address = here.urls.step(one.page.id) if one.state is not State.AHEAD else ""
        links.append(StepLink(one.page.title.in_language(here.language), state, address))
    return [*links, StepLink(_("Check and send"), "ahead", here.urls.after if journey.is_complete else "")]


def _changed(slots: Collection[Slot], was_shown: Collection[str]) -> list[Slot]:
    """Slots whose question has appeared or vanished; in a group that stays, those of its rows."""
    changed = []
    for slot in slots:
        if (slot.box is not None) != (slot.key in was_shown):
            changed.append(slot)
        elif slot.box is not None:
            changed.extend(inner for row in slot.box.rows for inner in _changed(row.slots, was_shown))
    return changed
