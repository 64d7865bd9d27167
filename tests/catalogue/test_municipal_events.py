"""What municipalities handle of events: each procedure through its branches, and what can't be left out of them."""

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

import pytest

from catalogue.municipal_events.case import TODAY, Case, answers_of
from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from support.filling import Application, asked, procedure, without

PROCEDURES: Final = (
    "alueen-kaytto",
    "katu-liikennejarjestelyt",
    "suuri-yleisotilaisuus",
    "jatehuoltosuunnitelma",
    "tilapainen-leirintaalue",
    "maasto-ja-vesiliikenne",
    "tilapainen-rakennelma",
    "tupakkatuotteiden-myynti",
    "ulkotarjoilu",
)
CASES: Final[dict[str, Case]] = {
    name: import_module(f"catalogue.municipal_events.{name.replace('-', '_')}").CASE for name in PROCEDURES
}
DEFINITIONS: Final = {name: procedure(name) for name in CASES}
MOST_QUESTIONS: Final = 45


def _branches() -> Iterator[Any]:
    for name, case in CASES.items():
        for branch in case.branches:
            yield pytest.param(case, DEFINITIONS[name], branch, id=f"{name}: {branch}")


def _lacks() -> Iterator[Any]:
    for name, case in CASES.items():
        for branch in case.branches:
            for question in (*case.demanded["all"], *case.demanded[branch]):
                yield pytest.param(case, DEFINITIONS[name], branch, question, id=f"{name}: {branch}: {question}")


def _columns() -> Iterator[Any]:
    """Whatever the first row of a group tells."""
    for name, case in CASES.items():
        for branch, application in case.branches.items():
            for group, rows in application.items():
                if DEFINITIONS[name].form.question(group).type == "repeat":
                    for column in rows[0]:
                        yield pytest.param(case, DEFINITIONS[name], branch, (group, column), id=f"{name}: {column}")


def _told() -> Iterator[Any]:
    for name, case in CASES.items():
        for number, (branch, changes, today, told) in enumerate(case.told):
            application = {**case.branches[branch], **changes}
            yield pytest.param(case, DEFINITIONS[name], application, today, told, id=f"{name}: {branch} {number}")


each_branch = pytest.mark.parametrize(("case", "definition", "branch"), list(_branches()))
each_procedure = pytest.mark.parametrize("definition", list(DEFINITIONS.values()), ids=list(DEFINITIONS))


@pytest.mark.parametrize("language", ["fi", "sv"])
@each_branch
def test_each_branch_can_be_filled_in_to_the_end(
    case: Case, definition: ProcedureDefinition, branch: str, language: str
) -> None:
    answers = answers_of(definition.form, case.branches[branch], language)

    assert check(definition.form, answers, today=TODAY) == ()
    assert walk(definition.form, answers, today=TODAY).is_complete


@each_branch
def test_nothing_typed_on_a_branch_is_left_out_of_what_is_sent(
    case: Case, definition: ProcedureDefinition, branch: str
) -> None:
    answers = answers_of(definition.form, case.branches[branch], "fi")

    assert answers.values.keys() == shown_answers(definition.form, answers, today=TODAY).keys()


@each_branch
def test_somebody_in_a_hurry_meets_no_more_questions_than_these(
    case: Case, definition: ProcedureDefinition, branch: str
) -> None:
    journey = walk(definition.form, answers_of(definition.form, case.branches[branch], "fi"), today=TODAY)

    assert len(asked(journey)) == case.met[branch] <= MOST_QUESTIONS


@pytest.mark.parametrize(("case", "definition", "branch", "lacking"), list(_lacks()))
def test_what_is_demanded_cannot_be_left_out(
    case: Case, definition: ProcedureDefinition, branch: str, lacking: str
) -> None:
    answers = answers_of(definition.form, without(case.branches[branch], lacking), "fi")

    problems = check(definition.form, answers, today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(("case", "definition", "branch", "place"), list(_columns()))
def test_a_row_is_told_in_full(
    case: Case, definition: ProcedureDefinition, branch: str, place: tuple[str, str]
) -> None:
    group, column = place
    first, *others = case.branches[branch][group]
    lacking = {question: typed for question, typed in first.items() if question != column}
    answers = answers_of(definition.form, {**case.branches[branch], group: [lacking, *others]}, "fi")

    problems = check(definition.form, answers, today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {(column, "required")}


@pytest.mark.parametrize("name", list(CASES))
def test_every_question_is_met_on_some_branch(name: str) -> None:
    case, form = CASES[name], DEFINITIONS[name].form
    journeys = [walk(form, answers_of(form, one, "fi"), today=TODAY) for one in case.branches.values()]

    met = set().union(*(asked(journey) for journey in journeys))

    assert {one.id for one in form.questions()} - met <= case.information


@pytest.mark.parametrize(("case", "definition", "application", "today", "told"), list(_told()))
def test_who_should_know_something_is_told_and_may_go_on(  # noqa: PLR0917 - the row of a table
    case: Case, definition: ProcedureDefinition, application: Application, today: dt.date, told: frozenset[str]
) -> None:
    journey = walk(definition.form, answers_of(definition.form, application, "fi"), today=today)

    assert asked(journey) & case.information == told
    assert journey.is_complete


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@each_branch
def test_the_answers_can_be_read_in_each_language(
    case: Case, definition: ProcedureDefinition, branch: str, language: str
) -> None:
    answers = answers_of(definition.form, case.branches[branch], language)

    sections = sheet(definition.form, answers, language=language, today=TODAY).sections

    assert sections
    assert all(line.label for section in sections for line in section.lines)


@each_procedure
def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    assert {one.purpose.basis for one in definition.form.questions() if one.purpose} <= cited
    assert [one.id for one in definition.form.questions() if one.purpose is None] == []


@each_procedure
def test_no_provision_is_cited_for_nothing(definition: ProcedureDefinition) -> None:
    used = {one.purpose.basis for one in definition.form.questions() if one.purpose}
    used |= {one.basis for one in definition.statutory_procedures}
    used |= {definition.deadline.basis} if definition.deadline else set()

    assert {provision.id for provision in definition.legal_basis} == used


@pytest.mark.parametrize("name", list(CASES))
def test_names_and_numbers_of_people_are_personal(name: str) -> None:
    form = DEFINITIONS[name].form

    assert {one: getattr(form.question(one), "publicity", None) for one in CASES[name].personal} == dict.fromkeys(
        CASES[name].personal, "personal"
    )
