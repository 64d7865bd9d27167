"""JSON Schema of a definition file, for editors that complete and check while one writes."""

from typing import Any, Final

from pydantic import BaseModel

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# A shared question takes its type and texts from the vocabulary: there only id and name are needed.
_SHARED_USE: Final = {
    "type": "object",
    "title": "SharedQuestion",
    "required": ["id", "shared"],
    "properties": {"id": {"type": "string"}, "shared": {"type": "string"}},
    "not": {"required": ["type"]},
}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file that `loading.read` reads into `model`."""
    schema = model.model_json_schema(mode="validation")
    return {"$schema": DIALECT, **{key: _with_shared(value) for key, value in schema.items()}}


def _with_shared(part: Any) -> Any:
    if isinstance(part, list):
        return [_with_shared(one) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: _with_shared(value) for key, value in part.items()}
    if found.get("discriminator", {}).get("propertyName") == "type":
        return {"anyOf": [{"oneOf": found["oneOf"]}, _SHARED_USE]}
    return found
