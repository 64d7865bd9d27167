"""What is wrong with a form, and what its author should look at."""

import pytest
from hypothesis import given, settings

from form_strategies import small_forms
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.formflow.lint import lint, lint_texts
from kevytasiointi.formflow.lint.measures import officialese_in, plain_language
from kevytasiointi.formflow.paths import Kind, paths_of
from kevytasiointi.formflow.spec import Form
from tiny_forms import NAMES, TODAY, form_of, tiny

LABEL = "label: {fi: a, sv: a, en: a}"
SURE = f"{{id: sure, type: yes_no, {LABEL}}}"
KIND = (
    f"{{id: kind, type: one_of, {LABEL}, options: "
    "[{id: a, label: {fi: a, sv: a, en: a}}, {id: b, label: {fi: b, sv: b, en: b}}]}"
)


def found(form, code):
    return [finding for finding in lint(form, today=TODAY) if finding.code == code]


def codes(form):
    return {finding.code for finding in lint(form, today=TODAY)}


def only(form, code):
    (finding,) = found(form, code)
    return finding


def asks(condition, *, before=KIND, required="true"):
    return form_of(before, f"{{id: asks, type: text, {LABEL}, required: {required}, show_if: '{condition}'}}")


def labelled(**text):
    given = {"fi": "Nimi", "sv": "Namn", "en": "Name"} | text
    question = {"id": "answer", "type": "text", "label": given}
    return Form.model_validate({"pages": [{"id": "p", "title": {"fi": "S", "sv": "S"}, "questions": [question]}]})


def pages(*pages):
    """Pages by their condition, each with its questions."""
    made = []
    for number, (condition, questions) in enumerate(pages):
        page = {"id": f"page{number}", "title": {"fi": "S", "sv": "S"}, "questions": questions}
        made.append(page | ({"show_if": condition} if condition else {}))
    return Form.model_validate({"pages": made})


def yes_no(question_id, **keys):
    return {"id": question_id, "type": "yes_no", "label": {"fi": question_id, "sv": question_id}} | keys


def test_a_question_without_purpose_is_named():
    assert only(tiny("optional"), "purpose").place == ("pages", 0, "questions", 0)


def test_a_declared_purpose_is_enough():
    form = form_of("{id: answer, type: text, label: {fi: a, sv: a}, purpose: {basis: ysl118}}")
    assert found(form, "purpose") == []


def test_a_text_without_english_is_named_but_may_be_published():
    findings = found(form_of("{id: answer, type: text, label: {fi: a, sv: a}}"), "translation")
    assert [one.place for one in findings] == [("pages", 0, "title"), ("pages", 0, "questions", 0, "label")]
    assert not any(one.is_error for one in findings)


def test_a_text_that_was_not_translated_is_named():
    finding = only(labelled(sv="Ilmoittajan nimi", fi="Ilmoittajan nimi"), "untranslated")
    assert finding.place == ("pages", 0, "questions", 0, "label", "sv")


def test_names_and_units_may_be_the_same_in_two_languages():
    assert found(labelled(fi="Natura", sv="Natura", en="Natura"), "untranslated") == []
    assert found(labelled(fi="https://tukes.fi/", sv="https://tukes.fi/", en="https://tukes.fi/"), "untranslated") == []


@pytest.mark.parametrize("left", ["TO" + "DO: kysy", "xxx", "Mikä???", "Lorem ipsum"])
def test_what_was_left_to_be_written_is_an_error(left):
    assert only(labelled(fi=left), "placeholder").is_error


def test_braces_may_be_meant():
    assert not only(labelled(fi="{nimi}"), "placeholder").is_error


def test_a_condition_that_contradicts_itself_is_an_error():
    finding = only(asks('kind == "a" && kind == "b"'), "required_never_shown")
    assert finding.is_error
    assert "can never be true" in finding.message
    assert "an answer is required" in finding.message
    assert finding.place == ("pages", 0, "questions", 1, "show_if")


def test_an_optional_question_that_is_never_shown_is_told_without_its_answer():
    assert "required" not in only(asks('kind == "a" && kind == "b"', required="false"), "never").message


def test_a_condition_that_is_always_true_is_named():
    assert "is always true" in only(asks("answered.kind || !answered.kind"), "always").message


def test_a_condition_that_depends_on_the_answer_is_left_alone():
    for condition in ('kind == "a"', 'kind in ["a"]', 'kind != "a"'):
        assert codes(asks(condition)) & {"always", "never", "required_never_shown"} == set()


