"""Turns what the typed objects refuse into errors for those who write forms."""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kevytasiointi.formflow.refusing import DefinitionError
from kevytasiointi.formflow.spec import Place
from kevytasiointi.formflow.values.kinds import KINDS
from kevytasiointi.formflow.yaml import Document


def explained(error: ValidationError, document: Document, *, file: str) -> tuple[DefinitionError, ...]:
    """Each error once, with its line; an error that only follows from one inside it is left out."""
    details = error.errors(include_url=False)
    places = [_place(document.data, (*detail["loc"], *_inner_place(detail))) for detail in details]
    found: dict[tuple[Place, str], DefinitionError] = {}
    for detail, place in zip(details, places, strict=True):
        if detail["type"] != "too_short" or not _has_inner(place, places):
            # Where a value may be of two kinds (`required`), both complain; the first says enough.
            name = _name(document.data, place, key=_key_outside(detail))
            found.setdefault((place, name), _error(detail, name, document.line(place), file))
    return tuple(found.values())


def _inner_place(detail: ErrorDetails) -> Place:
    """What the error itself points at, inside the value that it was found in."""
    if detail["type"] == "union_tag_invalid":
        return ("type",)
    place: Place = detail.get("ctx", {}).get("place", ())
    return place


def _has_inner(place: Place, places: Sequence[Place]) -> bool:
    return any(len(other) > len(place) and other[: len(place)] == place for other in places)


def _place(data: Any, location: Place) -> Place:
    """The keys of the file among the library's location, which names also the alternatives it tried."""
    place: list[str | int] = []
    is_told = False
    for key in location:
        if not is_told and isinstance(data, Mapping) and data.get("type") == key:
            # The library names the type of a question before its keys.
            is_told = True
        elif _holds(data, key):
            data, is_told = data[key], False
            place.append(key)
    return tuple(place)


def _holds(data: Any, key: str | int) -> bool:
    if isinstance(data, Mapping):
        return key in data
    return isinstance(data, list) and isinstance(key, int) and key < len(data)


def _error(detail: ErrorDetails, name: str, line: int, file: str) -> DefinitionError:
    context = detail.get("ctx", {})
    if "mend" in context:
        return DefinitionError(file, line, f"{name}: {detail['msg']}", _filled(context["mend"], context))
    message, mend = _EXPLANATIONS.get(detail["type"], _OTHER)
    told = {"given": _short(detail["input"]), **context}
    if detail["type"] == "union_tag_invalid":
        told["near"] = _near(str(context.get("tag", "")))
    return DefinitionError(file, line, f"{name} {_filled(message, told)}", _filled(mend, told))


def _filled(sentence: str, values: Mapping[str, Any]) -> str:
    """Braces that name no value stay: they may be an author's."""
    return _NAMED.sub(lambda found: str(values.get(found[1], found[0])), sentence)


def _short(given: Any) -> str:
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"


def _near(tag: str) -> str:
    types = sorted(KINDS.keys() | {"repeat", "information"})
    if tag in types:
        return "It can't stand inside a repeating group."
    near = difflib.get_close_matches(tag, types, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"The types are {', '.join(types)}."


def _key_outside(detail: ErrorDetails) -> str | None:
    """The key at fault where the file doesn't have it."""
    if detail["type"] == "missing":
        return str(detail["loc"][-1])
    return "type" if detail["type"].startswith("union_tag") else None


def _name(data: Any, place: Place, *, key: str | None) -> str:
    """The key at fault and the id of what it belongs to: `“max” of “attendance”`."""
    owner = None
    for step in place:
        owner = data.get("id", owner) if isinstance(data, Mapping) else owner
        data = data[step]
    if isinstance(data, Mapping) and isinstance(data.get("id"), str):
        owner = data["id"]
        if key is None:
            return f"“{owner}”"
    keys = [step for step in (*place, key) if isinstance(step, str)]
    named = f"“{keys[-1]}”" if keys else "the file"
    if key is None and place and isinstance(place[-1], int):
        named = f"an item of {named}"
    return f"{named} of “{owner}”" if isinstance(owner, str) and keys[-1:] != ["id"] else named


_NAMED: Final = re.compile(r"\{([a-z_]+)\}")
_MAX_SHOWN: Final = 60
_OTHER: Final = ("can't be used", "See the guide to the form language for what may stand here.")
_EXPLANATIONS: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("is missing", "Add it."),
    "extra_forbidden": ("isn't a key that is known here", "Check the spelling and the indentation, or leave it out."),
    "string_type": ("isn't text", 'Put quotes round it: "{given}".'),
    "int_type": ("isn't a whole number", "Write digits only, without quotes."),
    "int_from_float": ("isn't a whole number", "Write it without decimals."),
    "decimal_parsing": ("isn't a number", "Write it as 12 or 12.5, without quotes."),
    "bool_type": ("is neither true nor false", "Write true or false, without quotes."),
    "literal_error": ("can't be “{given}”", "Write one of: {expected}."),
    "union_tag_invalid": ("can't be “{tag}”", "{near}"),
    "union_tag_not_found": ("is missing", "Add “type:”, for example “type: text”."),
    "string_pattern_mismatch": (
        "is “{given}”, which isn't written as it must be",
        "Ids begin with a small letter a-z and have only a-z, 0-9 and _, at most 40 of them.",
    ),
    "string_too_long": ("is too long", "At most {max_length} characters."),
    "string_too_short": ("is empty", "Write the text, or leave the key out."),
    "greater_than_equal": ("is too small", "{ge} is the least."),
    "less_than_equal": ("is too large", "{le} is the most."),
    "too_long": ("is too long a list", "{max_length} is the most."),
    "too_short": ("is too short a list", "{min_length} is the least."),
    "tuple_type": ("isn't a list", "Begin each item on its own line with “- ”."),
    "model_type": ("isn't a group of “name: value” lines", "Write its keys below it, indented by two blanks."),
    "dict_type": ("isn't a group of “name: value” lines", "Write its keys below it, for a text: fi, sv and en."),
    "mapping_type": ("isn't a group of “name: value” lines", "Write its keys below it, indented by two blanks."),
}
"""What the library finds, in plain words: what is wrong, what to do."""
