"""The procedures of a plant: each branch can be filled in, and what the provisions demand can't be left out.

What people answer stands in `plant/<procedure>.py`; each form's own points are at the end of this file.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Final

import pytest

from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form, RepeatQuestion
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)
PROCEDURES: Final = [
    "ysl-rekisterointi",
    "valvontapyynto",
    "rakentamislupa",
    "purkaminen",
    "poikkeamislupa",
    "sijoittamislupa-puhdas-siirtyma",
    "ysl-yleinen-ilmoitus",
    "sivutuotteet",
    "elintarviketoiminnan-rekisterointi",
    "terveydensuojeluilmoitus",
    "maa-aineslupa",
    "kompostointi-ilmoitus",
    "valvontapyynto-terveys",
]
NOT_COUNTED: Final = {"attachment", "repeat", "information", "declaration"}


def applications(procedure_id: str) -> ModuleType:
    return import_module(f"catalogue.plant.{procedure_id.replace('-', '_')}")


def branch_of(procedure_id: str, branch: str) -> Application:
    application: Application = applications(procedure_id).BRANCHES[branch]
    return application


@cache
def form_of(procedure_id: str) -> Form:
    return procedure(procedure_id).form


def met(form: Form, application: Application) -> set[str]:
    return asked(walk(form, filled_in(form, application, "fi"), today=TODAY))


def demanded() -> Iterator[tuple[str, str, str]]:
    for one, branch in BRANCHES:
        for question in branch_of(one, branch):
            if question not in applications(one).OPTIONAL:
                yield one, branch, question


def columns() -> Iterator[tuple[str, str, str, str]]:
    for one, branch in BRANCHES:
        for question in branch_of(one, branch):
            group = form_of(one).question(question)
            if isinstance(group, RepeatQuestion):
                for part in group.questions:
                    if part.id not in applications(one).OPTIONAL:
                        yield one, branch, group.id, part.id


BRANCHES: Final = [(one, branch) for one in PROCEDURES for branch in applications(one).BRANCHES]
NOTES: Final = [(one, note) for one in PROCEDURES for note in applications(one).NOTES]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_each_branch_can_be_filled_in_to_the_end(one: str, branch: str, language: str) -> None:
    form = form_of(one)
    answers = filled_in(form, branch_of(one, branch), language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete
    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


@pytest.mark.parametrize(("one", "branch", "lacking"), list(demanded()))
def test_what_is_demanded_cannot_be_left_out(one: str, branch: str, lacking: str) -> None:
    form = form_of(one)
    answers = filled_in(form, without(branch_of(one, branch), lacking), "fi")

    problems = check(form, answers, today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(("one", "branch", "group", "part"), list(columns()))
def test_a_row_of_a_table_is_whole(one: str, branch: str, group: str, part: str) -> None:
    form = form_of(one)
    whole = filled_in(form, branch_of(one, branch), "fi")
    rows = [dict(row, values=dict(row["values"])) for row in whole.values[group]]
    del rows[0]["values"][part]

    problems = check(form, Answers({**whole.values, group: rows}), today=TODAY)

    assert (part, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_each_branch_meets_its_own_pages(one: str, branch: str) -> None:
    form = form_of(one)

    steps = walk(form, filled_in(form, branch_of(one, branch), "fi"), today=TODAY).steps

    assert [step.page.id for step in steps] == applications(one).PAGES[branch]


@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_nobody_meets_more_questions_than_the_form_allows_itself(one: str, branch: str) -> None:
    """A table's heading isn't a question of its own; its columns are. Attachments come on top."""
    form = form_of(one)
    questions = [question for question in map(form.question, met(form, branch_of(one, branch))) if question]

    assert len([question for question in questions if question.type not in NOT_COUNTED]) <= applications(one).LIMIT


@pytest.mark.parametrize("one", PROCEDURES)
def test_some_branch_answers_each_question(one: str) -> None:
    asked_somewhere = {question.id for page in form_of(one).pages for question in page.questions}
    notes = {question.id for question in form_of(one).questions() if question.type == "information"}

    answered = {question for application in applications(one).BRANCHES.values() for question in application}

    assert answered == asked_somewhere - notes
    assert notes == applications(one).NOTES.keys()


@pytest.mark.parametrize(("one", "note"), NOTES)
def test_a_note_is_met_where_it_matters(one: str, note: str) -> None:
    form = form_of(one)
    branch, changes = applications(one).NOTES[note]

    assert note in met(form, {**branch_of(one, branch), **changes})


@pytest.mark.parametrize("one", PROCEDURES)
def test_each_question_names_a_provision(one: str) -> None:
    assert [question.id for question in form_of(one).questions() if question.purpose is None] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_the_answers_can_be_read_in_each_language(one: str, branch: str, language: str) -> None:
    form = form_of(one)
    answers = filled_in(form, branch_of(one, branch), language)

    sections = sheet(form, answers, language=language, today=TODAY).sections

    titles = [step.page.title[language] for step in walk(form, answers, today=TODAY).steps]
    assert [section.title for section in sections] == titles
    assert all(line.label for section in sections for line in section.lines)


@pytest.mark.parametrize("one", PROCEDURES)
def test_answers_that_tell_of_people_are_personal(one: str) -> None:
    of_people = {"person", "phone", "email"}
    told = [question for question in form_of(one).questions() if question.type in of_people]

    assert [question.id for question in told if question.publicity == "public"] == []


def test_an_activity_to_register_meets_only_what_its_own_decree_asks() -> None:
    form = form_of("ysl-rekisterointi")
    own_pages = {"fuel_station", "energy_plant", "asphalt_station", "concrete_station", "solvents"}

    pages = {
        branch: own_pages & {step.page.id for step in walk(form, filled_in(form, application, "fi"), today=TODAY).steps}
        for branch, application in applications("ysl-rekisterointi").BRANCHES.items()
    }

    assert [len(own) for own in pages.values()] == [1, 1, 1, 1, 1, 0]
    assert not pages["new operator"]


def test_what_people_tell_of_their_health_is_secret() -> None:
    harm = form_of("valvontapyynto-terveys").question("harm")

    assert harm is not None
    assert (harm.publicity, harm.ground) == ("secret", "JulkL 24 § 1 mom. 25 k")


@pytest.mark.parametrize("one", ["valvontapyynto", "valvontapyynto-terveys"])
def test_only_those_whom_a_matter_affects_tell_of_their_harm(one: str) -> None:
    form = form_of(one)

    telling = {
        application["standing"]
        for application in applications(one).BRANCHES.values()
        if "harm" in met(form, application)
    }

    assert telling == {"party"}


def test_a_notice_of_demolition_needs_no_reasons_of_a_permit() -> None:
    form = form_of("purkaminen")
    reasons = {"value", "reasons", "after", "neighbours"}

    assert reasons <= met(form, branch_of("purkaminen", "permit"))
    assert not reasons & met(form, branch_of("purkaminen", "notice"))


def test_a_whole_extraction_plan_spares_writing_the_same_again() -> None:
    form = form_of("maa-aineslupa")

    assert "restoring" not in met(form, branch_of("maa-aineslupa", "quarry"))
    assert "restoring" in met(form, branch_of("maa-aineslupa", "gravel pit"))


@pytest.mark.parametrize("one", PROCEDURES)
def test_a_list_of_neighbours_is_not_published(one: str) -> None:
    form = form_of(one)
    lists = [form.question(question) for question in ("parties", "neighbour_papers", "tenure", "partners")]

    assert {question.publicity for question in lists if question and question.type == "attachment"} <= {"personal"}
