"""Forms of police, rescue and health care: each branch can be filled in, and what is demanded can't be left out."""

import datetime as dt
from typing import Final

import pytest

from catalogue import care_cases, police_cases, rescue_cases
from catalogue.cases import Case, answered, the
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from support.filling import asked, without

TODAY: Final = dt.date(2027, 4, 1)
THE_DAY: Final = dt.date(2027, 6, 12)

CASES: Final[dict[str, Case]] = {**police_cases.CASES, **rescue_cases.CASES, **care_cases.CASES}

BRANCHES: Final = [(one, branch) for one, case in CASES.items() for branch in case.branches]
DEMANDED: Final = [
    (one, branch, question)
    for one, case in CASES.items()
    for branch, questions in case.demanded.items()
    for question in questions
]
PARTS: Final = [
    (one, group, part) for one, case in CASES.items() for group, parts in case.parts.items() for part in parts
]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_each_branch_can_be_filled_in_to_the_end(one: str, branch: str, language: str) -> None:
    form = the(one).form
    answers = answered(form, CASES[one].branches[branch], language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete


@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_nothing_typed_on_a_branch_is_left_out_of_what_is_sent(one: str, branch: str) -> None:
    form = the(one).form
    answers = answered(form, CASES[one].branches[branch])

    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_nobody_is_asked_more_than_the_law_allows(one: str, branch: str) -> None:
    form = the(one).form

    journey = walk(form, answered(form, CASES[one].branches[branch]), today=THE_DAY)

    assert len(asked(journey)) <= CASES[one].most <= 45


@pytest.mark.parametrize("one", CASES)
def test_the_branches_meet_each_question_of_the_form(one: str) -> None:
    form = the(one).form

    met = {
        question
        for branch in CASES[one].branches.values()
        for question in asked(walk(form, answered(form, branch), today=TODAY))
    }

    assert {question.id for question in form.questions() if question.type != "information"} <= met


@pytest.mark.parametrize(("one", "branch", "lacking"), DEMANDED)
def test_what_is_demanded_cannot_be_left_out(one: str, branch: str, lacking: str) -> None:
    form = the(one).form
    rest = without(CASES[one].branches[branch], lacking)

    problems = check(form, answered(form, rest), today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(("one", "group", "part"), PARTS)
def test_each_row_is_told_whole(one: str, group: str, part: str) -> None:
    form = the(one).form
    application = CASES[one].with_group(group)
    first, *others = application[group]
    assert part in first

    lacking = {**application, group: [without(first, part), *others]}

    problems = check(form, answered(form, lacking), today=TODAY)
    assert {(problem.question, problem.code) for problem in problems} == {(part, "required")}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("one", "branch"), BRANCHES)
def test_the_answers_can_be_read_in_each_language(one: str, branch: str, language: str) -> None:
    form = the(one).form
    answers = answered(form, CASES[one].branches[branch], language)

    sections = sheet(form, answers, language=language, today=TODAY).sections

    assert {section.title for section in sections} <= {page.title[language] for page in form.pages}
    assert all(line.label for section in sections for line in section.lines)


@pytest.mark.parametrize("one", CASES)
def test_each_question_names_a_provision_that_the_procedure_cites(one: str) -> None:
    definition = the(one)
    cited = {provision.id for provision in definition.legal_basis}
    told = [question for question in definition.form.questions() if question.type != "information"]

    assert [q.id for q in told if q.purpose is None or q.purpose.basis not in cited] == []


@pytest.mark.parametrize("one", CASES)
def test_each_text_of_the_procedure_is_in_three_languages(one: str) -> None:
    definition = the(one)
    told = [definition.name, definition.summary, definition.who, definition.when, definition.cost, definition.time]
    told += [definition.other_channels, definition.what_next, *definition.at_hand]

    assert all(set(text) == {"fi", "sv", "en"} for text in told)
    assert len({text["fi"] for text in told}) == len({text["sv"] for text in told}) == len(told)


@pytest.mark.parametrize("one", CASES)
def test_what_is_secret_has_its_ground_and_what_tells_of_people_is_personal(one: str) -> None:
    definition = the(one)
    publicity = {question.id: question.publicity for question in definition.form.questions()}
    grounds = {question.ground for question in definition.form.questions() if question.publicity == "secret"}

    assert {question for question, kept in publicity.items() if kept == "secret"} == CASES[one].secret
    assert {question for question, kept in publicity.items() if kept == "personal"} == CASES[one].personal
    assert grounds == set(definition.records.secrecy)
    assert (definition.records.publicity == "partly_secret") == bool(grounds)
