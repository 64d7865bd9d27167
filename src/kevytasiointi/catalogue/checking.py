"""What there is to say about a folder of definitions: errors that stop its loading, and advice to its authors."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kevytasiointi.catalogue.definition import BundleDefinition, FormDefinition, ProcedureDefinition
from kevytasiointi.catalogue.folder import BUNDLES, FORMS, PROCEDURES, Definitions, read_folder
from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.formflow.lint import lint
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.yaml import Document, compose

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
        kind = "error" if self.is_error else "advice"
        return f"{self.file}:{self.line}: {kind}: {self.message}. {self.mend}"


def remarks_on(folder: Path) -> tuple[Remark, ...]:
    """Everything that is wrong in the folder, or if nothing is, what its authors should look at."""
    try:
        definitions = read_folder(folder)
    except DefinitionErrors as errors:
        return tuple(Remark(e.file, e.line, e.message, e.mend, is_error=True) for e in errors.errors)
    return tuple(_advice(folder, definitions))


def _advice(folder: Path, definitions: Definitions) -> Iterator[Remark]:
    for bundle in definitions.bundles:
        file = f"{BUNDLES}/{bundle.id}.yaml"
        yield from _untranslated(bundle, file, _document(folder, file))
    for procedure in definitions.procedures:
        file = f"{PROCEDURES}/{procedure.id}.yaml"
        document = _document(folder, file)
        yield from _untranslated(procedure, file, document)
        yield from _findings(procedure.form, file, document, ())
    for form in definitions.forms:
        file = f"{FORMS}/{form.id}.yaml"
        document = _document(folder, file)
        yield from _untranslated(form, file, document)
        yield from _findings(form.form, file, document, _OF_NO_LAW)


def _findings(form: Form, file: str, document: Document, left_out: Collection[str]) -> Iterator[Remark]:
    for finding in lint(form):
        if finding.code not in left_out:
            line = document.line(("form", *finding.place))
            yield Remark(file, line, finding.message, finding.mend, finding.is_error)


def _document(folder: Path, file: str) -> Document:
    return compose((folder / file).read_bytes(), file=file)


def _untranslated(
    definition: ProcedureDefinition | BundleDefinition | FormDefinition, file: str, document: Document
) -> Iterator[Remark]:
    """Shared content is in all languages of the service; what a form lacks is said by its own lint."""
    for name in type(definition).model_fields:
        text = getattr(definition, name)
        for language in LANGUAGES if isinstance(text, Text) else ():
            if language not in text:
                message = f"{name} has no text in “{language}”"
                yield Remark(file, document.line((name,)), message, f"Add {language}:.", is_error=False)
