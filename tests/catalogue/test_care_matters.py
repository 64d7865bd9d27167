"""What a first-aid plan must do besides being filled in."""

import datetime as dt
from typing import Final

import pytest

from catalogue.care_cases import LARGE, SMALL
from catalogue.cases import answered, the
from kevytasiointi.formflow.engine import check, walk
from support.filling import asked, without

TODAY: Final = dt.date(2027, 4, 1)


@pytest.mark.parametrize(("people", "is_asked"), [("1 999", False), ("2 000", True), ("12 000", True)])
def test_experience_is_asked_where_two_thousand_people_gather(people: str, is_asked: bool) -> None:  # noqa: FBT001 - a column of the table
    form = the("ensiapusuunnitelma").form

    journey = walk(form, answered(form, {**SMALL, "attendance_peak": people}), today=TODAY)

    assert ("leader_experience" in asked(journey)) is is_asked


@pytest.mark.parametrize("risk", ["weather", "water", "sport", "terrain", "remote", "alcohol", "crowding", "other"])
def test_who_sees_a_special_risk_tells_how_it_is_met(risk: str) -> None:
    form = the("ensiapusuunnitelma").form

    problems = check(form, answered(form, {**SMALL, "special_risks": [risk]}), today=TODAY)

    assert [problem.question for problem in problems] == ["risk_measures"]


@pytest.mark.parametrize("care", ["ambulance", "doctor", "nurse"])
def test_who_has_care_on_the_spot_tells_who_gives_it(care: str) -> None:
    form = the("ensiapusuunnitelma").form

    problems = check(form, answered(form, {**without(LARGE, "care_details"), "care": [care]}), today=TODAY)

    assert [problem.question for problem in problems] == ["care_details"]


def test_the_first_aid_of_the_organiser_itself_needs_no_provider() -> None:
    form = the("ensiapusuunnitelma").form

    assert check(form, answered(form, without(LARGE, "provider")), today=TODAY) == ()


def test_no_patient_is_asked_of() -> None:
    definition = the("ensiapusuunnitelma")

    assert definition.records.personal_data == "basic"
    assert not [one.id for one in definition.form.questions() if one.type == "identity_code"]
