"""The folder of definitions: its files read together, and checked against each other. No database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from django.conf import settings

from kevytasiointi.catalogue.definition import (
    BundleDefinition,
    ElsewhereDefinition,
    FormDefinition,
    ProcedureDefinition,
    ProcedureFacts,
    StatusesDefinition,
)
from kevytasiointi.formflow.loading import DefinitionError, DefinitionErrors, read
from kevytasiointi.formflow.spec import Definition, Vocabulary

D = TypeVar("D", bound=Definition)

FOLDER: Final = settings.BASE_DIR / "definitions"
"""The shared content that comes with the service."""

VOCABULARY: Final = "vocabulary.yaml"
STATUSES: Final = "statuses.yaml"
BUNDLES: Final = "bundles"
PROCEDURES: Final = "procedures"
ELSEWHERE: Final = "elsewhere"
FORMS: Final = "forms"
"""Forms that are no procedure's."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a folder says. Its files of one kind are in the order of their names."""

    vocabulary: Vocabulary
    statuses: StatusesDefinition
    bundles: tuple[BundleDefinition, ...]
    procedures: tuple[ProcedureDefinition, ...]
    elsewhere: tuple[ElsewhereDefinition, ...] = ()
    forms: tuple[FormDefinition, ...] = ()


@dataclass(slots=True)
class _Reading:
    folder: Path
    errors: list[DefinitionError] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def read(self, file: str, model: type[D], vocabulary: Vocabulary | None = None) -> D | None:
        """The definition in the file; what is wrong with it is added to the errors."""
        try:
            content = (self.folder / file).read_bytes()
        except FileNotFoundError:
            self.errors.append(DefinitionError(file, 1, "the file is missing", "Put it back, or check the folder."))
            return None
        try:
            found = read(content, file=file, model=model, vocabulary=vocabulary)
        except DefinitionErrors as errors:
            self.errors.extend(errors.errors)
            return None
        self.texts[file] = content.decode("utf-8-sig")
        return found

    def read_all(self, part: str, model: type[D], vocabulary: Vocabulary | None = None) -> dict[str, D]:
        files = sorted(path.relative_to(self.folder).as_posix() for path in (self.folder / part).glob("*.yaml"))
        return {file: found for file in files if (found := self.read(file, model, vocabulary)) is not None}

    def complain(self, file: str, key: str, message: str, mend: str) -> None:
        """Add an error at the line on which the top-level `key` begins."""
        lines = self.texts[file].splitlines()
        line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
        self.errors.append(DefinitionError(file, line, message, mend))


def read_folder(folder: Path) -> Definitions:
    """All definitions, or `DefinitionErrors` with everything that is wrong in any file."""
    reading = _Reading(folder)
    vocabulary = reading.read(VOCABULARY, Vocabulary)
    statuses = reading.read(STATUSES, StatusesDefinition)
    bundles = reading.read_all(BUNDLES, BundleDefinition)
    # Without the vocabulary every shared question would be an error that says nothing new.
    procedures = reading.read_all(PROCEDURES, ProcedureDefinition, vocabulary) if vocabulary else {}
    elsewhere = reading.read_all(ELSEWHERE, ElsewhereDefinition)
    forms = reading.read_all(FORMS, FormDefinition, vocabulary) if vocabulary else {}
    facts: dict[str, ProcedureFacts] = {**procedures, **elsewhere}
    _check_names(reading, {**bundles, **facts, **forms})
    _check_places(reading, elsewhere, {procedure.id for procedure in procedures.values()})
    _check_bundles(reading, facts, {bundle.id for bundle in bundles.values()})
    if statuses is not None:
        for file, procedure in procedures.items():
            _check_outcomes(reading, file, procedure, statuses)
    if reading.errors or vocabulary is None or statuses is None:
        raise DefinitionErrors(tuple(sorted(reading.errors, key=lambda error: (error.file, error.line))))
    return Definitions(
        vocabulary,
        statuses,
        tuple(bundles.values()),
        tuple(procedures.values()),
        tuple(elsewhere.values()),
        tuple(forms.values()),
    )


def definition_files(folder: Path) -> Iterator[Path]:
    """Every definition file of the folder, in order."""
    yield from sorted(folder.rglob("*.yaml"))


def _check_names(reading: _Reading, those: Mapping[str, BundleDefinition | ProcedureFacts | FormDefinition]) -> None:
    for file, definition in those.items():
        if Path(file).stem != definition.id:
            reading.complain(
                file,
                "id",
                f"the id is “{definition.id}”, but the file is called {Path(file).name}",
                f"Call the file {definition.id}.yaml. An id that has been published is never changed.",
            )


def _check_places(reading: _Reading, elsewhere: Mapping[str, ElsewhereDefinition], done_here: Iterable[str]) -> None:
    for file, definition in elsewhere.items():
        if definition.id in done_here:
            message = f"“{definition.id}” has a form in {PROCEDURES}/ too"
            reading.complain(file, "id", message, "It is done either here or elsewhere: remove one of the files.")


def _check_bundles(reading: _Reading, those: Mapping[str, ProcedureFacts], known: Iterable[str]) -> None:
    for file, procedure in those.items():
        for bundle in procedure.bundles:
            if bundle not in known:
                reading.complain(file, "bundles", f"there is no bundle “{bundle}”", f"Add {BUNDLES}/{bundle}.yaml.")


def _check_outcomes(reading: _Reading, file: str, procedure: ProcedureDefinition, statuses: StatusesDefinition) -> None:
    for outcome in procedure.outcomes:
        words = statuses.outcomes.get(outcome)
        if words is None:
            message, mend = f"there is no outcome “{outcome}”", f"Check the spelling, or add it to {STATUSES}."
        elif procedure.kind not in words.kinds:
            message = f"the outcome “{outcome}” isn't one of a {procedure.kind.replace('_', ' ')}"
            mend = f"Choose another, or add the kind to the outcome in {STATUSES}."
        else:
            continue
        reading.complain(file, "outcomes", message, mend)
