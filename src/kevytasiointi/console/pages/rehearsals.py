"""The dress rehearsals of one adoption."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Rehearsal
from kevytasiointi.applications.rehearsal import Step, checklist, is_complete
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.site.chrome import LANGUAGE_NAMES
from kevytasiointi.site.refusals import Mend

_NAMES: Final[Mapping[Step, tuple[str | Promise, str | Promise]]] = {
    Step.ALERTED: (_("The alert arrived in the role mailbox"), _("The mail server has taken the letter.")),
    Step.OPENED: (_("An official opened the case"), _("Open it by the link in the letter.")),
    Step.TAKEN: (_("The case was taken into handling"), _("Press “Take into handling”.")),
    Step.CARRIED_OVER: (
        _("The data was carried over to case management"),
        _("Copy the answers, then write the case number in the service."),
    ),
    Step.ASKED: (_("The customer was asked for something more"), _("Send the customer a message.")),
    Step.ANSWERED: (_("The customer answered"), _("The made-up customer answers by itself within a minute.")),
    Step.HANDLED: (_("The case was closed"), _("Choose how it ended.")),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    name: str | Promise
    advice: str | Promise
    at: dt.datetime | None
    minutes: float | None


@dataclass(frozen=True, slots=True)
class RehearsalCard:
    rehearsal: Rehearsal
    steps: Sequence[StepLine]
    is_complete: bool
    minutes: float
    """Of the steps that are done, together."""


@dataclass(frozen=True, slots=True)
class RehearsalsPage:
    adoption: Adoption
    latest: RehearsalCard | None
    earlier: Sequence[RehearsalCard]
    languages: Sequence[tuple[str, str, bool]]
    """Code, name, whether it is offered first."""
    refusals: Sequence[Mend]


def rehearsals_page(adoption: Adoption, *, language: str, refusal: str = "") -> RehearsalsPage:
    cards = [_card(rehearsal) for rehearsal in queries.rehearsals_of(adoption)]
    return RehearsalsPage(
        adoption=adoption,
        latest=cards[0] if cards else None,
        earlier=cards[1:],
        languages=[(code, LANGUAGE_NAMES[code], code == language) for code in LANGUAGES],
        refusals=[Mend("#begin", refusal)] if refusal else [],
    )


def language_chosen(text: str) -> str:
    return text if text in LANGUAGES else LANGUAGES[0]


def _card(rehearsal: Rehearsal) -> RehearsalCard:
    times = queries.steps_done(rehearsal)
    steps = checklist(rehearsal.began_at, times)
    return RehearsalCard(
        rehearsal=rehearsal,
        steps=[StepLine(*_NAMES[each.step], each.at, each.minutes) for each in steps],
        is_complete=is_complete(times),
        minutes=sum(each.minutes or 0 for each in steps),
    )
