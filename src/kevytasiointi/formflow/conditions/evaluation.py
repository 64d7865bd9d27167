"""Compiles and evaluates the conditions of one form. Total: whatever happens, the answer is yes, no or unknown."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

from cel_expr_python import cel

from kevytasiointi.formflow.bindings import column_type, moment, names_of
from kevytasiointi.formflow.conditions.checked import Checked, checked
from kevytasiointi.formflow.spec import Form, Question, RepeatQuestion

ANSWERED: Final = "answered"
ROW: Final = "row"
TODAY: Final = "today"


class Answer(enum.Enum):
    YES = enum.auto()
    NO = enum.auto()


YES: Final = Answer.YES
NO: Final = Answer.NO


@dataclass(frozen=True, slots=True)
class Unknown:
    """It can't be said yet; `missing` names the answers that the condition asks for and that aren't there."""

    missing: frozenset[str]


Truth: TypeAlias = Answer | Unknown


class ConditionError(Exception):
    """The condition can't be compiled; the message is the library's."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    run: cel.Expression
    checked: Checked


class Conditions:
    """The conditions of one form; each is compiled when it is first asked for, in one environment."""

    def __init__(self, form: Form) -> None:
        self.variables: Final = _variables(form)
        self.answer_names: Final = frozenset(self.variables) - {TODAY}
        self._env: cel.Env | None = None
        self._compiled: dict[str, _Compiled] = {}

    def evaluate(self, expression: str, bindings: Mapping[str, Any]) -> Truth:
        try:
            compiled = self._compile(expression)
            # Only what is asked for: the library copies each value that it is given.
            asked = {name: bindings[name] for name in compiled.checked.variables if name in bindings}
            value = compiled.run.eval(data=asked)
        except (ConditionError, RuntimeError):
            # A stored form was checked when it was published. What fails all the same (the engine's budgets of
            # iterations and depth among it) leaves the question open.
            return Unknown(frozenset())
        if value.type() != cel.Type.BOOL:
            # An error comes back as a value, and its text would be true.
            return Unknown(compiled.checked.variables & self.variables.keys() - bindings.keys())
        return YES if value.value() else NO

    def references(self, expression: str) -> Checked:
        """What the expression refers to; `ConditionError` if it can't be compiled or isn't a yes or no."""
        compiled = self._compile(expression)
        if compiled.run.return_type() != cel.Type.BOOL:
            raise ConditionError(f"not yes or no: {compiled.run.return_type().name()}")
        return compiled.checked

    def _compile(self, expression: str) -> _Compiled:
        if expression not in self._compiled:
            if self._env is None:
                self._env = cel.NewEnv(variables=dict(self.variables), functions=[_DATE, _DAYS])
            try:
                compiled = self._env.compile(expression)
                self._compiled[expression] = _Compiled(compiled, checked(compiled.serialize()))
            except RuntimeError as error:
                raise ConditionError(str(error)) from error
        return self._compiled[expression]


def conditions_of(form: Form) -> Conditions:
    """The compiled conditions of a form, shared by all who walk it."""
    return _conditions(_ThisForm(form))


class _ThisForm:
    """A form as a key, the same only as itself: comparing two forms word by word takes longer than a walk."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ThisForm) and other.form is self.form

    def __hash__(self) -> int:
        return id(self.form)


@lru_cache(maxsize=128)
def _conditions(this: _ThisForm) -> Conditions:
    return Conditions(this.form)


def answered(question_id: str) -> str:
    """The name that tells whether a question has an answer."""
    return f"{ANSWERED}.{question_id}"


def in_row(name: str) -> str:
    """The name of an answer of the same row."""
    return f"{ROW}.{name}"


def _variables(form: Form) -> Mapping[str, cel.Type]:
    names: dict[str, cel.Type] = {TODAY: cel.Type.TIMESTAMP}
    for page in form.pages:
        for question in page.questions:
            names |= _of_group(question) if isinstance(question, RepeatQuestion) else names_of(question)
    answerable = (question.id for question in form.questions() if question.is_answered)
    return names | {answered(question_id): cel.Type.BOOL for question_id in answerable}


def _of_group(group: RepeatQuestion) -> Mapping[str, cel.Type]:
    names: dict[str, cel.Type] = {f"{group.id}.count": cel.Type.INT}
    for question in group.questions:
        names |= {in_row(name): of_type for name, of_type in names_of(question).items()}
        if of_type := column_type(question):
            names[column(group, question)] = of_type
    return names


def column(group: RepeatQuestion, question: Question) -> str:
    """The name of all rows' answers to a question, as a list."""
    return f"{group.id}.{question.id}"


def _days(count: int) -> dt.timedelta:
    return dt.timedelta(days=count)


_DATE: Final = cel.FunctionDecl(
    "date",
    [cel.Overload("date_string", return_type=cel.Type.TIMESTAMP, parameters=[cel.Type.STRING], impl=moment)],
)
_DAYS: Final = cel.FunctionDecl(
    "days",
    [cel.Overload("days_int", return_type=cel.Type.DURATION, parameters=[cel.Type.INT], impl=_days)],
)
