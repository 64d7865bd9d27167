"""What is wrong with the conditions of a form, in words for those who write forms."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kevytasiointi.formflow.conditions.checked import MAP_LITERAL, Argument, Call, Checked
from kevytasiointi.formflow.conditions.evaluation import ANSWERED, ROW, TODAY, ConditionError, conditions_of
from kevytasiointi.formflow.patterns import is_pattern
from kevytasiointi.formflow.spec import Form, ManyOfQuestion, OneOfQuestion, Page, Place, Question, RepeatQuestion
from kevytasiointi.formflow.values.days import is_day


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` is the path of keys and positions from the form to what is at fault."""

    place: Place
    message: str
    mend: str
    code: str = "condition"


@dataclass(frozen=True, slots=True)
class Site:
    """One condition, and the ids that may be asked for there: of earlier questions, and of earlier ones in the row."""

    place: Place
    owner: str
    expression: str
    earlier: frozenset[str]
    in_row: frozenset[str] = frozenset()


def condition_faults(form: Form) -> Iterator[Fault]:
    """Conditions that can't be compiled, aren't yes or no, or ask for what isn't answered before them."""
    for site in sites(form):
        try:
            found = conditions_of(form).references(site.expression)
        except ConditionError as error:
            message, mend = _explained(str(error), list(conditions_of(form).variables))
            yield Fault(site.place, f"the condition of “{site.owner}” {message}", mend)
        else:
            yield from _reference_faults(form, site, found)
            yield from _call_faults(site, found)
            yield from _option_faults(form, site, found)


def sites(form: Form) -> Iterator[Site]:
    """Every condition of the form in reading order."""
    earlier: frozenset[str] = frozenset()
    for number, page in enumerate(form.pages):
        place: Place = ("pages", number)
        if page.show_if:
            yield Site((*place, "show_if"), page.id, page.show_if, earlier)
        yield from _page_sites(page, place, earlier)
        earlier |= {question.id for question in page.questions}


def _page_sites(page: Page, place: Place, earlier: frozenset[str]) -> Iterator[Site]:
    for number, question in enumerate(page.questions):
        here: Place = (*place, "questions", number)
        yield from _question_sites(question, here, earlier)
        if isinstance(question, RepeatQuestion):
            in_row: frozenset[str] = frozenset()
            for inner_number, inner in enumerate(question.questions):
                yield from _question_sites(inner, (*here, "questions", inner_number), earlier, in_row)
                in_row |= {inner.id}
        earlier |= {question.id}


def _question_sites(
    question: Question, place: Place, earlier: frozenset[str], in_row: frozenset[str] = frozenset()
) -> Iterator[Site]:
    if question.show_if:
        yield Site((*place, "show_if"), question.id, question.show_if, earlier, in_row)
    if isinstance(question.required, str):
        yield Site((*place, "required"), question.id, question.required, earlier, in_row)


def _reference_faults(form: Form, site: Site, found: Checked) -> Iterator[Fault]:
    known = conditions_of(form).variables
    for name in sorted(found.variables & known.keys() - {TODAY}):
        asked = _question_named(name)
        may_ask = site.in_row if name.startswith(f"{ROW}.") else site.earlier | site.in_row
        if asked not in may_ask:
            yield _not_earlier(form, site, name, asked)


def _not_earlier(form: Form, site: Site, name: str, asked: str) -> Fault:
    asks = f"the condition of “{site.owner}” asks for “{name}”"
    group = form.group_of(asked)
    if group and form.group_of(site.owner) != group:
        mend = (
            f"Outside the group ask for all its rows: “{group.id}.{asked}” is a list, “{group.id}.count” their number."
        )
        return Fault(site.place, f"{asks}, but “{asked}” stands in a repeating group", mend, "reference")
    order = "is this same question" if asked == site.owner else "isn't answered before it"
    return Fault(
        site.place,
        f"{asks}, but “{asked}” {order}",
        "A condition may ask only for questions that stand before it. Move the question, or change the condition.",
        "reference",
    )


def _question_named(name: str) -> str:
    first, _, rest = name.partition(".")
    return rest.partition(".")[0] if first in (ROW, ANSWERED) else first


def asked_question(form: Form, name: str) -> str:
    """The id of the question that a name in a condition asks for; of a column, the question in the rows."""
    first, _, rest = name.partition(".")
    if isinstance(form.question(first), RepeatQuestion) and form.question(rest) is not None:
        return rest
    return _question_named(name)


@dataclass(frozen=True, slots=True)
class _Rule:
    is_broken: Callable[[tuple[Argument, ...]], bool]
    message: str
    mend: str