def test_a_required_choice_is_always_answered():
    assert found(asks('kind == "a" || kind == "b"'), "always")


def test_a_page_that_nobody_reaches_is_an_error_told_once():
    form = pages((None, [yes_no("sure")]), ("sure && !sure", [yes_no("lost"), yes_no("lost_too", show_if="lost")]))
    finding = only(form, "unreachable_page")
    assert finding.is_error
    assert "2 required of its questions are never asked" in finding.message
    assert codes(form).isdisjoint({"never", "required_never_shown"})


def test_what_hangs_on_a_question_that_is_never_shown_is_unreachable_too():
    form = pages((None, [yes_no("sure"), yes_no("lost", show_if="sure && !sure")]), ("lost", [yes_no("more")]))
    assert only(form, "unreachable_page").place == ("pages", 1, "show_if")


def test_two_conditions_that_exclude_each_other_are_told_as_two():
    form = pages((None, [yes_no("sure")]), ("sure", [yes_no("plain"), yes_no("lost", show_if="!sure")]))
    finding = only(form, "excluding")
    assert finding.is_error
    assert "its page “page1” exclude each other" in finding.message


def test_a_row_whose_condition_nobody_can_meet_is_found():
    row = f"{{id: inner, type: text, {LABEL}, show_if: 'row.one && !row.one'}}"
    form = form_of(
        f"{{id: rows, type: repeat, {LABEL}, row_label: {{fi: a, sv: a}}, questions: "
        f"[{{id: one, type: yes_no, {LABEL}}}, {row}]}}"
    )
    assert only(form, "required_never_shown").place == ("pages", 0, "questions", 0, "questions", 1, "show_if")


@pytest.mark.parametrize(("condition", "said"), [("sure && !sure", "never"), ("sure || !sure", "always")])
def test_a_requirement_that_leaves_no_choice_is_named(condition, said):
    form = form_of(SURE, f"{{id: asks, type: text, {LABEL}, required: '{condition}'}}")
    assert said in only(form, "required_settled").message


def test_what_is_only_unlikely_is_a_warning_and_says_that_it_was_tried():
    form = asks('name.startsWith("a") && name.endsWith("b")', before=f"{{id: name, type: text, {LABEL}}}")
    finding = only(form, "required_never_shown")
    assert not finding.is_error
    assert "no answers that were tried" in finding.message


def test_limits_that_nobody_can_keep_are_named():
    form = form_of(f"{{id: day, type: date, min: today, max: '2020-01-01', {LABEL}}}")
    assert only(form, "unanswerable").place == ("pages", 0, "questions", 0)


@settings(max_examples=60, deadline=None)
@given(small_forms())
def test_what_lint_calls_impossible_no_path_goes_through_and_the_other_way_round(form):
    closed = {"unreachable_page", "never", "required_never_shown", "excluding"}
    errors = {finding.place for finding in lint(form, today=TODAY) if finding.code in closed}
    missed = paths_of(form, today=TODAY).missed
    never = {one.place for one in missed if one.branch.wanted is True and one.branch.kind in (Kind.PAGE, Kind.SHOW)}
    assert errors <= never
    inside = {place[:2] for place in errors if len(place) == 3}
    around = {place[:4] for place in errors}
    assert all(place in errors or place[:2] in inside or place[:4] in around for place in never)


def test_an_open_identity_code_is_named():
    form = form_of("{id: answer, type: identity_code, publicity: public, label: {fi: a, sv: a}}")
    assert len(found(form, "publicity")) == 1
    assert found(tiny("type_identity_code"), "publicity") == []


def test_an_attachment_that_takes_anything_is_named():
    assert found(form_of(f"{{id: plan, type: attachment, {LABEL}}}"), "attachment")
    assert not found(form_of(f"{{id: plan, type: attachment, accept: [pdf], {LABEL}}}"), "attachment")


def test_two_questions_or_options_with_one_name_are_told():
    form = form_of(SURE, f"{{id: again, type: yes_no, {LABEL}}}")
    assert {finding.place for finding in found(form, "same_label")} == {("pages", 0)}
    options = "[{id: a, label: {fi: A, sv: a}}, {id: b, label: {fi: a, sv: b}}]"
    twice = form_of(f"{{id: kind, type: one_of, {LABEL}, options: {options}}}")
    assert "“fi”" in only(twice, "same_label").message


