"""Made-up answers go through every branch that any answers go through; what they can't reach is told."""

import itertools
import math

import pytest
from hypothesis import assume, given, settings

from form_strategies import every_answer, small_forms
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check
from kevytasiointi.formflow.paths import Branch, Kind, branches_met, branches_of, paths_of
from kevytasiointi.formflow.paths.writing import written_to
from kevytasiointi.formflow.patterns import matches
from tiny_forms import NAMES, TODAY, form_of, tiny

MOST_TRIED = 1_500
LABEL = "label: {fi: a, sv: a}"


def reached(form):
    """By trying out everything that can be answered."""
    questions = [question for page in form.pages for question in page.questions]
    choices = [every_answer(question) for question in questions]
    assume(math.prod(map(len, choices)) <= MOST_TRIED)
    met = set()
    for values in itertools.product(*choices):
        answers = Answers({q.id: value for q, value in zip(questions, values, strict=True) if value is not None})
        if not check(form, answers, today=TODAY):
            met |= branches_met(form, answers, today=TODAY)
    return met & branches_of(form).keys()


def covered(found):
    return frozenset().union(*(path.branches for path in found.paths))


def missed(form):
    return {missed.branch for missed in paths_of(form, today=TODAY).missed}


@settings(max_examples=40, deadline=None)
@given(small_forms())
def test_paths_go_through_all_that_any_answers_go_through_and_the_rest_is_told(form):
    can_be_reached = reached(form)
    found = paths_of(form, today=TODAY)
    assert covered(found) == can_be_reached
    assert {missed.branch for missed in found.missed} == branches_of(form).keys() - can_be_reached


@settings(max_examples=100, deadline=None)
@given(small_forms())
def test_every_path_can_be_sent_and_does_what_it_says(form):
    for path in paths_of(form, today=TODAY).paths:
        assert check(form, path.answers, today=TODAY) == ()
        assert path.branches == branches_met(form, path.answers, today=TODAY) & branches_of(form).keys()


@settings(max_examples=40, deadline=None)
@given(small_forms())
def test_no_path_is_needless_and_the_same_form_gives_the_same_paths(form):
    found = paths_of(form, today=TODAY)
    for path in found.paths if len(found.paths) > 1 else ():
        others = frozenset().union(*(one.branches for one in found.paths if one is not path))
        assert path.branches - others
    assert paths_of(form, today=TODAY) == found


@pytest.mark.parametrize("name", NAMES)
def test_each_feature_of_the_language_is_gone_through(name):
    form = tiny(name)
    found = paths_of(form, today=TODAY)
    assert found.paths
    assert found.unanswered == ()
    assert found.missed == ()
    for path in found.paths:
        assert check(form, path.answers, today=TODAY) == ()


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        ("type: integer, min: 1", "answer > 499"),
        ("type: decimal, min: 1", "answer >= 3.5"),
        ("type: money", "answer < 100.0"),
        ("type: date, min: today", "answer < today + days(14)"),
        ("type: date", 'answer < date("2027-06-01")'),
        ("type: date_range, min: today", "answer.days > 3"),
        ("type: date_range, min: today+5", "answer.first < today + days(30) && answer.days > 2"),
        ("type: period, min: today", 'answer.last_time > "22:00"'),
        ("type: period", 'answer.first_time < "07:00" || answer.last_time > "22:00"'),
        ("type: time", 'answer >= "22:00"'),
        ("type: text", "size(answer) >= 30"),
        ("type: text", 'answer == "kyllä"'),
        ("type: text", 'answer.matches("^[0-9]{3}$")'),
        ("type: municipality", 'answer in ["091", "049"]'),
        ("type: organisation, ask: [kind, name]", 'answer.kind in ["association", "foundation"]'),
        ("type: address", 'answer.city == "Porvoo"'),
        ("type: attachment, max_files: 4", "answer.count >= 3"),
        ("type: identity_code, required: false", "answered.answer"),
        ("type: declaration, required: false", "answered.answer"),
    ],
)
def test_both_ways_of_a_condition_are_found_for_every_type(asked, condition):
    form = form_of(f"{{id: answer, {asked}, {LABEL}, text: {{fi: a, sv: a}}}}" if "declaration" in asked else
                   f"{{id: answer, {asked}, {LABEL}}}", f"{{id: then, type: text, {LABEL}, show_if: '{condition}'}}")  # fmt: skip
    found = paths_of(form, today=TODAY)
    assert found.missed == ()
    assert {Branch(Kind.SHOW, "then", True), Branch(Kind.SHOW, "then", False)} <= covered(found)
    assert all(check(form, path.answers, today=TODAY) == () for path in found.paths)


