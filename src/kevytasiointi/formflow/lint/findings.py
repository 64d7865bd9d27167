"""What is said to those who write forms: what is the matter, where, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from kevytasiointi.formflow.spec import Place


class Severity(StrEnum):
    ERROR = "error"
    """It can't be published so."""
    WARNING = "warning"
    """It can; the author should look at it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the rule and `place` the path of keys and positions to what it is about."""

    code: str
    place: Place
    message: str
    mend: str
    severity: Severity = Severity.WARNING

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR
