"""What is asked, and how: purpose, publicity, attachments, how much at once, names that can't be told apart."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.formflow.lint.findings import Finding
from kevytasiointi.formflow.paths import Path, paths_of
from kevytasiointi.formflow.spec import (
    AttachmentQuestion,
    Form,
    ManyOfQuestion,
    OneOfQuestion,
    Page,
    Place,
    Question,
    RepeatQuestion,
)

MOST_ON_A_PAGE: Final = 10
MOST_IN_A_FORM: Final = 60
_NOT_COUNTED: Final = ("attachment", "repeat")


def asking_findings(form: Form, *, today: dt.date) -> Iterator[Finding]:
    """All of them warnings, in reading order."""
    count = max((_asked_on(form, path, today) for path in paths_of(form, today=today).paths), default=0)
    if count > MOST_IN_A_FORM:
        yield Finding(
            "form_length",
            ("pages",),
            f"somebody has {count} questions to answer beside the attachments",
            f"Few people fill in more than {MOST_IN_A_FORM} without giving up. Leave out what no decision hangs on.",
        )
    for number, page in enumerate(form.pages):
        yield from _on_page(page, ("pages", number))
    for place, question in form.placed_questions():
        yield from _on_question(question, place)


def _asked_on(form: Form, path: Path, today: dt.date) -> int:
    """How many questions the path asks, beside its attachments; those of a repeating group once."""
    steps = path.journey(form, today=today).steps
    shown = [one for step in steps for one in step.questions]
    rows = [inner.question for one in shown for row in one.rows[:1] for inner in row.questions]
    asked = (*(one.question for one in shown), *rows)
    return sum(1 for question in asked if question.is_answered and question.type not in _NOT_COUNTED)


def _on_page(page: Page, place: Place) -> Iterator[Finding]:
    always = sum(1 for question in page.questions if question.is_answered and not question.show_if)
    if always > MOST_ON_A_PAGE:
        yield Finding(
            "page_length",
            place,
            f"the page “{page.id}” asks {always} questions at once",
            f"Divide it: at most {MOST_ON_A_PAGE}, better seven, that belong together.",
        )
    named = [question.label for question in page.questions if question.type != "declaration"]
    yield from _same_labels(named, place, f"questions of “{page.id}”")


def _on_question(question: Question, place: Place) -> Iterator[Finding]:
    if question.purpose is None and question.type not in ("information", "declaration", "repeat"):
        yield Finding(
            "purpose",
            place,
            f"“{question.id}” doesn't say why it is asked",
            "Add “purpose:” with the provision that needs the answer, or leave the question out.",
        )
    if question.is_secret and question.publicity == "public":
        yield Finding(
            "publicity",
            (*place, "publicity"),
            f"“{question.id}” asks for an identity code and is marked public",
            "Write publicity: personal, or secret with its ground.",
        )
    if isinstance(question, AttachmentQuestion) and "accept" not in question.model_fields_set:
        yield Finding(
            "attachment",
            place,
            f"“{question.id}” doesn't say which kinds of file it takes",
            "Add “accept:” with those that the authority can open and keep, for example [pdf, jpg, png].",
        )
    if isinstance(question, OneOfQuestion | ManyOfQuestion):
        yield from _same_labels([option.label for option in question.options], place, f"options of “{question.id}”")
    if isinstance(question, RepeatQuestion):
        labels = [inner.label for inner in question.questions]
        yield from _same_labels(labels, place, f"questions of “{question.id}”")


def _same_labels(labels: list[Text], place: Place, what: str) -> Iterator[Finding]:
    for language in LANGUAGES:
        counts = Counter(label[language].casefold() for label in labels if language in label)
        for label, count in counts.items():
            if count > 1:
                yield Finding(
                    "same_label",
                    place,
                    f"{count} {what} are all called “{label}” in “{language}”",
                    "Name them so that people can tell them apart.",
                )
