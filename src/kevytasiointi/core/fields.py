"""Model fields that know our own value types. The only file of core that touches the database layer."""

from typing import TYPE_CHECKING, Any

from django.db import models

from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.text import Text

if TYPE_CHECKING:
    _CharField = models.CharField[str, str]
    _JSONField = models.JSONField[Any, Text]
else:  # Django's fields can't be subscripted when the program runs
    _CharField = models.CharField
    _JSONField = models.JSONField


class PublicIdField(_CharField):
    """The 128-bit random id by which a row is known outside."""

    def __init__(self, **kwargs: Any) -> None:
        given: dict[str, Any] = {"max_length": 22, "default": new_public_id, "unique": True, "editable": False}
        super().__init__(**given | kwargs)


class TranslatedField(_JSONField):
    """A `Text`, stored as an object of language → text."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Text:
        return Text(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> Text:
        return value if isinstance(value, Text) else Text(value or {})

    def get_prep_value(self, value: Any) -> Any:
        return dict(value) if isinstance(value, Text) else value
