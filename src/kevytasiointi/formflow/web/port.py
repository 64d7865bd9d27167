"""What the step view asks of whoever keeps the answers, and where it leads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeAlias

from django.core.files.uploadedfile import UploadedFile

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers, Change
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.visit import Shown

Fields: TypeAlias = Mapping[str, Sequence[str]]
"""Name of an input → what it sent."""

STALE = "stale_sheet"
"""Code of the refusal by which `SheetPort.save` says that the sheet has changed since it was read."""


class SheetPort(Protocol):
    """One sheet as it was read at one moment. Saving goes through only if nobody has saved since."""

    @property
    def form(self) -> Form: ...

    @property
    def answers(self) -> Answers: ...

    @property
    def typed(self) -> Mapping[str, Mapping[str, list[str]]]:
        """What was typed but isn't an answer, by key and sub-field."""
        ...

    @property
    def files(self) -> Mapping[str, FileFact]:
        """Name and size of each attached file by its id."""
        ...

    @property
    def masked(self) -> Mapping[str, str]:
        """What may be shown of each sealed answer, by key."""
        ...

    @property
    def municipalities(self) -> Mapping[str, Text]:
        """Code → name, of those that can be chosen."""
        ...

    @property
    def kept(self) -> Fields | None:
        """What was typed on this page when the session ended, if it was kept for this person."""
        ...

    def save(self, change: Change) -> Self:
        """Store it; the sheet as it is then. A `Refusal` with the code `STALE` if it has been saved to since it was read."""
        ...

    def attach(self, shown: Shown, uploaded: "UploadedFile[bytes]") -> None:
        """Add a file to the answer of an attachment question; a `Refusal` that `explain` can put in words."""
        ...

    def detach(self, shown: Shown, file_id: str) -> None: ...

    def explain(self, refusal: Refusal) -> str: ...

    def refreshed(self) -> Self:
        """The sheet as it is now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StepUrls:
    step: Callable[[str], str]
    """Page id → address."""
    after: str
    """What follows the last page: checking the answers."""
    away: str
    """Where "save and continue later" leads."""
    file: Callable[[str], str] | None = None
    """File id → address, where an attached file can be opened."""
