"""Where a person is follows from definition and answers alone; what is hidden isn't sent; what is sent is whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import FOR_EACH, answers_to, anything
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import State, check, shown_answers, walk
from tiny_forms import NAMES, TODAY, form_of, tiny

NIGHT = tiny("page_shown_by_answer")
WORKS = tiny("condition_in_row")


def pages(form, **values):
    return [(step.page.id, step.state) for step in walk(form, Answers(values), today=TODAY).steps]


def shown(form, sealed=(), **values):
    steps = walk(form, Answers(values, frozenset(sealed)), today=TODAY).steps
    return [question.question.id for step in steps for question in step.questions]


def codes(form, **values):
    return [(problem.question, problem.code) for problem in check(form, Answers(values), today=TODAY)]


def test_begins_at_the_first_page():
    assert pages(NIGHT) == [("page", State.CURRENT), ("last_page", State.AHEAD)]


def test_a_page_appears_by_an_earlier_answer():
    assert pages(NIGHT, night=True) == [
        ("page", State.DONE), ("night_page", State.CURRENT), ("last_page", State.AHEAD)
    ]  # fmt: skip
    assert pages(NIGHT, night=False) == [("page", State.DONE), ("last_page", State.CURRENT)]


def test_is_complete_when_all_is_answered():
    journey = walk(NIGHT, Answers({"night": False, "sure": True}), today=TODAY)
    assert journey.is_complete
    assert journey.current is None


def test_an_early_change_opens_the_way_anew():
    journey = walk(NIGHT, Answers({"night": True, "sure": True}), today=TODAY)
    assert journey.current.page.id == "night_page"
    assert journey.step("last_page").state == State.AHEAD


def test_knows_the_steps_around_a_page():
    journey = walk(NIGHT, Answers({"night": False}), today=TODAY)
    assert journey.after("page").page.id == "last_page"
    assert journey.before("last_page").page.id == "page"
    assert journey.before("page") is None
    assert journey.after("last_page") is None
    assert journey.step("night_page") is None
    assert journey.before("night_page") is None
    assert journey.after("night_page") is None


def test_a_hidden_answer_is_kept_but_not_sent_and_comes_back():
    form = tiny("question_shown_by_answer")
    draft = {"loud": False, "reason": "Konsertti"}
    assert shown_answers(form, Answers(draft), today=TODAY) == {"loud": False}
    assert shown_answers(form, Answers(draft | {"loud": True}), today=TODAY) == draft | {"loud": True}


def test_a_hidden_answer_decides_nothing():
    form = tiny("chain_of_conditions")
    assert shown(form, first=True, second=True) == ["first", "second", "third"]
    assert shown(form, first=False, second=True) == ["first"]


def test_what_isnt_known_counts_as_no():
    form = tiny("unknown_is_no")
    assert shown(form) == ["count", "open", "either"]
    assert shown(form, count=3) == ["count", "few", "either"]
    assert shown(form, count="three") == ["count", "open", "either"]


def test_an_answer_may_be_required_by_another():
    form = tiny("question_required_by_answer")
    assert codes(form, loud=False) == []
    assert codes(form, loud=True) == [("reason", "required")]
    assert codes(form) == [("loud", "required")]


def test_an_optional_answer_may_be_missing_but_not_wrong():
    assert codes(tiny("optional")) == []
    assert codes(tiny("optional"), answer=5) == [("answer", "invalid")]


def test_limits_hold_again_when_all_is_checked():
    assert codes(tiny("type_integer"), answer=20001) == [("answer", "too_large")]
    assert codes(tiny("type_text"), answer="x" * 21) == [("answer", "too_long")]
    assert codes(tiny("type_one_of"), answer="circus") == [("answer", "choice")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-12-23", [("answer", "too_early")]), ("2026-12-24", []), ("2031-01-01", [("answer", "too_late")])],
)
def test_a_day_may_be_limited_from_today(day, expected):
    assert codes(tiny("type_date"), answer=day) == expected


def test_nothing_chosen_isnt_an_answer_where_one_is_required():
    form = form_of("{id: answer, type: many_of, label: {fi: a, sv: a}, options: [{id: one, label: {fi: a, sv: a}}]}")
    assert codes(form, answer=[]) == [("answer", "required")]
    assert codes(tiny("type_many_of"), answer=[]) == []


def test_an_empty_list_is_known_to_be_empty():
    assert shown(tiny("condition_on_choices"), things=[]) == ["things", "bare"]
    assert shown(tiny("condition_on_choices")) == ["things"]


def test_files_are_counted_in_conditions():
    assert shown(tiny("condition_on_files"), maps=["f1"]) == ["maps", "scale"]


def test_parts_are_known_in_conditions():
    association = {"kind": "association", "name": "Kyläyhdistys"}
    assert shown(tiny("condition_on_parts"), organiser=association) == ["organiser", "rules"]
    assert shown(tiny("condition_on_parts"), organiser=association | {"kind": "company"}) == ["organiser"]


def test_days_and_times_are_known_in_conditions():
    form = tiny("condition_on_days")
    evening = {"first": "2026-12-01", "first_time": "18:00", "last": "2026-12-01", "last_time": "21:00"}
    assert shown(form, time=evening) == ["time", "soon"]
    assert shown(form, time=evening | {"last_time": "23:00"}) == ["time", "late", "soon"]
    assert shown(form, time=evening | {"first": "2027-06-01", "last": "2027-06-02"}) == ["time", "late", "summer"]


def rows(**values):
    return [{"id": row_id, "values": value} for row_id, value in values.items()]


def test_a_row_has_conditions_of_its_own():
    works = rows(r1={"kind": "blasting"}, r2={"kind": "piling"})
    journey = walk(WORKS, Answers({"at_sea": False, "works": works}), today=TODAY)
    group = journey.steps[0].questions[1]
    assert [[one.question.id for one in row.questions] for row in group.rows] == [["kind", "charge"], ["kind"]]
    assert [(problem.question, problem.row) for problem in journey.problems] == [("charge", "r1"), ("warning", None)]
    assert group.rows[0].questions[1].key == "works.r1.charge"


def test_outer_answers_count_in_rows_and_rows_outside():
    assert shown(WORKS, at_sea=True, works=rows(r1={"kind": "piling"})) == ["at_sea", "works"]
    assert shown(WORKS, at_sea=True, works=rows(r1={"kind": "blasting"})) == ["at_sea", "works", "warning"]
    two = rows(r1={"kind": "piling"}, r2={"kind": "piling"})
    assert shown(WORKS, at_sea=True, works=two) == ["at_sea", "works", "warning"]


def test_hidden_answers_of_a_row_arent_sent():
    works = rows(r1={"kind": "piling", "charge": "2.5", "unasked": "x"})
    assert shown_answers(WORKS, Answers({"at_sea": False, "works": works}), today=TODAY) == {
        "at_sea": False,
        "works": [{"id": "r1", "values": {"kind": "piling"}}],
    }


@pytest.mark.parametrize(
    ("sites", "code"),
    [
        (None, "required"),
        ([], "required"),
        (rows(a={"site_name": "Koulu"}), None),
        (rows(**{name: {"site_name": "Koulu"} for name in "abcd"}), "too_many_rows"),
        ("Koulu", "invalid"),
        ([{"id": "a", "values": {"site_name": "Koulu"}}] * 2, "invalid"),
        ([{"id": "../a", "values": {"site_name": "Koulu"}}], "invalid"),
        ([{"id": "a", "values": {"site_name": "Koulu"}, "owner": "x"}], "invalid"),
    ],
)
def test_rows_are_counted_and_checked(sites, code):
    assert codes(tiny("type_repeat"), sites=sites) == ([("sites", code)] if code else [])


def test_a_secret_is_known_to_exist_and_nothing_more():
    form = tiny("secret_answer")
    assert shown(form) == ["code", "people"]
    assert shown(form, sealed=["code"]) == ["code", "known", "people"]
    with_row = Answers({"people": rows(r1={"person_code": "010190-900P"})}, frozenset({"code"}))
    assert shown_answers(form, with_row, today=TODAY) == {"people": rows(r1={})}
    assert [(one.question, one.row) for one in check(form, with_row, today=TODAY)] == [
        ("known", None), ("person_code", "r1")
    ]  # fmt: skip
    both = Answers(dict(with_row.values), frozenset({"people.r1.person_code"}))
    assert check(form, both, today=TODAY) == ()


def test_information_is_shown_and_asks_nothing():
    assert shown(tiny("type_information")) == ["note", "answer"]
    assert codes(tiny("type_information"), answer="Aino") == []


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(data=st.data())
def test_walks_whatever_the_answers_hold(name, data):
    form = tiny(name)
    ids = st.sampled_from(form.question_ids)
    values = data.draw(st.dictionaries(ids | st.text(max_size=5), anything | st.lists(st.fixed_dictionaries(
        {"id": st.text(max_size=3), "values": st.dictionaries(ids, anything)}), max_size=3)))  # fmt: skip
    journey = walk(form, Answers(values), today=TODAY)
    assert journey.is_complete == (check(form, Answers(values), today=TODAY) == ())


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(data=st.data())
def test_only_what_is_shown_and_valid_is_sent(name, data):
    form = tiny(name)
    answers = data.draw(answers_to(form))
    journey = walk(form, answers, today=TODAY)
    sent = shown_answers(form, answers, today=TODAY)
    seen = {one.question.id for step in journey.steps for one in step.questions}
    assert set(sent) <= seen & set(answers.values)
    again = Answers(sent, answers.sealed)
    if journey.is_complete:
        assert check(form, again, today=TODAY) == ()
    assert shown_answers(form, again, today=TODAY) == sent


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(data=st.data())
def test_the_order_of_stored_answers_means_nothing(name, data):
    form = tiny(name)
    answers = data.draw(answers_to(form))
    turned = Answers(dict(reversed(answers.values.items())), answers.sealed)
    assert walk(form, turned, today=TODAY) == walk(form, answers, today=TODAY)


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(data=st.data())
def test_walking_changes_neither_form_nor_answers(name, data):
    form = tiny(name)
    answers = data.draw(answers_to(form))
    before = (form.model_dump_json(), repr(answers))
    walk(form, answers, today=TODAY)
    assert (form.model_dump_json(), repr(answers)) == before


def test_300_questions_are_walked_by_a_page_of_a_moment():
    asked = [
        f"{{id: q{n}, type: integer, label: {{fi: a, sv: a}}{f', show_if: q{n - 1} >= 0' if n else ''}}}"
        for n in range(300)
    ]
    form = form_of(*asked)
    answers = Answers({f"q{n}": n for n in range(300)})
    assert walk(form, answers, today=TODAY).is_complete
    assert len(shown_answers(form, Answers({f"q{n}": n for n in range(300) if n != 150}), today=TODAY)) == 150


def test_what_was_typed_and_is_no_answer_is_a_problem_even_where_none_is_needed():
    form = form_of("{id: answer, type: integer, required: false, label: {fi: a, sv: a}}")
    answers = Answers(typed={"answer": {"": ["monta"]}})
    assert [problem.code for problem in check(form, answers, today=TODAY)] == ["integer"]
    assert shown_answers(form, answers, today=TODAY) == {}
