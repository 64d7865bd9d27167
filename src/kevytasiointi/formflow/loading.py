"""Reads a definition file: strictly, and with errors for those who write forms."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from kevytasiointi.formflow.conditions import condition_faults
from kevytasiointi.formflow.refusing import DefinitionError, DefinitionErrors
from kevytasiointi.formflow.spec import Form, Place, Vocabulary
from kevytasiointi.formflow.validation import explained
from kevytasiointi.formflow.yaml import Document, compose

__all__ = ["DefinitionError", "DefinitionErrors", "read"]

M = TypeVar("M", bound=BaseModel)


def read(text: str | bytes, *, file: str, model: type[M], vocabulary: Vocabulary | None = None) -> M:
    """The definition in `text`, or `DefinitionErrors` naming line and mend of each error.

    `shared:` questions take their facts from `vocabulary`. Conditions are compiled and may ask for earlier questions
    only. `file` is only named in errors.
    """
    document = compose(text, file=file)
    try:
        found = model.model_validate(document.data, context={"vocabulary": vocabulary})
    except ValidationError as error:
        raise DefinitionErrors(explained(error, document, file=file)) from None
    faults = tuple(_condition_errors(found, document, file))
    if faults:
        raise DefinitionErrors(faults)
    return found


def _condition_errors(found: BaseModel, document: Document, file: str) -> Iterator[DefinitionError]:
    for place, form in _forms_in(found):
        for fault in condition_faults(form):
            yield DefinitionError(file, document.line((*place, *fault.place)), fault.message, fault.mend)


def _forms_in(found: BaseModel) -> Iterator[tuple[Place, Form]]:
    if isinstance(found, Form):
        yield (), found
        return
    for name in type(found).model_fields:
        value = getattr(found, name)
        if isinstance(value, Form):
            yield (name,), value
