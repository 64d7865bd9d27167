"""The base of every named refusal.

A service refuses by raising a subclass defined beside it. `site` maps them to pages; a refusal
that no view expects becomes a 409 page with the sentence, never a 500.
"""

from collections.abc import Mapping
from typing import ClassVar

from kevytasiointi.core.text import Text


class Refusal(Exception):  # noqa: N818 - "Error" would say the program failed; it did what it should
    """What was asked can't be done now; `code` names why and selects the sentence people see."""

    code: ClassVar[str] = "refused"
    params: Mapping[str, str | int | Text] = {}
    """What the sentence names: our own words and names, never what a person wrote."""


class NotFound(Refusal):
    """There is no such thing, or it is somebody else's: the two look alike from outside. A 404 page."""

    code = "not_found"
