"""What each form for the police must do besides being filled in."""

import datetime as dt
from typing import Final

import pytest

from catalogue.cases import answered, the
from catalogue.police_cases import (
    BOTH_KINDS,
    BY_BOARD,
    BY_CLUB,
    BY_MEMBERS,
    DEMONSTRATION,
    MARCH,
    SHOW_AT_EVENT,
    SHOW_BY_LIST,
    STEWARDS,
    TRAFFIC_DIRECTORS,
)
from kevytasiointi.formflow.engine import check, walk
from kevytasiointi.formflow.values import parse
from support.filling import asked, without

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

    assert check(form, answered(form, DEMONSTRATION), today=today) == ()


def test_a_meeting_that_has_been_cannot_be_notified() -> None:
    form = the("yleinen-kokous").form
    problems = check(form, answered(form, DEMONSTRATION), today=THE_DAY + dt.timedelta(days=1))

    assert [problem.code for problem in problems] == ["too_early"]


@pytest.mark.parametrize("equipment", [["signs", "sound"], ["-"]])
def test_usual_equipment_needs_no_explaining(equipment: list[str]) -> None:
    form = the("yleinen-kokous").form
    usual = {**without(MARCH, "equipment_details"), "equipment": equipment}

    assert "equipment_details" not in asked(walk(form, answered(form, usual), today=TODAY))


def test_the_page_of_the_meeting_says_that_a_call_is_enough_and_nothing_is_paid() -> None:
    definition = the("yleinen-kokous")
    intro = definition.form.pages[0].intro

    assert intro is not None
    for language, phone, free in (("fi", "puhelimessa", "maksuton"), ("sv", "telefon", "avgiftsfri")):
        assert phone in intro[language]
        assert free in definition.cost[language]


def test_only_those_who_need_it_are_asked_of_traffic_and_the_other_way_round() -> None:
    form = the("jarjestyksenvalvojat").form

    stewards = asked(walk(form, answered(form, STEWARDS), today=TODAY))
    directors = asked(walk(form, answered(form, TRAFFIC_DIRECTORS), today=TODAY))

    assert "traffic_directors" not in stewards
    assert "temporary_stewards" not in directors


def test_the_reference_is_asked_only_of_those_who_have_notified_and_may_be_unknown() -> None:
    form = the("jarjestyksenvalvojat").form
    unknown = without(TRAFFIC_DIRECTORS, "event_reference")

    assert "event_reference" not in asked(walk(form, answered(form, STEWARDS), today=TODAY))
    assert check(form, answered(form, unknown), today=TODAY) == ()


@pytest.mark.parametrize(("born", "problems"), [("1.4.2009", []), ("1.6.2009", ["director_born"])])
def test_a_traffic_director_is_at_least_eighteen(born: str, problems: list[str]) -> None:
    form = the("jarjestyksenvalvojat").form
    director = {**BOTH_KINDS["traffic_directors"][0], "director_born": born}

    answers = answered(form, {**BOTH_KINDS, "traffic_directors": [director]})

    assert [problem.question for problem in check(form, answers, today=TODAY)] == problems


def test_fireworks_are_typed_or_attached_and_never_both() -> None:
    form = the("ilotulitusnaytos").form

    typed = asked(walk(form, answered(form, SHOW_AT_EVENT), today=TODAY))
    attached = asked(walk(form, answered(form, SHOW_BY_LIST), today=TODAY))

    assert ("articles" in typed, "articles_file" in typed) == (True, False)
    assert ("articles" in attached, "articles_file" in attached) == (False, True)


def test_a_club_with_consumer_fireworks_needs_no_decision_of_tukes_and_no_qualification() -> None:
    form = the("ilotulitusnaytos").form

    journey = walk(form, answered(form, BY_CLUB), today=TODAY)

    assert journey.is_complete
    assert not {"tukes_decision", "competence", "shooter_competence"} & asked(journey)


def test_a_show_has_a_place_by_address_or_by_property_identifier() -> None:
    form = the("ilotulitusnaytos").form
    nowhere = answered(form, without(SHOW_BY_LIST, "place_address"))

    assert [problem.question for problem in check(form, nowhere, today=TODAY)] == ["property_id"]


@pytest.mark.parametrize(("goal", "codes"), [("10 000", []), ("10 001", ["too_large"])])
def test_a_small_collection_gathers_ten_thousand_euros_at_most(goal: str, codes: list[str]) -> None:
    form = the("pienkerays").form
    question = form.question("goal")

    assert question is not None
    problem = parse(question, {"": [goal]}).problem
    assert ([problem.code] if problem else []) == codes


def test_a_group_of_two_may_not_collect() -> None:
    form = the("pienkerays").form
    members = BY_MEMBERS["group_members"]

    problems = check(form, answered(form, {**BY_MEMBERS, "group_members": members[:2]}), today=TODAY)

    assert [problem.question for problem in problems] == ["group_members"]


@pytest.mark.parametrize(("last", "is_told"), [("11.9.2027", False), ("12.9.2027", False), ("13.9.2027", True)])
def test_who_collects_for_over_three_months_is_told_so(last: str, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    form = the("pienkerays").form
    dates = {"first": "12.6.2027", "last": last}

    journey = walk(form, answered(form, {**BY_BOARD, "collection_dates": dates}), today=TODAY)

    assert ("too_long" in asked(journey)) is is_told
