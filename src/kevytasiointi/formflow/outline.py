"""The whole form at once, in one language: every question with its help, its choices and when it is asked.

What a form looks like before anybody has answered it. The blank paper form and the catalogue's page are made of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.display import NO_TEXT, YES_TEXT
from kevytasiointi.formflow.parts import ORGANISATION_KINDS, part_label
from kevytasiointi.formflow.spec import (
    DeclarationQuestion,
    Form,
    InformationQuestion,
    ManyOfQuestion,
    OneOfQuestion,
    Page,
    Question,
    RepeatQuestion,
    YesNoQuestion,
)
from kevytasiointi.formflow.values import parts_of
from kevytasiointi.formflow.wording import Teller


class Room(StrEnum):
    """What room an answer needs on paper."""

    LINE = "line"
    SHORT = "short"
    LINES = "lines"
    PARTS = "parts"
    BOXES = "boxes"
    ENCLOSED = "enclosed"
    """A box to tick when the attachment is enclosed."""
    TICK = "tick"
    """One box beside what is declared."""
    NONE = "none"
    """Text that only informs."""
    GROUP = "group"
    """Questions that are answered as many times as needed."""


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a composite answer; one of an organisation has choices instead."""

    label: str
    choices: Sequence[Choice] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question. `condition` says when to answer it, `note` how; both are whole sentences or empty."""

    id: str
    number: str
    """Empty for text that only informs."""
    label: str
    help: str
    text: str
    """What is informed or declared."""
    condition: str
    note: str
    note_says_when: bool
    """The note tells when it must be answered."""
    is_optional: bool
    room: Room
    choices: Sequence[Choice] = ()
    parts: Sequence[Part] = ()
    unit: str = ""
    items: Sequence["Item"] = ()
    row_label: str = ""
    """What one answer to a group is called."""
    copies: int = 1
    """How many times a group is printed."""


@dataclass(frozen=True, slots=True)
class OutlinePage:
    id: str
    title: str
    intro: str
    condition: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attachment in the list of what to send along; `condition` as in its question."""

    number: str
    label: str
    condition: str
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Outline:
    pages: Sequence[OutlinePage]

    def items(self) -> Iterator[Item]:
        """Every question in reading order, also those inside groups."""
        for page in self.pages:
            for item in page.items:
                yield item
                yield from item.items

    def enclosures(self) -> list[Enclosure]:
        return [
            Enclosure(item.number, item.label, item.condition, item.is_optional)
            for item in self.items()
            if item.room is Room.ENCLOSED
        ]


_IF: Final = Text(fi="Vastaa, jos {when}.", sv="Svara om {when}.", en="Answer if {when}.")
_IF_ASKED: Final = Text(
    fi="Vastaa vain, jos tätä pyydetään.", sv="Svara bara om detta begärs.", en="Answer only if this is asked for."
)
_PAGE_IF: Final = Text(
    fi="Täytä tämä osa, jos {when}.", sv="Fyll i den här delen om {when}.", en="Fill in this part if {when}."
)
_PAGE_IF_ASKED: Final = Text(
    fi="Täytä tämä osa vain, jos sitä pyydetään.",
    sv="Fyll i den här delen bara om den begärs.",
    en="Fill in this part only if it is asked for.",
)
_MUST_IF: Final = Text(
    fi="Tähän on vastattava, jos {when}.", sv="Detta måste besvaras om {when}.", en="This must be answered if {when}."
)
_ONE: Final = Text(fi="Valitse yksi.", sv="Välj ett alternativ.", en="Choose one.")
_MANY: Final = Text(fi="Voit valita useita.", sv="Du kan välja flera alternativ.", en="You can choose more than one.")
_AT_MOST: Final = Text(fi="Valitse enintään {n}.", sv="Välj högst {n}.", en="Choose at most {n}.")
_DAY: Final = Text(fi="Päivä, kuukausi ja vuosi.", sv="Dag, månad och år.", en="Day, month and year.")
_REPEATED: Final = Text(
    fi="Vastaa jokaisesta erikseen. Jos tila ei riitä, jatka erillisellä paperilla.",
    sv="Svara separat för var och en. Om utrymmet inte räcker kan du fortsätta på ett separat papper.",
    en="Answer for each separately. If there is not enough room, go on on a separate sheet.",
)

