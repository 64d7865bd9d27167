"""Paths and branches in plain words, for those who write forms."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kevytasiointi.formflow.paths.branches import MOST_ROWS, NONE_CHOSEN, Branch, Kind, Wanted
from kevytasiointi.formflow.paths.covering import Path
from kevytasiointi.formflow.paths.hints import hints_of
from kevytasiointi.formflow.sheet import LineKind, sheet
from kevytasiointi.formflow.spec import Form, RepeatQuestion


@dataclass(frozen=True, slots=True)
class Told:
    """A path in one language: titles of its pages, how many questions it asks, what is chosen where it matters,
    how many rows its repeating groups have, and what is left empty."""

    pages: tuple[str, ...]
    questions: int
    chosen: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, int], ...]
    left_empty: tuple[str, ...]


def told(form: Form, path: Path, *, language: str, today: dt.date) -> Told:
    """The path in words. Chosen is what some condition of the form asks for; questions in rows count in each row."""
    hints = hints_of(form)
    steps = path.journey(form, today=today).steps
    lines = list(
        sheet(form, path.answers, language=language, today=today, files=path.files, secrets=path.secrets).lines()
    )
    answers = [
        line for line in lines if line.kind is not LineKind.ROW_HEADING and not _is_group(form, line.question_id)
    ]
    return Told(
        pages=tuple(step.page.title.in_language(language) for step in steps),
        questions=len(answers),
        chosen=tuple(
            (line.label, line.value or "-") for line in answers if hints[line.question_id].is_asked and not line.empty
        ),
        rows=tuple(
            (shown.question.label.in_language(language), len(shown.rows))
            for step in steps
            for shown in step.questions
            if isinstance(shown.question, RepeatQuestion)
        ),
        left_empty=tuple(line.label for line in answers if line.empty),
    )


def _is_group(form: Form, question_id: str) -> bool:
    return isinstance(form.question(question_id), RepeatQuestion)


def in_words(branch: Branch) -> str:
    """The branch as a half sentence that names ids, such as `“night” is shown`."""
    return _WORDS[branch.kind](f"“{branch.owner}”", branch.wanted)


def _either(yes: str, no: str) -> Callable[[str, Wanted], str]:
    return lambda owner, wanted: f"{owner} {yes if wanted else no}"


def _choice(owner: str, wanted: Wanted) -> str:
    if isinstance(wanted, bool):
        return f"{owner} is answered by {'yes' if wanted else 'no'}"
    return f"nothing is chosen in {owner}" if wanted == NONE_CHOSEN else f"“{wanted}” is chosen in {owner}"


def _rows(owner: str, wanted: Wanted) -> str:
    rows: Mapping[int, str] = {0: "no row", 1: "one row", MOST_ROWS: "two rows or more"}
    return f"{owner} has {rows[int(wanted)]}"


_WORDS: Final[Mapping[Kind, Callable[[str, Wanted], str]]] = {
    Kind.PAGE: lambda owner, wanted: f"the page {owner} is {'shown' if wanted else 'left out'}",
    Kind.SHOW: _either("is shown", "is hidden where it stands"),
    Kind.REQUIRE: _either("must be answered", "may be left empty by its condition"),
    Kind.CHOICE: _choice,
    Kind.ROWS: _rows,
    Kind.PARTS: _either("has every part", "has only the parts that it needs"),
    Kind.ANSWER: _either("is answered", "is left empty"),
}
