"""Formatting changes how a file is written, never what it says or what its author remarked."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import WIDELY
from kevytasiointi.formflow.fmt import formatted
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.formflow.yaml import compose
from tiny_forms import FOLDER

FILES = sorted(FOLDER.glob("*.yaml"))

LOOSE = """\
# About the form


language_schema:   1
name: {fi:   'Hei', sv: "Hej: du",   en: Hello}   # beside
list:
- a
-   b    # bee

# own
- {id: x, ok: true}
-
    # inner
    id: "no"
    text: |
      first # not a comment

      second


    after: "%s"
# end
"""
NEAT = """\
# About the form

language_schema: 1
name: {fi: Hei, sv: "Hej: du", en: Hello}  # beside
list:
  - a
  - b  # bee

  # own
  - {id: x, ok: true}
  # inner
  - id: "no"
    text: |
      first # not a comment

      second

    after: >-
      %s
      %s
# end
"""


def test_writes_in_one_way():
    assert formatted(LOOSE % ("x" * 100 + " " + "y" * 100)) == NEAT % ("x" * 100, "y" * 100)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_tiny_definitions_are_neat(path):
    assert formatted(path.read_text()) == path.read_text()


def test_a_file_that_cant_be_read_is_refused():
    with pytest.raises(DefinitionErrors):
        formatted("a: no\n")


def nfc(text):
    return unicodedata.normalize("NFC", text)


texts = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=30)
prose = st.lists(st.text(st.characters(categories=("L", "P")), min_size=1, max_size=12), min_size=15, max_size=40)
values = st.booleans() | st.integers(-1000, 1000) | texts | prose.map(" ".join) | prose.map("\n".join)
keys = (st.text(st.characters(categories=("L",)), min_size=1, max_size=6) | texts).map(nfc)
data = st.dictionaries(
    keys,
    st.recursive(
        values,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


@WIDELY
@given(data)
def test_says_the_same_and_is_settled_at_once(data):
    written = json.dumps(data, ensure_ascii=False)
    neat = formatted(written)
    assert compose(neat, file="").data == compose(written, file="").data
    assert formatted(neat) == neat


@WIDELY
@given(st.sampled_from(FILES), st.data())
def test_loses_no_comment(path, data):
    lines = path.read_text().split("\n")
    at = data.draw(st.integers(0, len(lines) - 2))
    if data.draw(st.booleans()):
        lines.insert(at, "# a remark")
    elif lines[at] and not lines[at].endswith((">-", "|")):
        lines[at] += "  # a remark"
    text = "\n".join(lines)
    neat = formatted(text)
    assert neat.count("# a remark") == text.count("# a remark")
    assert formatted(neat) == neat
