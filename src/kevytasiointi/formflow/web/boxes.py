"""What the templates of a step show: one frozen object for each question, its inputs and choices."""

from collections.abc import Sequence
from dataclasses import dataclass

from kevytasiointi.formflow.sheet import FileFact


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    value: str
    label: str
    help: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One text input or list of choices. `described_by` names the elements that explain it."""

    name: str
    label: str
    value: str
    type: str
    inputmode: str
    autocomplete: str
    size: str
    hint: str
    spellcheck: bool
    is_wrong: bool
    is_required: bool
    described_by: str
    choices: Sequence[Choice] = ()

    @property
    def hint_id(self) -> str:
        return f"{self.name}-hint"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    id: str
    fact: FileFact
    address: str


@dataclass(frozen=True, slots=True)
class RowBox:
    id: str
    field_id: str
    label: str
    slots: Sequence["Slot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A question as it stands on the page."""

    key: str
    name: str
    field_id: str
    template: str
    is_group: bool
    label: str
    help: str
    hint: str
    text: str
    """Body of an information or a declaration."""
    why: str
    is_optional: bool
    is_required: bool
    error: str
    target: str
    """Id of the element to which the error summary leads."""
    described_by: str
    theirs: str
    """What another window has stored meanwhile, when it differs."""
    inputs: Sequence[Input] = ()
    choices: Sequence[Choice] = ()
    is_many: bool = False
    is_pair: bool = False
    unit: str = ""
    limit: int = 0
    """Most characters there may be; 0 = not told."""
    masked: str = ""
    files: Sequence[AttachedFile] = ()
    accept: str = ""
    files_told: str = ""
    may_add: bool = True
    rows: Sequence[RowBox] = ()
    row_label: str = ""
    rows_name: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a question on its page; empty while the answers before it don't call for it."""

    id: str
    key: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """One line of the error summary."""

    target: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StepLink:
    label: str
    state: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    title: str
    intro: str
    slots: Sequence[Slot]
    problems: Sequence[Complaint]
    steps: Sequence[StepLink]
    number: int
    before: str
    """Address of the step before; empty on the first."""
    away: str
    seen: str
    order: int
    """Number of the last save that this page knows of; the next ones are greater."""
    returns: bool
    """Whether "continue" leads back to the check page rather than to the next step."""
    is_clash: bool = False
    asks_more: bool = False
    was_kept: bool = False
