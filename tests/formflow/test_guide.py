"""The guide for authors is true: its examples can be read, and it names every type and key there is."""

import re
import textwrap
from pathlib import Path
from typing import get_args

import pytest
import yaml

from kevytasiointi.catalogue.definition import Elsewhere
from kevytasiointi.formflow.lint.asking import MOST_IN_A_FORM, MOST_ON_A_PAGE
from kevytasiointi.formflow.lint.measures import plain_language
from kevytasiointi.formflow.loading import read
from kevytasiointi.formflow.parts import ORGANISATION_KINDS
from kevytasiointi.formflow.spec import Form, Page, Question, Vocabulary
from kevytasiointi.formflow.spec.questions import OrganisationPart, PersonPart, Prefill
from kevytasiointi.formflow.values.kinds import KINDS

GUIDE = (Path(__file__).parents[2] / "docs" / "form-language.md").read_text()
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
VOCABULARY = next(example for example in EXAMPLES if "\nshared:" in example)
HEAD = "pages:\n  - id: page\n    title: {fi: Sivu, sv: Sida}\n    questions:\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[0])
def test_an_example_can_be_read(example):
    vocabulary = read(VOCABULARY, file="vocabulary.yaml", model=Vocabulary)
    if example == VOCABULARY:
        return
    if example.startswith("elsewhere:"):
        assert Elsewhere.model_validate(yaml.safe_load(example)["elsewhere"]).address
        return
    text = HEAD + textwrap.indent(example, "      ") if example.startswith("- ") else example
    assert read(text, file="example.yaml", model=Form, vocabulary=vocabulary).pages


def test_every_type_is_told():
    assert [name for name in (*KINDS, "repeat", "information") if f"| `{name}` |" not in GUIDE] == []


def test_every_key_is_told():
    keys = {key for model in (Page, *get_args(Question)) for key in model.model_fields}
    assert [key for key in sorted(keys) if f"`{key}`" not in GUIDE] == []


def test_every_part_and_choice_is_told():
    names = {*get_args(PersonPart), *get_args(OrganisationPart), *get_args(Prefill), *ORGANISATION_KINDS}
    assert [name for name in sorted(names) if f"`{name}`" not in GUIDE] == []


def test_the_measures_of_a_sentence_are_told_as_they_are():
    words = {language: measures.sentence_words for language, measures in plain_language().measures.items()}
    assert f"more than {words['fi']} words in Finnish, {words['sv']} in Swedish and English" in GUIDE
    assert words["sv"] == words["en"]
    assert f"more than {MOST_ON_A_PAGE} questions on a page, or more than {MOST_IN_A_FORM} for somebody" in GUIDE
