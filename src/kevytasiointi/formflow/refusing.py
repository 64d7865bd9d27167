"""What is said about a definition that can't be used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DefinitionError:
    """One thing to mend in a file; `line` counts from 1."""

    file: str
    line: int
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}. {self.mend}"


class DefinitionErrors(Exception):  # noqa: N818 - several at once
    """The definition can't be used; all that was found wrong with it, in the order of lines."""

    def __init__(self, errors: tuple[DefinitionError, ...]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: error.line))
        super().__init__("\n".join(str(error) for error in self.errors))
