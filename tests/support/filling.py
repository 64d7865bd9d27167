"""Fills in a form of the definitions as somebody would type it, without pages or a browser."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import JSON, Answers
from kevytasiointi.formflow.engine import Journey, Shown
from kevytasiointi.formflow.spec import Form, Question, RepeatQuestion
from kevytasiointi.formflow.values import parse

DEFINITIONS: Final = Path(__file__).parents[2] / "definitions"

Typed = str | Text | list[str] | Mapping[str, str | Text]
Application = Mapping[str, Typed | list[Mapping[str, Typed]]]


def procedure(procedure_id: str) -> ProcedureDefinition:
    (found,) = (one for one in read_folder(DEFINITIONS).procedures if one.id == procedure_id)
    return found


def filled_in(form: Form, application: Application, language: str) -> Answers:
    """What is stored when somebody types this on the pages; fails on what can't be read."""
    values: dict[str, JSON] = {}
    for question_id, typed in application.items():
        question = form.question(question_id)
        assert question is not None, question_id
        if isinstance(question, RepeatQuestion):
            values[question_id] = _rows(question, typed, language)
        elif (value := _value(question, typed, language)) is not None:
            values[question_id] = value
    return Answers(values)


def without(application: Application, *questions: str) -> Application:
    return {question: typed for question, typed in application.items() if question not in questions}


def asked(journey: Journey) -> set[str]:
    """Ids of all questions the person meets, those of rows too."""
    return {shown.question.id for step in journey.steps for shown in _with_rows(step.questions)}


def _with_rows(questions: Iterable[Shown]) -> Iterator[Shown]:
    for shown in questions:
        yield shown
        for row in shown.rows:
            yield from row.questions


def _rows(group: RepeatQuestion, rows: object, language: str) -> JSON:
    assert isinstance(rows, list)
    by_id = {question.id: question for question in group.questions}
    return [
        {"id": f"row{number}", "values": {one: _value(by_id[one], typed, language) for one, typed in row.items()}}
        for number, row in enumerate(rows)
    ]


def _value(question: Question, typed: object, language: str) -> JSON:
    if isinstance(typed, Text) or not isinstance(typed, Mapping):
        typed = {"": typed}
    parsed = parse(question, {part: _strings(one, language) for part, one in typed.items()})
    assert parsed.problem is None, parsed.problem
    return parsed.value


def _strings(typed: object, language: str) -> list[str]:
    if isinstance(typed, Text):
        return [typed.in_language(language)]
    return [str(one) for one in typed] if isinstance(typed, list) else [str(typed)]
