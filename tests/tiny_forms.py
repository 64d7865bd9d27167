"""The tiny definitions of tests/definitions: one form for each feature of the form language."""

import datetime as dt
from functools import cache
from pathlib import Path

from kevytasiointi.formflow.loading import read
from kevytasiointi.formflow.spec import Form, Vocabulary

FOLDER = Path(__file__).parent / "definitions"
BAD = FOLDER / "bad"
TODAY = dt.date(2026, 11, 24)
_VOCABULARY = "shared_vocabulary"

NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != _VOCABULARY)
BAD_NAMES = sorted(path.stem for path in BAD.glob("*.yaml"))


@cache
def vocabulary() -> Vocabulary:
    return read(_text(_VOCABULARY), file=_VOCABULARY, model=Vocabulary)


@cache
def tiny(name: str) -> Form:
    return read(_text(name), file=f"{name}.yaml", model=Form, vocabulary=vocabulary())


def form_of(*questions: str) -> Form:
    """A form of one page, its questions written as YAML in braces."""
    lines = "\n".join(f"      - {question}" for question in questions)
    text = f"pages:\n  - id: page\n    title: {{fi: Sivu, sv: Sida}}\n    questions:\n{lines}\n"
    return read(text, file="form.yaml", model=Form)


def _text(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text()
