"""What there is to say about a folder of definitions: errors that stop its loading, and advice to its authors."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kevytasiointi.catalogue.folder import (
    BUNDLES,
    ELSEWHERE,
    FORMS,
    PROCEDURES,
    STATUSES,
    VOCABULARY,
    Definitions,
    read_folder,
)
from kevytasiointi.formflow.lint import Finding, lint, lint_texts
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.formflow.yaml import compose

_OF_NO_LAW: Final[Collection[str]] = ("purpose",)
"""What the service asks for itself rests on no provision of a procedure."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend, or (not `is_error`) to look at."""

    file: str
    line: int
    message: str
    mend: str
    is_error: bool

    def __str__(self) -> str:
        kind = "error" if self.is_error else "warning"
        return f"{self.file}:{self.line}: {kind}: {self.message}. {self.mend}"


def remarks_on(folder: Path, *, today: dt.date) -> tuple[Remark, ...]:
    """Everything that is wrong in the folder, or if nothing keeps it from being read, what its authors should look at."""
    try:
        definitions = read_folder(folder)
    except DefinitionErrors as errors:
        return tuple(Remark(e.file, e.line, e.message, e.mend, is_error=True) for e in errors.errors)
    return tuple(_advice(folder, definitions, today))


def _advice(folder: Path, definitions: Definitions, today: dt.date) -> Iterator[Remark]:
    yield from _remarks(folder, VOCABULARY, lint_texts(definitions.vocabulary))
    yield from _remarks(folder, STATUSES, lint_texts(definitions.statuses))
    for bundle in definitions.bundles:
        yield from _remarks(folder, f"{BUNDLES}/{bundle.id}.yaml", lint_texts(bundle))
    for procedure in definitions.procedures:
        file = f"{PROCEDURES}/{procedure.id}.yaml"
        yield from _remarks(folder, file, lint_texts(procedure, besides=("form",)))
        yield from _remarks(folder, file, lint(procedure.form, today=today), inside="form")
    for form in definitions.forms:
        file = f"{FORMS}/{form.id}.yaml"
        found = [each for each in lint(form.form, today=today) if each.code not in _OF_NO_LAW]
        yield from _remarks(folder, file, lint_texts(form, besides=("form",)))
        yield from _remarks(folder, file, found, inside="form")
    for entry in definitions.elsewhere:
        yield from _remarks(folder, f"{ELSEWHERE}/{entry.id}.yaml", lint_texts(entry))


def _remarks(folder: Path, file: str, findings: Iterable[Finding], *, inside: str = "") -> Iterator[Remark]:
    """The findings with their lines. What a form only takes from the vocabulary is said there, once."""
    document = compose((folder / file).read_bytes(), file=file)
    for finding in findings:
        place = (inside, *finding.place) if inside else finding.place
        if place in document.lines or place[:-1] in document.lines:
            yield Remark(file, document.line(place), finding.message, finding.mend, finding.is_error)
