"""What every object of a definition shares: strictness, ids, text, lists."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kevytasiointi.core.text import Text

LANGUAGE_SCHEMA: Final = 1
LanguageSchema = Literal[1]
"""The version of the form language that a file is written in. The engine reads older ones for ever."""

REQUIRED_LANGUAGES: Final = ("fi", "sv")
MAX_TEXT: Final = 6000
MAX_EXPRESSION: Final = 1000

ID_PATTERN: Final = r"^[a-z][a-z0-9_]{0,39}$"

_CONDITION_WORDS: Final = (
    "as break const continue else false for function if import in let loop namespace null package return true var "
    "void while bool bytes double duration dyn google int list map null_type optional string timestamp type uint "
    "all exists exists_one filter has size matches answered row today date days"
)
_PAGE_WORDS: Final = "csrfmiddlewaretoken status seen who language action next constructor prototype"

RESERVED_IDS: Final = frozenset(f"{_CONDITION_WORDS} {_PAGE_WORDS}".split())
"""Words that mean something in a condition, in a page's own fields or in a browser's objects."""

Item = TypeVar("Item")

Many = Annotated[tuple[Item, ...], Field(strict=False)]
"""A list of a definition: a list in YAML and JSON, never changed once read."""


class Definition(BaseModel):
    """A frozen, strict piece of a definition: a key that isn't known is refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class _TextSchema:
    """Reads `{fi: …, sv: …}` into a `Text`; Finnish and Swedish are required, other languages open."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        by_language = core_schema.dict_schema(
            core_schema.str_schema(pattern=r"^[a-z]{2,3}$"),
            core_schema.str_schema(strict=True, strip_whitespace=True, min_length=1, max_length=MAX_TEXT),
            strict=True,
        )
        read = core_schema.no_info_after_validator_function(_complete_text, by_language)
        return core_schema.no_info_before_validator_function(
            lambda given: dict(given) if isinstance(given, Text) else given,
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
        return {
            "type": "object",
            "properties": dict.fromkeys(("fi", "sv", "en"), text),
            "additionalProperties": text,
            "required": list(REQUIRED_LANGUAGES),
        }


def _complete_text(by_language: Mapping[str, str]) -> Text:
    missing = [language for language in REQUIRED_LANGUAGES if language not in by_language]
    if missing:
        raise PydanticCustomError(
            "text_language_missing",
            "the text is missing in: {languages}",
            {"languages": ", ".join(missing), "mend": "Write it in Finnish (fi) and in Swedish (sv)."},
        )
    return Text(by_language)


TranslatedText = Annotated[Text, _TextSchema()]


def _not_reserved(identifier: str) -> str:
    if identifier in RESERVED_IDS:
        raise PydanticCustomError(
            "id_reserved",
            "“{id}” is a word of the system and can't be an id",
            {"id": identifier, "mend": "Choose another id, for example with a word in front: “event_{id}”."},
        )
    return identifier


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
QuestionId = Annotated[Id, AfterValidator(_not_reserved)]
SharedName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,39}$")]
Expression = Annotated[str, StringConstraints(min_length=1, max_length=MAX_EXPRESSION, strip_whitespace=True)]
"""A condition in CEL over earlier answers."""


def _number_as_written(given: Any) -> Any:
    # A YAML or JSON number reaches Decimal by its digits, not by its binary neighbour.
    return str(given) if isinstance(given, int | float) and not isinstance(given, bool) else given


AsWritten = BeforeValidator(_number_as_written)
