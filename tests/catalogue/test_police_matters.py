"""What each form for the police must do besides being filled in."""

import datetime as dt
from typing import Final

import pytest

from catalogue.cases import the
from catalogue.police_cases import DEMONSTRATION, MARCH
from kevytasiointi.formflow.engine import check, walk
from support.filling import asked, filled_in, without

TODAY: Final = dt.date(2027, 4, 1)
THE_DAY: Final = dt.date(2027, 6, 12)


def test_a_demonstration_needs_no_map_no_number_of_people_and_no_declaration() -> None:
    form = the("yleinen-kokous").form

    required = {one.id for one in form.questions() if one.required is True}

    assert required == {"purpose", "meeting_period", "place_name", "equipment", "equipment_details", "organiser_name", "contact"}  # fmt: skip
    assert not [one.id for one in form.questions() if one.type == "declaration"]


@pytest.mark.parametrize("days_before", [0, 1, 30])
def test_a_late_notification_of_a_meeting_is_never_refused(days_before: int) -> None:
    form = the("yleinen-kokous").form
    today = THE_DAY - dt.timedelta(days=days_before)

    assert check(form, filled_in(form, DEMONSTRATION, "fi"), today=today) == ()


def test_a_meeting_that_has_been_cannot_be_notified() -> None:
    form = the("yleinen-kokous").form
    problems = check(form, filled_in(form, DEMONSTRATION, "fi"), today=THE_DAY + dt.timedelta(days=1))

    assert [problem.code for problem in problems] == ["too_early"]


@pytest.mark.parametrize("equipment", [["signs", "sound"], ["-"]])
def test_usual_equipment_needs_no_explaining(equipment: list[str]) -> None:
    form = the("yleinen-kokous").form
    usual = {**without(MARCH, "equipment_details"), "equipment": equipment}

    assert "equipment_details" not in asked(walk(form, filled_in(form, usual, "fi"), today=TODAY))


def test_the_page_of_the_meeting_says_that_a_call_is_enough_and_nothing_is_paid() -> None:
    definition = the("yleinen-kokous")
    intro = definition.form.pages[0].intro

    assert intro is not None
    for language, phone, free in (("fi", "puhelimessa", "maksuton"), ("sv", "telefon", "avgiftsfri")):
        assert phone in intro[language]
        assert free in definition.cost[language]