def test_answers_of_two_questions_are_compared():
    form = form_of(
        f"{{id: low, type: integer, min: 0, {LABEL}}}",
        f"{{id: high, type: integer, min: 0, {LABEL}}}",
        f"{{id: why, type: text, {LABEL}, show_if: high < low}}",
    )
    assert missed(form) == set()


def test_what_nobody_can_reach_is_told_with_certainty():
    form = form_of(
        f"{{id: sure, type: yes_no, {LABEL}}}", f"{{id: never, type: text, {LABEL}, show_if: sure && !sure}}"
    )
    (one,) = paths_of(form, today=TODAY).missed
    assert one.branch == Branch(Kind.SHOW, "never", wanted=True)
    assert one.place == ("pages", 0, "questions", 1, "show_if")
    assert one.is_certain


def test_what_was_only_not_found_is_not_told_as_impossible():
    form = form_of(
        f"{{id: name, type: text, {LABEL}}}",
        f'{{id: never, type: text, {LABEL}, show_if: \'name.startsWith("a") && name.endsWith("b")\'}}',
    )
    (one,) = paths_of(form, today=TODAY).missed
    assert not one.is_certain


def test_a_question_that_nothing_can_be_made_up_for_is_told():
    form = form_of(f"{{id: day, type: date, max: '2020-01-01', min: today, {LABEL}}}")
    found = paths_of(form, today=TODAY)
    assert found.unanswered == ("day",)
    assert found.paths == ()


def test_a_form_without_branches_has_one_path():
    assert len(paths_of(form_of(f"{{id: name, type: text, {LABEL}}}"), today=TODAY).paths) == 1


@pytest.mark.parametrize(
    "pattern", ["[A-ZÅÄÖ]{1,3}-[0-9]{1,3}", r"\d{5}", "(abc|d)+x?", r"\w+@\w+\.fi", "^a.c$", "(?:a|b){2}"]
)
def test_a_text_is_made_up_to_a_pattern(pattern):
    assert written_to(pattern)
    assert all(matches(pattern, text) for text in written_to(pattern))


@pytest.mark.parametrize("pattern", [r"\pL+", "[^a]", "[[:alpha:]]", "(?i)abc", "(", "a{"])
def test_a_pattern_that_is_not_understood_gives_no_text(pattern):
    assert written_to(pattern) == ()


def test_secrets_are_sealed_and_files_named():
    form = form_of(
        f"{{id: code, type: identity_code, {LABEL}}}",
        f"{{id: map, type: attachment, accept: [png], {LABEL}}}".replace("id: map", "id: plan"),
    )
    (path,) = paths_of(form, today=TODAY).paths
    assert path.secrets.keys() == path.answers.sealed == {"code"}
    assert path.secrets["code"][7:10] == "900"
    assert [path.files[one].name for one in path.answers.values["plan"]] == ["esimerkki-1.png"]


@pytest.mark.parametrize("asked", ["person, ask: [given_name, family_name, email], optional: [email]",
                                   "organisation, ask: [name, city, country], optional: [city, country]"])  # fmt: skip
def test_parts_that_may_be_left_empty_are_given_and_left(asked):
    form = form_of(f"{{id: sender, type: {asked}, {LABEL}}}")
    found = paths_of(form, today=TODAY)
    assert found.missed == ()
    assert {Branch(Kind.PARTS, "sender", True), Branch(Kind.PARTS, "sender", False)} <= covered(found)
    lengths = sorted(len(path.answers.values["sender"]) for path in found.paths)
    assert lengths == [1 if "organisation" in asked else 2, 3]
