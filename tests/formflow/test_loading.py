"""A definition is read whole or refused with file, line and mend, for everything that is wrong with it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import WIDELY
from kevytasiointi.formflow.loading import DefinitionErrors, read
from kevytasiointi.formflow.spec import Form, Vocabulary
from tiny_forms import BAD, BAD_NAMES, FOLDER, NAMES, form_of, tiny, vocabulary

LINES = {
    "colon_in_text": [8],
    "comma_in_braces": [5],
    "d01_duplicate_key": [4],
    "d02_alias_bomb": [1, 2, 3, 4],
    "d04_python_tag": [7],
    "d05_options_without_quotes": [9, 10, 10, 11, 11],
    "d07_bad_pattern": [8],
    "d10_import_in_condition": [8],
    "d11_dunder_in_condition": [9],
    "d12_power_in_condition": [8],
    "d13_deep_condition": [8],
    "d14_conditions_in_a_circle": [5],
    "d15_unknown_question": [9],
    "d16_option_that_is_not": [14],
    "d16_types_that_differ": [9],
    "d17_reserved_ids": [5, 6, 7, 8, 9],
    "d18_id_twice": [6],
    "d18_ids_equal_but_for_case": [6, 7],
    "d20_path_as_id": [5],
    "d21_webhook": [5],
    "d22_mail_header": [5],
    "d24_tab": [2],
    "d25_latin_1": [5],
    "d27_huge_upload": [5, 5],
    "d28_repeats_in_repeats": [11],
    "decimals_compared_exactly": [9],
    "later_question_asked_for": [8],
    "limits_crossed": [5],
    "no_pages": [1],
    "row_asked_for_outside": [14],
    "secret_without_ground": [5],
    "text_without_swedish": [5],
    "type_misspelt": [5],
}


def errors_in(text, model=Form):
    with pytest.raises(DefinitionErrors) as refused:
        read(text, file="form.yaml", model=model, vocabulary=vocabulary())
    return refused.value.errors


@pytest.mark.parametrize("name", NAMES)
def test_a_good_definition_is_read(name):
    assert tiny(name).pages


def test_every_bad_definition_has_its_lines_written_here():
    assert sorted(LINES) == BAD_NAMES


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_definition_is_refused_with_line_and_mend(name):
    errors = errors_in((BAD / f"{name}.yaml").read_bytes())
    assert [error.line for error in errors] == LINES[name]
    for error in errors:
        assert error.mend.endswith((".", "?"))
        assert str(error).startswith(f"form.yaml:{error.line}: ")


def test_the_words_are_an_officials():
    for name in BAD_NAMES:
        for error in errors_in((BAD / f"{name}.yaml").read_bytes()):
            for foreign in ("Traceback", "pydantic", "tuple", "Input should", "overload", "yaml."):
                assert foreign not in f"{error.message} {error.mend}" or "python/object" in error.message


def test_an_error_says_what_is_wrong_and_what_to_do():
    (error,) = errors_in((BAD / "d15_unknown_question.yaml").read_bytes())
    assert error.message == "the condition of “reason” asks for “load”, which this form doesn't have"
    assert error.mend == "Did you mean “loud”?"


def test_several_errors_are_told_at_once():
    text = """pages:
  - id: page
    title: {fi: Sivu, sv: Sida}
    questions:
      - id: one
        type: txt
        label: {fi: Nimi, sv: Namn}
      - id: two
        type: integer
        label: Nimi
        min: many
      - id: three
        type: yes_no
        lable: {fi: Nimi, sv: Namn}
