"""The free-form notification: five questions on one page, and hardly anything to do wrong."""

import datetime as dt
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)

WITH_FILE: Final[Application] = {
    "subject": Text(fi="Lausunto asiasta ESIM/12/2027", sv="Utlåtande i ärendet ESIM/12/2027"),
    "message": Text(fi="Lausuntomme on liitteenä.", sv="Vårt utlåtande finns i bilagan."),
    "file": ["lausunto1"],
    "sender": "Esimerkkiyhdistys ry, Aino Esimerkki",
    "email": "aino@example.fi",
}
WITHOUT_FILE: Final = without(WITH_FILE, "file")
BRANCHES: Final = {"with an attachment": WITH_FILE, "without": WITHOUT_FILE}


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("vapaamuotoinen-ilmoitus")


@pytest.fixture
def form(definition: ProcedureDefinition) -> Form:
    return definition.form


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_it_can_be_filled_in_to_the_end(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete
    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


def test_there_are_five_questions_on_one_page(form: Form) -> None:
    journey = walk(form, filled_in(form, WITH_FILE, "fi"), today=TODAY)

    assert len(journey.steps) == 1
    assert asked(journey) == {"subject", "message", "file", "sender", "email"}


@pytest.mark.parametrize("lacking", ["subject", "message", "sender", "email"])
def test_what_is_demanded_cannot_be_left_out(form: Form, lacking: str) -> None:
    problems = check(form, filled_in(form, without(WITH_FILE, lacking), "fi"), today=TODAY)

    assert [(problem.question, problem.code) for problem in problems] == [(lacking, "required")]


def test_one_attachment_is_the_most(form: Form) -> None:
    two = Answers({**filled_in(form, WITHOUT_FILE, "fi").values, "file": ["lausunto1", "lausunto2"]})

    assert [problem.question for problem in check(form, two, today=TODAY)] == ["file"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_answers_can_be_read_in_each_language(form: Form, language: str) -> None:
    (section,) = sheet(form, filled_in(form, WITH_FILE, language), language=language, today=TODAY).sections

    assert [line.question_id for line in section.lines] == ["subject", "message", "file", "sender", "email"]
    assert all(line.label for line in section.lines)


def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    assert {one.purpose.basis for one in definition.form.questions() if one.purpose} == cited
    assert all(one.purpose for one in definition.form.questions())


def test_what_people_write_freely_is_treated_as_personal(form: Form) -> None:
    freely = ["message", "file", "sender", "email"]

    assert {one.publicity for one in map(form.question, freely) if one} == {"personal"}


def test_a_state_agency_receives_it(definition: ProcedureDefinition) -> None:
    assert (definition.authority.type, definition.authority.sector) == ("state_agency", "")
