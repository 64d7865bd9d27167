"""What each form for the rescue department must do besides being filled in."""

import datetime as dt
from typing import Final

import pytest

from catalogue.cases import answered, the
from catalogue.rescue_cases import (
    BIRTHDAY,
    BOTH,
    EFFECTS,
    FIRE_SHOW,
    GAS,
    GAS_AND_MORE,
    TANK,
    TANK_INSIDE,
    TANK_LEFT,
    WEDDING,
)
from kevytasiointi.formflow.engine import check, walk
from support.filling import asked, without

TODAY: Final = dt.date(2027, 4, 1)


@pytest.mark.parametrize("landowner", ["own", "asked"])
def test_the_permission_is_attached_only_by_those_who_have_it(landowner: str) -> None:
    form = the("ilotulitteet").form

    of_others = asked(walk(form, answered(form, {**WEDDING, "landowner": landowner}), today=TODAY))
    of_birthday = asked(walk(form, answered(form, BIRTHDAY), today=TODAY))

    assert "consent_file" not in of_others
    assert "consent_file" in of_birthday


def test_a_spoken_permission_is_enough() -> None:
    form = the("ilotulitteet").form

    assert check(form, answered(form, without(BIRTHDAY, "consent_file")), today=TODAY) == ()


def test_professional_fireworks_are_not_offered_to_private_people() -> None:
    (category,) = (one for one in the("ilotulitteet").form.questions() if one.id == "firework_category")

    assert category.type == "one_of"
    assert [option.id for option in category.options] == ["f1", "f2", "f3"]


def test_who_has_effects_meets_no_fire_show_and_the_other_way_round() -> None:
    form = the("tehosteet-ja-tuliesitys").form

    of_effects = walk(form, answered(form, EFFECTS), today=TODAY)
    of_fire = walk(form, answered(form, FIRE_SHOW), today=TODAY)

    assert of_effects.step("fire_page") is None
    assert of_fire.step("effects_page") is None
    assert len(asked(of_effects)) <= 36
    assert len(asked(of_fire)) <= 36


def test_outdoors_nobody_is_asked_of_the_fire_alarm() -> None:
    form = the("tehosteet-ja-tuliesitys").form
    outdoors = {**without(EFFECTS, "fire_alarm"), "setting": ["outdoors"]}

    assert "fire_alarm" not in asked(walk(form, answered(form, outdoors), today=TODAY))
    assert "fire_alarm" in asked(walk(form, answered(form, BOTH), today=TODAY))


@pytest.mark.parametrize(
    ("gas", "fuel", "is_told"), [("199,9", "0", True), ("200", "0", False), ("150", "3 000", False), ("0", "0", True)]
)
def test_who_stays_below_the_limit_is_told_that_no_notification_is_needed(gas: str, fuel: str, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    form = the("nestekaasu-tapahtumassa").form

    journey = walk(form, answered(form, {**GAS, "gas_total": gas, "fuel_total": fuel}), today=TODAY)

    assert ("below_limit" in asked(journey)) is is_told
    assert journey.is_complete


def test_safety_data_sheets_are_demanded_of_unusual_substances_only() -> None:
    form = the("nestekaasu-tapahtumassa").form
    usual = without({**GAS_AND_MORE, "chemicals": GAS["chemicals"]}, "safety_sheets")

    assert check(form, answered(form, usual), today=TODAY) == ()


def test_the_soil_is_asked_of_tanks_that_leave_the_ground() -> None:
    form = the("oljysailio").form
    asked_of = {
        name: "soil" in asked(walk(form, answered(form, tank), today=TODAY))
        for name, tank in (("removed", TANK), ("left", TANK_LEFT), ("inside", TANK_INSIDE))
    }

    assert asked_of == {"removed": True, "left": False, "inside": False}


def test_a_removal_may_lie_ahead_but_an_inspection_may_not() -> None:
    form = the("oljysailio").form
    ahead = {**TANK, "inspected_on": "2.4.2027", "removed_on": "1.9.2027"}

    assert [problem.question for problem in check(form, answered(form, ahead), today=TODAY)] == ["inspected_on"]


def test_a_property_is_told_by_address_or_identifier() -> None:
    form = the("oljysailio").form
    nowhere = without(TANK, "place_address")

    assert [problem.question for problem in check(form, answered(form, nowhere), today=TODAY)] == ["property_id"]
    assert check(form, answered(form, {**nowhere, "property_id": "638-1-2-3"}), today=TODAY) == ()
