"""A condition is yes, no or unknown; never an exception, whatever it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import WIDELY
from kevytasiointi.formflow.bindings import moment
from kevytasiointi.formflow.conditions import NO, YES, Unknown, condition_faults, conditions_of
from tiny_forms import form_of

FORM = form_of(
    "{id: kind, type: one_of, label: {fi: a, sv: a}, options: [{id: a, label: {fi: a, sv: a}}, {id: b, label: {fi: a, sv: a}}]}",
    "{id: loud, type: yes_no, label: {fi: a, sv: a}}",
    "{id: people, type: integer, label: {fi: a, sv: a}}",
    "{id: height, type: decimal, label: {fi: a, sv: a}}",
    "{id: things, type: many_of, label: {fi: a, sv: a}, options: [{id: tent, label: {fi: a, sv: a}}]}",
    "{id: day, type: date, label: {fi: a, sv: a}}",
    "{id: time, type: period, label: {fi: a, sv: a}}",
    "{id: name, type: text, label: {fi: a, sv: a}}",
)


def truth(expression, **bindings):
    return conditions_of(FORM).evaluate(expression, {name.replace("__", "."): one for name, one in bindings.items()})


@pytest.mark.parametrize(
    ("expression", "bindings", "expected"),
    [
        ('kind == "a"', {"kind": "a"}, YES),
        ('kind == "a"', {"kind": "b"}, NO),
        ('kind == "a"', {}, Unknown(frozenset({"kind"}))),
        ('kind == "a" || loud', {"loud": True}, YES),
        ('kind == "a" && loud', {"loud": False}, NO),
        ('kind == "a" && loud', {"loud": True}, Unknown(frozenset({"kind"}))),
        ("!loud", {}, Unknown(frozenset({"loud"}))),
        ("people > 500 || height > 3.0", {}, Unknown(frozenset({"people", "height"}))),
        ('"tent" in things', {"things": ["tent"]}, YES),
        ("size(things) == 0", {"things": []}, YES),
        ("size(name) == 2", {"name": "äö"}, YES),
        ('day >= date("2026-05-01") && day < date("2026-09-01")', {"day": moment("2026-06-15")}, YES),
        ("day < today + days(30)", {"day": moment("2026-12-01"), "today": moment("2026-11-24")}, YES),
        ("time.days > 3", {"time__days": 4}, YES),
        ("answered.kind", {"answered__kind": False}, NO),
    ],
)
def test_comes_out(expression, bindings, expected):
    assert truth(expression, **bindings) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "people + 9223372036854775807 > 1",
        "1 / people == 1",
        "day > date(name)",
        "date(name) > today",
        "days(people) > days(1)",
    ],
)
def test_an_error_inside_is_unknown_not_true(expression):
    given = {"people": 0, "name": "ei päivä", "day": moment("2026-01-01"), "today": moment("2026-01-01")}
    given |= {"people": 10**12} if "days(" in expression or "922" in expression else {}
    assert truth(expression, **given) == Unknown(frozenset())


def test_endless_work_is_unknown():
    inner = "things.all(a, things.all(b, things.all(c, things.all(d, a == d))))"
    assert truth(inner, things=["tent"] * 60) == Unknown(frozenset())


values = (
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=5) | st.lists(st.text(max_size=3))
)
names = st.sampled_from(
    ["kind", "loud", "people", "height", "things", "day", "time.days", "name", "today", "answered.kind"]
)
expressions = st.sampled_from(
    ['kind == "a"', "loud", "people > 3", "height < 2.0", '"tent" in things', "day > today", "time.days == 2"]
) | st.text(max_size=12)


@WIDELY
@given(st.dictionaries(names, values), st.lists(expressions, min_size=1, max_size=4), st.sampled_from([" && ", " || "]))
def test_conditions_are_total(bindings, parts, joined):
    outcome = conditions_of(FORM).evaluate(joined.join(parts), bindings)
    assert outcome in (YES, NO) or isinstance(outcome, Unknown)


def faults(*questions):
    """Compiled apart from loading, which would refuse the form."""
    base = [question.model_dump(mode="json", exclude_unset=True) for question in FORM.pages[0].questions]
    page = {"id": "page", "title": {"fi": "a", "sv": "a"}, "questions": [*base, *questions]}
    return list(condition_faults(type(FORM).model_validate({"pages": [page]})))


def asks(expression, **more):
    return {"id": "asks", "type": "text", "label": {"fi": "a", "sv": "a"}, "show_if": expression, **more}


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ('kindd == "a"', "asks for “kindd”, which this form doesn't have"),
        ("later", "asks for “later”, but “later” isn't answered before it"),
        ("answered.later", "asks for “answered.later”, but “later” isn't answered before it"),
        ('asks == "a"', "is this same question"),
        ("people == 2.5", "uses “==” with a whole number and a number with decimals"),
        ("kind", "isn't a yes or no"),
        ('kind == "a', "can't be read"),
        ('kind == "c"', "asks for the option “c” of “kind”, which doesn't exist"),
        ('kind in ["a", "c"]', "asks for the option “c” of “kind”, which doesn't exist"),
        ('"boat" in things', "asks for the option “boat” of “things”, which doesn't exist"),
        ("height == 2.0", "compares numbers with decimals by == or !="),
        ("!(loud && [1].all(one, height != 2.0))", "compares numbers with decimals by == or !="),
        ("dyn(kind) == 1", "uses a part of the condition language that forms don't use"),
        ("type(kind) == string", "uses a part of the condition language that forms don't use"),
        ('{"a": loud}["a"]', "uses a part of the condition language that forms don't use"),
        ('day > date("2026-02-30")', "has a date that doesn't exist"),
        ('name.matches("(")', "has a pattern that can't be used"),
        ('row.kind == "a"', "asks for “row.kind”, which this form doesn't have"),
    ],
)  # fmt: skip
def test_a_condition_that_cant_stand_is_explained(expression, words):
    later = {"id": "later", "type": "yes_no", "label": {"fi": "a", "sv": "a"}}
    found = faults(asks(expression), later)
    assert len(found) == 1
    assert words in found[0].message
    assert found[0].place == ("pages", 0, "questions", 8, "show_if")


def test_requiredness_is_checked_like_visibility():
    (found,) = faults(asks("loud", required="nothing"))
    assert found.place[-1] == "required"


def test_a_form_compiles_once_for_all_who_walk_it():
    assert conditions_of(FORM) is conditions_of(FORM)


def test_a_form_is_found_without_being_compared_to_others_that_say_the_same():
    again = type(FORM).model_validate_json(FORM.model_dump_json(exclude_unset=True))
    assert again == FORM
    assert conditions_of(again) is not conditions_of(FORM)