_FEW_INNER: Final = 6
_ROOMS: Final[Mapping[str, Room]] = {
    "integer": Room.SHORT,
    "decimal": Room.SHORT,
    "money": Room.SHORT,
    "date": Room.SHORT,
    "time": Room.SHORT,
    "identity_code": Room.SHORT,
    "property_id": Room.SHORT,
    "phone": Room.SHORT,
    "long_text": Room.LINES,
    "yes_no": Room.BOXES,
    "one_of": Room.BOXES,
    "many_of": Room.BOXES,
    "attachment": Room.ENCLOSED,
    "declaration": Room.TICK,
    "information": Room.NONE,
    "repeat": Room.GROUP,
    **dict.fromkeys(("person", "organisation", "address", "period", "date_range"), Room.PARTS),
}
"""Types with a room other than one line."""


def outline(form: Form, language: str) -> Outline:
    """Numbers run through the whole form, so that conditions can name questions by them."""
    return _Drawer(form, language).whole()


def _numbers(form: Form) -> Mapping[str, str]:
    numbers: dict[str, str] = {}
    count = 0
    for page in form.pages:
        for question in page.questions:
            if not question.is_answered:
                continue
            count += 1
            numbers[question.id] = str(count)
            inner = question.questions if isinstance(question, RepeatQuestion) else ()
            answered = (one for one in inner if one.is_answered)
            numbers.update({one.id: f"{count}.{n}" for n, one in enumerate(answered, start=1)})
    return numbers


class _Drawer:
    def __init__(self, form: Form, language: str) -> None:
        self._form = form
        self._language = language
        self._numbers = _numbers(form)
        self._tell = Teller(form, self._numbers, language)

    def whole(self) -> Outline:
        return Outline([self._page(page) for page in self._form.pages])

    def _page(self, page: Page) -> OutlinePage:
        return OutlinePage(
            page.id,
            self._said(page.title),
            self._said(page.intro),
            self._when(page.show_if, _PAGE_IF, _PAGE_IF_ASKED),
            [self._item(question) for question in page.questions],
        )

    def _item(self, question: Question) -> Item:
        inner = question.questions if isinstance(question, RepeatQuestion) else ()
        return Item(
            id=question.id,
            number=self._numbers.get(question.id, ""),
            label=self._said(question.label),
            help=self._said(question.help),
            text=self._said(question.text) if isinstance(question, InformationQuestion | DeclarationQuestion) else "",
            condition=self._when(question.show_if, _IF, _IF_ASKED),
            note=" ".join(filter(None, [self._note(question), self._must(question)])),
            note_says_when=bool(self._must(question)),
            is_optional=question.is_answered and question.required is not True,
            room=_ROOMS.get(question.type, Room.LINE),
            choices=self._choices(question),
            parts=self._parts(question),
            unit="€" if question.type == "money" else self._said(getattr(question, "unit", None)),
            items=[self._item(one) for one in inner],
            row_label=self._said(question.row_label) if isinstance(question, RepeatQuestion) else "",
            copies=2 if 0 < len(inner) <= _FEW_INNER else 1,
        )

    def _when(self, expression: str | None, words: Text, otherwise: Text) -> str:
        if expression is None:
            return ""
        when = self._tell(expression)
        return self._said(words).format(when=when) if when else self._said(otherwise)

    def _must(self, question: Question) -> str:
        when = self._tell(question.required) if isinstance(question.required, str) else None
        return self._said(_MUST_IF).format(when=when) if when else ""

    def _note(self, question: Question) -> str:
        if isinstance(question, OneOfQuestion | YesNoQuestion):
            return self._said(_ONE)
        if isinstance(question, ManyOfQuestion):
            return self._said(_AT_MOST).format(n=question.max) if question.max else self._said(_MANY)
        if isinstance(question, RepeatQuestion):
            return self._said(_REPEATED)
        return self._said(_DAY) if question.type in {"date", "date_range"} else ""

    def _choices(self, question: Question) -> list[Choice]:
        if isinstance(question, YesNoQuestion):
            return [Choice(self._said(text)) for text in (YES_TEXT, NO_TEXT)]
        if not isinstance(question, OneOfQuestion | ManyOfQuestion):
            return []
        choices = [Choice(self._said(option.label), self._said(option.help)) for option in question.options]
        none_label = question.none_label if isinstance(question, ManyOfQuestion) else None
        return [*choices, Choice(self._said(none_label))] if none_label else choices

    def _parts(self, question: Question) -> list[Part]:
        if _ROOMS.get(question.type) is not Room.PARTS:
            return []
        kinds = [Choice(self._said(text)) for text in ORGANISATION_KINDS.values()]
        return [
            Part(self._said(part_label(question, part)), kinds if part == "kind" else ()) for part in parts_of(question)
        ]

    def _said(self, text: Text | None) -> str:
        return text.in_language(self._language) if text else ""
