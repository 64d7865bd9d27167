"""A condition in plain words, for paper: `"fire" in arrangements` → you chose “Open fire” in question 12.

Only the shapes that people understand at once are put into words; of any other the answer is None, and the reader
is told to answer if asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.spec import Form, ManyOfQuestion, OneOfQuestion, Question, YesNoQuestion
from kevytasiointi.formflow.written import written_number

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\])*"|'(?:[^'\\])*')|(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z_][a-z0-9_.]*)"""
    r"""|(?P<sign>&&|\|\||==|!=|>=|<=|[<>!()\[\],]))"""
)
_NUMBERS: Final = frozenset({"integer", "decimal", "money"})

Said: TypeAlias = str


@dataclass(frozen=True, slots=True)
class _Chosen:
    """That some of these options are chosen in the question; with `holds` false, that none is."""

    question: str
    ids: tuple[str, ...]
    holds: bool


_Part: TypeAlias = Said | _Chosen


class TooComplex(Exception):  # noqa: N818 - not a fault: the reader is told otherwise
    """No plain words for this one."""


_YES: Final = Text(
    fi="vastasit kohtaan {n} Kyllä", sv="du svarade Ja på punkt {n}", en="you answered Yes to question {n}"
)
_NO: Final = Text(fi="vastasit kohtaan {n} Ei", sv="du svarade Nej på punkt {n}", en="you answered No to question {n}")
_GIVEN: Final = Text(fi="vastasit kohtaan {n}", sv="du besvarade punkt {n}", en="you answered question {n}")
_EMPTY: Final = Text(fi="jätit kohdan {n} tyhjäksi", sv="du lämnade punkt {n} tom", en="you left question {n} empty")
_CHOSEN: Final = Text(
    fi="valitsit kohdassa {n} {what}", sv="du valde {what} i punkt {n}", en="you chose {what} in question {n}"
)
_NOT_CHOSEN: Final = Text(
    fi="et valinnut kohdassa {n} {what}",
    sv="du inte valde {what} i punkt {n}",
    en="you did not choose {what} in question {n}",
)
_COMPARED: Final[Mapping[str, Text]] = {
    ">": Text(
        fi="kohdan {n} luku on suurempi kuin {what}",
        sv="talet i punkt {n} är större än {what}",
        en="the number in question {n} is more than {what}",
    ),
    ">=": Text(
        fi="kohdan {n} luku on vähintään {what}",
        sv="talet i punkt {n} är minst {what}",
        en="the number in question {n} is {what} or more",
    ),
    "<": Text(
        fi="kohdan {n} luku on pienempi kuin {what}",
        sv="talet i punkt {n} är mindre än {what}",
        en="the number in question {n} is less than {what}",
    ),
    "<=": Text(
        fi="kohdan {n} luku on enintään {what}",
        sv="talet i punkt {n} är högst {what}",
        en="the number in question {n} is {what} or less",
    ),
    "==": Text(
        fi="kohdan {n} luku on {what}", sv="talet i punkt {n} är {what}", en="the number in question {n} is {what}"
    ),
}
_AND: Final = Text(fi="ja", sv="och", en="and")
_OR: Final = Text(fi="tai", sv="eller", en="or")
_QUOTES: Final[Mapping[str, tuple[str, str]]] = {"en": ("“", "”")}
_QUOTES_OTHERWISE: Final = ("”", "”")


@dataclass(frozen=True, slots=True)
class Teller:
    """Says conditions of `form` in `language`; `numbers` are those the questions have on paper."""

    form: Form
    numbers: Mapping[str, str]
    language: str

    def __call__(self, expression: str) -> Said | None:
        """When it holds, to stand after “if”; None when there are no plain words for it."""
        try:
            return _Reader(self, _tokens(expression)).whole()
        except TooComplex:
            return None

    def question(self, name: str) -> tuple[Question, str]:
        bare = name.removeprefix("row.")
        question, number = self.form.question(bare), self.numbers.get(bare)
        if question is None or number is None:
            raise TooComplex
        return question, number

    def say(self, words: Text, number: str, what: str = "") -> Said:
        return words.in_language(self.language).format(n=number, what=what)

    def joined(self, parts: list[Said], word: Text) -> Said:
        joint = f" {word.in_language(self.language)} "
        return joint.join(filter(None, [", ".join(parts[:-1]), parts[-1]]))

    def options(self, question: Question, ids: list[str]) -> str:
        if not isinstance(question, OneOfQuestion | ManyOfQuestion):
            raise TooComplex
        labels = {option.id: option.label.in_language(self.language) for option in question.options}
        if not ids or any(one not in labels for one in ids):
            raise TooComplex
        before, after = _QUOTES.get(self.language, _QUOTES_OTHERWISE)
        return self.joined([f"{before}{labels[one]}{after}" for one in ids], _OR)