"""
    assert [(error.line, error.message) for error in errors_in(text)] == [
        (6, "“type” of “one” can't be “txt”"),
        (10, "“label” of “two” isn't a group of “name: value” lines"),
        (11, "“min” of “two” isn't a whole number"),
        (12, "“label” of “three” is missing"),
        (14, "“lable” of “three” isn't a key that is known here"),
    ]


HOSTILE = {
    "depth of 3,000": "pages: " + "[" * 3000,
    "depth of 3,000 in blocks": "\n".join(" " * depth + "a:" for depth in range(430)),
    "20,000 fields": "pages:\n" + "- {id: a}\n" * 20_001,
    "a line of 3 MB": "pages: " + "x" * 3_000_000,
    "two documents": "pages: []\n---\npages: []\n",
    "nothing": "",
    "a comment only": "# nothing\n",
    "a list": "- a\n",
    "an open quote": 'pages: "a',
    "an open bracket": "pages: [a",
    "a merge key": "pages: []\n<<: {a: b}\n",
    "a key that is a list": "[a]: b\n",
    "a null byte": "pages: \x00",
    "a lone surrogate": "pages: \ud800",
    "a set": "!!set {a, b}",
    "a number as key": "1: a\n",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_a_second(what):
    begun = time.perf_counter()
    errors = errors_in(HOSTILE[what])
    assert errors
    assert time.perf_counter() - begun < 1


@WIDELY
@given(st.text(st.characters(codec="utf-8"), max_size=200) | st.binary(max_size=200))
def test_whatever_the_file_holds_it_is_read_or_refused(text):
    with pytest.raises(DefinitionErrors):
        read(text, file="form.yaml", model=Form)


pieces = st.sampled_from(
    [
        "pages:",
        "\n",
        "  ",
        "- ",
        "id: a",
        "type: text",
        "label: {fi: a, sv: b}",
        "title:",
        "questions:",
        "&a",
        "*a",
        "{",
        "}",
        "[",
        "]",
        ",",
        ": ",
        "'",
        '"',
        ">",
        "#",
        "no",
        "1.5",
        "2026-01-01",
        "show_if: a",
        "?",
        "!x ",
    ]
)


@WIDELY
@given(st.lists(pieces, max_size=40).map("".join))
def test_whatever_is_written_of_the_languages_own_pieces_it_is_read_or_refused(text):
    try:
        read(text, file="form.yaml", model=Form)
    except DefinitionErrors as refused:
        assert all(error.line >= 1 for error in refused.errors)  # noqa: PT017 - either way is right


def test_a_mark_of_byte_order_and_windows_lines_are_accepted():
    text = "\ufeff" + (FOLDER / "optional.yaml").read_text().replace("\n", "\r\n")
    assert read(text.encode(), file="form.yaml", model=Form) == tiny("optional")


def test_a_slow_pattern_is_quick_here():
    question = (
        "{id: answer, type: text, label: {fi: a, sv: a}, pattern: '(a+)+', pattern_message: {fi: a, sv: a}, "
        "max_length: 1000}"
    )
    form = form_of(question)
    assert form.question("answer").pattern == "(a+)+"


def test_markup_and_templates_are_only_text():
    label = tiny("text_is_only_text").question("answer").label
    assert label["fi"] == "<b>Nimi</b> <script>alert(1)</script>"
    assert label["sv"] == "{{ namn }} {0}"


def test_a_shared_question_takes_its_facts_from_the_vocabulary():
    form = tiny("shared_question")
    assert form.question("event_name").label["fi"] == "Tapahtuman nimi"
    assert form.question("event_name").max_length == 100
    assert form.question("short_name").label["fi"] == "Lyhyt nimi"


def test_a_form_with_shared_questions_stands_alone_once_read():
    form = tiny("shared_question")
    assert Form.model_validate_json(form.model_dump_json(exclude_unset=True)) == form


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            "max_length: 200",
            "“max_length” of the shared question “event.name” is 100 in the vocabulary; here it is 200",
        ),
        (
            "type: long_text",
            "“type” of the shared question “event.name” is text in the vocabulary; here it is long_text",
        ),
    ],
)
def test_a_shared_question_may_be_narrowed_never_changed(more, message):
    (error,) = errors_in(
        "pages:\n  - id: page\n    title: {fi: Sivu, sv: Sida}\n    questions:\n"
        f"      - {{id: name, shared: event.name, {more}}}\n"
    )
    assert error.message == f"“name”: {message}"
    assert error.line == 5


def test_an_unknown_shared_question_is_named():
    text = "pages:\n  - id: page\n    title: {fi: Sivu, sv: Sida}\n    questions: [{id: name, shared: event.nmae}]\n"
    (error,) = errors_in(text)
    assert "event.nmae" in error.message


def test_a_vocabulary_is_checked_like_a_form():
    (error,) = errors_in("language_schema: 1\nshared:\n  a.b: {type: text}\n", Vocabulary)
    assert (error.line, error.message) == (3, "“label” is missing")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_survives_being_stored(name):
    form = tiny(name)
    stored = form.model_dump_json(exclude_unset=True)
    assert Form.model_validate_json(stored) == form
    assert Form.model_validate_json(stored).model_dump_json(exclude_unset=True) == stored


def test_a_read_form_cant_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        tiny("optional").pages = ()


@pytest.mark.parametrize("limit", ["today", "today+30", "today - 7", "2026-01-31"])
def test_a_day_may_be_a_limit(limit):
    form = form_of(f'{{id: answer, type: date, label: {{fi: a, sv: a}}, min: "{limit}"}}')
    assert form.question("answer").min == limit.replace(" ", "")


@pytest.mark.parametrize("limit", ["tomorrow", "today+", "today+1 month", "31.1.2026", "2026-02-30"])
def test_what_is_no_day_cant_be_a_limit(limit):
    with pytest.raises(DefinitionErrors, match="isn't a day"):
        form_of(f'{{id: answer, type: date, label: {{fi: a, sv: a}}, min: "{limit}"}}')
