"""What a form may be published with, but its author should look at."""

from kevytasiointi.formflow.lint import lint
from tiny_forms import form_of, tiny

KIND = (
    "{id: kind, type: one_of, label: {fi: a, sv: a, en: a}, options: "
    "[{id: a, label: {fi: a, sv: a, en: a}}, {id: b, label: {fi: a, sv: a, en: a}}]}"
)


def found(form, code):
    return [finding for finding in lint(form) if finding.code == code]


def asks(condition):
    return form_of(KIND, f"{{id: asks, type: text, label: {{fi: a, sv: a}}, show_if: '{condition}'}}")


def test_a_question_without_purpose_is_named():
    assert [finding.place for finding in found(tiny("optional"), "purpose")] == [("pages", 0, "questions", 0)]


def test_a_declared_purpose_is_enough():
    form = form_of("{id: answer, type: text, label: {fi: a, sv: a}, purpose: {basis: ysl118}}")
    assert found(form, "purpose") == []


def test_a_text_without_english_is_named():
    places = [finding.place for finding in found(form_of("{id: answer, type: text, label: {fi: a, sv: a}}"), "english")]
    assert places == [("pages", 0, "title"), ("pages", 0, "questions", 0, "label")]


def test_a_condition_that_contradicts_itself_is_named():
    (finding,) = found(asks('kind == "a" && kind == "b"'), "settled")
    assert "can never be true" in finding.message


def test_a_condition_that_is_always_true_is_named():
    (finding,) = found(asks("answered.kind || !answered.kind"), "settled")
    assert "is always true" in finding.message


def test_a_condition_that_depends_on_the_answer_is_left_alone():
    assert found(asks('kind == "a" || kind == "b"'), "settled") == []
    assert found(asks('kind in ["a"]'), "settled") == []


def test_an_open_identity_code_is_named():
    form = form_of("{id: answer, type: identity_code, publicity: public, label: {fi: a, sv: a}}")
    assert len(found(form, "publicity")) == 1
    assert found(tiny("type_identity_code"), "publicity") == []


def test_errors_come_before_advice():
    form = tiny("optional")
    page = form.pages[0]
    broken = page.questions[0].model_copy(update={"show_if": "nothing"})
    wrong = form.model_copy(update={"pages": (page.model_copy(update={"questions": (broken,)}),)})
    assert [finding.is_error for finding in lint(wrong)] == [True]