def test_a_page_and_a_form_that_ask_too_much_are_told():
    long_page = pages((None, [yes_no(f"q{number}") for number in range(11)]))
    assert "11 questions" in only(long_page, "page_length").message
    assert found(long_page, "form_length") == []
    long_form = pages(*((None, [yes_no(f"q{page}_{number}") for number in range(9)]) for page in range(7)))
    assert "63 questions" in only(long_form, "form_length").message
    assert found(long_form, "page_length") == []


def test_questions_that_exclude_each_other_are_not_counted_together():
    parts = [(f'kind == "{one}"', [yes_no(f"{one}{number}") for number in range(9)]) for one in "abcdefgh"]
    options = [{"id": one, "label": {"fi": one, "sv": one}} for one in "abcdefgh"]
    kind = {"id": "kind", "type": "one_of", "label": {"fi": "k", "sv": "k"}, "options": options}
    assert found(pages((None, [kind]), *parts), "form_length") == []


@pytest.mark.parametrize(("language", "most"), [("fi", 20), ("sv", 25), ("en", 25)])
def test_a_sentence_is_measured_by_its_words(language, most):
    short, long = " ".join(["ord"] * most) + ".", " ".join(["ord"] * (most + 1)) + "."
    assert found(labelled(**{language: f"{short} {short.capitalize()}"}), "sentence") == []
    finding = only(labelled(**{language: f"Ord. {long.capitalize()}"}), "sentence")
    assert f"{most + 1} words" in finding.message
    assert finding.place[-1] == language


def test_a_word_is_measured_by_its_letters():
    assert found(labelled(fi="ympäristönsuojeluviranomaiselle"), "word") == []
    assert "33 letters" in only(labelled(fi="a" * 33), "word").message


def test_a_label_is_measured_by_its_letters():
    assert "95 letters" in only(labelled(fi="Sanoja " * 13 + "loppu"[:4]), "length").message


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("fi", "Mikäli melua on, ilmoita.", "mikäli"),
        ("fi", "Ilmoita asianomaiselle.", "asianomai"),
        ("fi", "Kerro esim. päivä.", "esim"),
        ("sv", "Blanketten ska inlämnas.", "inlämna"),
        ("sv", "Skriv t.ex. dagen.", "t.ex"),
        ("en", "Tell us prior to the event.", "prior to"),
        ("en", "Utilise the form.", "utilis"),
    ],
)
def test_a_word_of_officials_comes_with_a_plain_one(language, text, word):
    finding = only(labelled(**{language: text}), "officialese")
    assert word in finding.message
    assert finding.mend.startswith("Plainer: ")


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "Esimerkki omaa asiaa varten"), ("sv", "Emma och skallen"), ("en", "Shallow end")]
)
def test_a_word_inside_another_is_left_alone(language, text):
    assert list(officialese_in(text, language)) == []


def test_every_language_of_the_service_has_its_measures_and_words_with_a_source():
    data = plain_language()
    assert set(data.measures) == set(data.words) == set(LANGUAGES)
    for words in data.words.values():
        names = [word.instead_of for word in words]
        assert len(set(names)) == len(names)
        assert all(word.say != word.instead_of for word in words)


def test_texts_of_a_whole_definition_are_read_but_for_what_is_left_out():
    form = labelled(fi="Mikäli")
    assert [finding.code for finding in lint_texts(form) if finding.code != "translation"] == ["officialese"]
    assert list(lint_texts(form, besides=("pages",))) == []


@pytest.mark.parametrize(
    ("condition", "code"), [("nothing", "condition"), ("asks", "condition"), ("answered.asks", "reference"),
                            ('kind == "c"', "option")]
)  # fmt: skip
def test_a_condition_that_cannot_be_used_comes_alone(condition, code):
    good = asks('kind == "a"')
    page = good.pages[0]
    broken = page.questions[1].model_copy(update={"show_if": condition})
    wrong = good.model_copy(update={"pages": (page.model_copy(update={"questions": (page.questions[0], broken)}),)})
    finding, *others = lint(wrong, today=TODAY)
    assert others == []
    assert finding.is_error
    assert finding.code == code


@pytest.mark.parametrize("name", NAMES)
def test_the_tiny_forms_are_without_errors(name):
    assert [finding for finding in lint(tiny(name), today=TODAY) if finding.is_error] == []