_DECIMALS: Final = _Rule(
    lambda arguments: any(argument.is_number for argument in arguments),
    "compares numbers with decimals by == or !=",
    "Decimals are seldom exactly equal. Use <, <=, > or >=.",
)
_NOT_USED: Final = _Rule(
    lambda _: True,
    "uses a part of the condition language that forms don't use",
    "Leave out dyn(), type() and { }. Compare answers with == and combine with && and ||.",
)
_CALL_RULES: Final[Mapping[str, _Rule]] = {
    "_==_": _DECIMALS,
    "_!=_": _DECIMALS,
    "dyn": _NOT_USED,
    "type": _NOT_USED,
    MAP_LITERAL: _NOT_USED,
    "date": _Rule(
        lambda arguments: any(argument.text is not None and not is_day(argument.text) for argument in arguments),
        "has a date that doesn't exist",
        'Write it as date("2026-01-31").',
    ),
    "matches": _Rule(
        lambda arguments: arguments[-1].text is not None and not is_pattern(arguments[-1].text),
        "has a pattern that can't be used",
        "Patterns are RE2: no lookahead, no back references, repetition at most {1000}.",
    ),
}


def _call_faults(site: Site, found: Checked) -> Iterator[Fault]:
    for call in dict.fromkeys(found.calls):
        if fault := _call_fault(site, call):
            yield fault


def _call_fault(site: Site, call: Call) -> Fault | None:
    rule = _CALL_RULES.get(call.function)
    if rule is None or not rule.is_broken(call.arguments):
        return None
    return Fault(site.place, f"the condition of “{site.owner}” {rule.message}", rule.mend)


_WITH_OPTIONS: Final = ("_==_", "_!=_", "@in")


def _option_faults(form: Form, site: Site, found: Checked) -> Iterator[Fault]:
    """Options that a condition asks for and the question doesn't have."""
    for call in found.calls:
        if call.function in _WITH_OPTIONS:
            names = [argument.variable for argument in call.arguments if argument.variable]
            texts = [text for argument in call.arguments for text in (*argument.texts, argument.text or "") if text]
            for name in names:
                question = form.question(_question_named(name))
                if isinstance(question, OneOfQuestion | ManyOfQuestion):
                    yield from _unknown_options(site, question, texts)


def _unknown_options(site: Site, question: OneOfQuestion | ManyOfQuestion, texts: list[str]) -> Iterator[Fault]:
    options = [option.id for option in question.options]
    for text in texts:
        if text not in options:
            near = difflib.get_close_matches(text, options, n=1)
            mend = f"Did you mean “{near[0]}”?" if near else f"Its options are: {', '.join(options)}."
            message = (
                f"the condition of “{site.owner}” asks for the option “{text}” of “{question.id}”, which doesn't exist"
            )
            yield Fault(site.place, message, mend, "option")


_UNDECLARED: Final = re.compile(r"undeclared reference to '([^']+)'")
_TYPES_DIFFER: Final = re.compile(r"found no matching overload for '([^']+)' applied to '\(?([^)']*)\)?'")
_PLACE: Final = re.compile(r"<input>:(\d+):(\d+)")
_LIKE_WITH_LIKE: Final = (
    'Compare like with like: text in quotes ("concert"), whole numbers as 3, decimals as 3.0, days as '
    'date("2026-01-31").'
)
_NOT_BOOL: Final = "not yes or no"
_TYPE_WORDS: Final = {
    "string": "text",
    "int": "a whole number",
    "double": "a number with decimals",
    "bool": "yes or no",
    "google.protobuf.Timestamp": "a day",
    "timestamp": "a day",
    "google.protobuf.Duration": "a length of time",
    "duration": "a length of time",
    "list(string)": "a list of choices",
    "null_type": "nothing (null)",
}


def _explained(error: str, known: list[str]) -> tuple[str, str]:
    at = _where(error)
    if error.startswith(_NOT_BOOL):
        return "isn't a yes or no", 'Compare the answer with something, for example: kind == "concert".'
    if undeclared := _UNDECLARED.search(error):
        return _unknown_name(undeclared[1], known)
    if differing := _TYPES_DIFFER.search(error):
        types = " and ".join(_TYPE_WORDS.get(one.strip(), one.strip()) for one in differing[2].split(","))
        operator = differing[1].strip("_@")
        return f"uses “{operator}” with {types}{at}", _LIKE_WITH_LIKE
    if "recursion" in error:
        return "is nested too deeply", "Write it shorter: at most some thirty brackets within each other."
    return (
        f"can't be read{at}",
        "Check brackets, quotes and signs. And is &&, or is ||, not is !, equal is ==.",
    )


def _unknown_name(name: str, known: list[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(name, known, n=1)
    mend = f"Did you mean “{near[0]}”?" if near else "Use the id of an earlier question of this form."
    return f"asks for “{name}”, which this form doesn't have", mend


def _where(error: str) -> str:
    place = _PLACE.search(error)
    return f" (at its character {place[2]})" if place else ""
