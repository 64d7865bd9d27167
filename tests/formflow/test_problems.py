"""A problem is told in a sentence that says what to do, in each language."""

import ast
from pathlib import Path

import pytest

import kevytasiointi.formflow
from kevytasiointi.formflow.problems import Problem, message, named_message
from kevytasiointi.formflow.sentences import REQUIRED, SENTENCES
from kevytasiointi.formflow.values import parse
from tiny_forms import form_of, tiny

FORMFLOW = Path(kevytasiointi.formflow.__file__).parent


def test_limits_are_written_for_the_reader():
    question = tiny("type_integer").question("answer")
    problem = parse(question, {"": ["20001"]}).problem
    assert message(problem, question, "fi") == "Luvun on oltava enintään 20\u00a0000."
    assert message(problem, question, "sv") == "Talet ska vara högst 20\u00a0000."
    assert message(problem, question, "en") == "The number must be 20,000 or less."


def test_days_are_written_for_the_reader():
    question = tiny("type_date").question("answer")
    problem = Problem("answer", "too_early", params={"limit": "2026-12-24"})
    assert message(problem, question, "fi") == "Päivän on oltava 24.12.2026 tai myöhemmin."
    assert message(problem, question, "en") == "The date must be 24 December 2026 or later."


def test_a_list_of_problems_names_question_and_part():
    question = tiny("type_period").question("answer")
    problem = parse(question, {"first": ["1.12.2026"]}).problem
    assert named_message(problem, question, "fi") == "Aika, Alkaa kello: Vastaa tähän kohtaan."


def test_a_pattern_is_explained_in_the_authors_words():
    question = tiny("type_text").question("answer")
    problem = parse(question, {"": ["Rock 2026"]}).problem
    assert message(problem, question, "sv") == "Skriv namnet utan siffror."


def test_braces_in_the_authors_words_are_shown_as_they_are():
    question = form_of(
        "{id: answer, type: text, label: {fi: a, sv: a}, pattern: a, pattern_message: {fi: 'Kirjoita {limit}', sv: a}}"
    ).question("answer")
    assert message(Problem("answer", "pattern"), question, "fi") == "Kirjoita {limit}"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_is_in_three_languages(code):
    assert set(SENTENCES[code]) == {"fi", "sv", "en"}
    assert all(sentence.endswith(".") for sentence in SENTENCES[code].values())


def test_better_words_for_nothing_are_in_three_languages():
    assert all(set(sentence) == {"fi", "sv", "en"} for sentence in REQUIRED.values())


def test_every_code_has_a_sentence():
    raised = {
        argument.value
        for path in FORMFLOW.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Unreadable", "Problem", "_checked")
        for argument in [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert {"too_long", "required", "iban"} <= raised
    assert raised - SENTENCES.keys() == set()
