"""Addresses, people and organisations: answers of several parts."""

from collections.abc import Callable, Mapping
from typing import Final

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.parts import ORGANISATION_KINDS
from kevytasiointi.formflow.spec import AddressQuestion, OrganisationQuestion, PersonQuestion
from kevytasiointi.formflow.values.identifiers import (
    read_business_id,
    read_email,
    read_foreign_postcode,
    read_line,
    read_phone,
    read_postcode,
)
from kevytasiointi.formflow.values.reading import Fields, Unreadable, typed_in

PartReader = Callable[[str, str], str | None]

_FINNISH_ADDRESS: Final = ("street", "postcode", "city")
_ANY_ADDRESS: Final = (*_FINNISH_ADDRESS, "country")


def address_parts(question: AddressQuestion) -> tuple[str, ...]:
    """The sub-fields of an address, in order."""
    return _ANY_ADDRESS if question.countries == "any" else _FINNISH_ADDRESS


def read_address(question: AddressQuestion, fields: Fields) -> JSON:
    """An empty country means Finland, and isn't stored; elsewhere the postcode is free."""
    parts = address_parts(question)
    return _read_parts(fields, parts, optional=("country",), is_abroad=_is_abroad(fields, parts))


def read_composite(question: PersonQuestion | OrganisationQuestion, fields: Fields) -> JSON:
    optional = (*question.optional, "country")
    return _read_parts(fields, question.ask, optional=optional, is_abroad=_is_abroad(fields, question.ask))


def _is_abroad(fields: Fields, parts: tuple[str, ...]) -> bool:
    return "country" in parts and bool(typed_in(fields, "country").strip())


def _read_parts(fields: Fields, parts: tuple[str, ...], *, optional: tuple[str, ...], is_abroad: bool) -> JSON:
    found: dict[str, JSON] = {}
    for part in parts:
        reader = _FOREIGN_POSTCODE if part == "postcode" and is_abroad else _READERS.get(part, _LINE)
        if (value := reader(typed_in(fields, part), part)) is not None:
            found[part] = value
    if not found:
        return None
    for part in parts:
        if part not in found and part not in optional:
            raise Unreadable("required", part=part)
    return found


def _read_kind(typed: str, part: str) -> str | None:
    if typed and typed not in ORGANISATION_KINDS:
        raise Unreadable("choice", part=part)
    return typed or None


_LINE: Final[PartReader] = lambda typed, part: read_line(typed, part=part)  # noqa: E731 - a row of the table below
_FOREIGN_POSTCODE: Final[PartReader] = lambda typed, part: read_foreign_postcode(typed, part=part)  # noqa: E731
_READERS: Final[Mapping[str, PartReader]] = {
    "email": lambda typed, part: read_email(typed, part=part),
    "phone": lambda typed, part: read_phone(typed, part=part),
    "postcode": lambda typed, part: read_postcode(typed, part=part),
    "business_id": lambda typed, part: read_business_id(typed, part=part),
    "kind": _read_kind,
}
"""How each part is read; a part that isn't here is a line of text."""
