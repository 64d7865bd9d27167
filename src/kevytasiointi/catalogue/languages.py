"""In which languages a procedure can be used."""

from collections.abc import Iterator

from pydantic import BaseModel

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import LANGUAGES, Text


def complete_languages(definition: ProcedureDefinition) -> tuple[str, ...]:
    """The languages in which every text of the procedure and its form is written, those of the pages first."""
    texts = list(_texts(definition))
    known = dict.fromkeys(language for text in texts for language in text)
    complete = [language for language in known if all(language in text for text in texts)]
    return tuple(sorted(complete, key=_order))


def _order(language: str) -> tuple[int, str]:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