Token: TypeAlias = tuple[str, str]
_END: Final[Token] = ("end", "")


def _tokens(expression: str) -> list[Token]:
    found: list[Token] = []
    at, text = 0, expression.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise TooComplex
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class _Reader:
    """Reads the few shapes by descent: one level of “and” or “or” over single comparisons."""

    def __init__(self, teller: Teller, tokens: list[Token]) -> None:
        self._tell = teller
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Said:
        parts: list[_Part] = [self._single()]
        joint = self._peek()
        while self._peek()[1] in {"&&", "||"}:
            if self._next() != joint:
                raise TooComplex  # a mixture needs brackets, which words haven't
            parts.append(self._single())
        if self._peek() != _END:
            raise TooComplex
        is_and = joint[1] == "&&"
        said = [self._said(part) for part in _together(parts, holds=not is_and)]
        return self._tell.joined(said, _AND if is_and else _OR)

    def _said(self, part: _Part) -> Said:
        if isinstance(part, str):
            return part
        question, number = self._tell.question(part.question)
        what = self._tell.options(question, list(part.ids))
        return self._tell.say(_CHOSEN if part.holds else _NOT_CHOSEN, number, what)

    def _single(self) -> _Part:
        if self._takes("("):
            inner = self._single()
            self._expect(")")
            return inner
        if self._takes("!"):
            return self._negated()
        kind, written = self._next()
        if kind == "text":
            self._expect("in")
            return _Chosen(self._name(), (_bare(written),), holds=True)
        if kind == "name":
            return self._about(written)
        raise TooComplex

    def _negated(self) -> _Part:
        if self._takes("("):
            inner = self._inside_not()
            self._expect(")")
            return inner
        return self._named(self._name(), holds=False)

    def _inside_not(self) -> _Part:
        kind, written = self._next()
        if kind != "text":
            raise TooComplex
        self._expect("in")
        return _Chosen(self._name(), (_bare(written),), holds=False)

    def _about(self, name: str) -> _Part:
        """What follows a name: nothing, a comparison, or `in` a list."""
        sign = self._peek()[1]
        if sign == "in":
            self._next()
            return _Chosen(name, tuple(self._list()), holds=True)
        if sign in {"==", "!=", *_COMPARED}:
            self._next()
            return self._compared(name, sign)
        return self._named(name, holds=True)

    def _named(self, name: str, *, holds: bool) -> Said:
        if name.startswith("answered."):
            question, number = self._tell.question(name.removeprefix("answered."))
            return self._tell.say(_GIVEN if holds else _EMPTY, number)
        question, number = self._tell.question(name)
        if not isinstance(question, YesNoQuestion):
            raise TooComplex
        return self._tell.say(_YES if holds else _NO, number)

    def _compared(self, name: str, sign: str) -> _Part:
        kind, written = self._next()
        if kind == "text":
            return _Chosen(name, (_bare(written),), _equal(sign))
        if written in {"true", "false"}:
            return self._named(name, holds=_equal(sign) == (written == "true"))
        question, number = self._tell.question(name)
        if kind != "number" or question.type not in _NUMBERS or sign not in _COMPARED:
            raise TooComplex
        return self._tell.say(_COMPARED[sign], number, _in_digits(written, self._tell.language))

    def _list(self) -> list[str]:
        self._expect("[")
        found = []
        while not self._takes("]"):
            kind, written = self._next()
            if kind != "text":
                raise TooComplex
            found.append(_bare(written))
            self._takes(",")
        return found

    def _name(self) -> str:
        kind, written = self._next()
        if kind != "name":
            raise TooComplex
        return written

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _takes(self, written: str) -> bool:
        is_there = self._peek()[1] == written
        self._at += is_there
        return is_there

    def _expect(self, written: str) -> None:
        if not self._takes(written):
            raise TooComplex


def _together(parts: list[_Part], *, holds: bool) -> list[_Part]:
    """Options of one question said in one breath: “or” joins what is chosen, “and” what is not."""
    found: list[_Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, _Chosen) and isinstance(last, _Chosen) and _alike(last, part, holds=holds):
            found[-1] = _Chosen(part.question, last.ids + part.ids, holds)
        else:
            found.append(part)
    return found


def _alike(one: _Chosen, other: _Chosen, *, holds: bool) -> bool:
    return one.question == other.question and one.holds is holds and other.holds is holds


def _bare(text: str) -> str:
    return text[1:-1]


def _equal(sign: str) -> bool:
    if sign not in {"==", "!="}:
        raise TooComplex
    return sign == "=="


def _in_digits(written: str, language: str) -> str:
    return written_number(Decimal(written) if "." in written else int(written), language)
