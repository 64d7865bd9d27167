"""Shared questions: their facts come from the vocabulary, and a form may narrow them, never change them."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, TypedDict

from pydantic_core import PydanticCustomError


class SharedFacts(Protocol):
    def facts(self, name: str) -> Mapping[str, Any] | None:
        """The keys of the shared question `name` as written in the vocabulary, without its id."""
        ...


class Context(TypedDict, total=False):
    vocabulary: SharedFacts


_NOT_NARROWED: Final = ("type", "options", "ask", "countries", "questions", "accept")
_LOW_LIMITS: Final = ("min", "min_length", "min_rows")
_HIGH_LIMITS: Final = ("max", "max_length", "max_files", "max_mb", "max_rows")


def with_shared_facts(given: Mapping[str, Any], context: Context | None) -> Mapping[str, Any]:
    """`given` with what its `shared:` name brings; its own keys stand before the vocabulary's."""
    name = given.get("shared")
    vocabulary = (context or {}).get("vocabulary")
    if not isinstance(name, str) or vocabulary is None:
        return given
    facts = vocabulary.facts(name)
    if facts is None:
        raise PydanticCustomError(
            "shared_unknown",
            "the vocabulary has no shared question “{name}”",
            {"name": name, "mend": "Check the spelling, or add it to vocabulary.yaml."},
        )
    for key in given:
        _refuse_widening(name, key, given[key], facts)
    return {**facts, **given}


def _refuse_widening(name: str, key: str, own: Any, facts: Mapping[str, Any]) -> None:
    changed = key in _NOT_NARROWED and key in facts and not _is_narrower_list(own, facts[key])
    wider = (key in _HIGH_LIMITS and _is_more(own, facts.get(key))) or (
        key in _LOW_LIMITS and _is_more(facts.get(key), own)
    )
    if changed or wider:
        raise PydanticCustomError(
            "shared_changed",
            "“{key}” of the shared question “{name}” is {shared} in the vocabulary; here it is {own}",
            {
                "key": key,
                "name": name,
                "shared": str(facts[key]),
                "own": str(own),
                "mend": "A form may narrow a shared question, not change it. Leave the key out, or ask a question of "
                "its own.",
            },
        )


def _is_narrower_list(own: Any, shared: Any) -> bool:
    if isinstance(own, list | tuple) and isinstance(shared, list | tuple):
        return all(item in shared for item in own)
    return bool(own == shared)


def _is_more(one: Any, other: Any) -> bool:
    return isinstance(one, int) and isinstance(other, int) and one > other
