"""What is wrong with an answer, and the sentence that tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.parts import part_label
from kevytasiointi.formflow.sentences import REQUIRED, SENTENCES
from kevytasiointi.formflow.spec import Question
from kevytasiointi.formflow.written import written_date, written_number

Param = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Problem:
    """`question` (in `row` of a repeating group) has a problem; `part` is the sub-field, "" the whole.

    `code` selects the sentence and `params` fill it: counts, limits, ISO dates, never what was typed.
    """

    question: str
    code: str
    row: str | None = None
    part: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


_OWN_SENTENCE: Final = "pattern"


def message(problem: Problem, question: Question, language: str) -> str:
    """One sentence for people, without the name of the question."""
    sentence = _sentence(problem, question).in_language(language)
    return sentence.format_map({name: _shown(value, language) for name, value in problem.params.items()})


def named_message(problem: Problem, question: Question, language: str) -> str:
    """The same with the question's name in front: for a list of problems away from the fields."""
    names = [question.label.in_language(language)]
    if problem.part:
        names.append(part_label(question, problem.part).in_language(language))
    name = ", ".join(name for name in names if name)
    return f"{name}{'' if name.endswith('?') else ':'} {message(problem, question, language)}"


def _sentence(problem: Problem, question: Question) -> Text:
    own = getattr(question, "pattern_message", None)
    if problem.code == _OWN_SENTENCE and isinstance(own, Text):
        # A definition's text is shown as it is: braces in it are not ours to fill.
        return Text({language: text.replace("{", "{{").replace("}", "}}") for language, text in own.items()})
    if problem.code == "required" and not problem.part:
        return REQUIRED.get(question.type, SENTENCES["required"])
    return SENTENCES[problem.code]


def _shown(value: Param, language: str) -> str:
    return written_date(value, language) if isinstance(value, str) else written_number(value, language)
