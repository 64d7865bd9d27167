"""Yes or no, one of, many of, declaration, files: answers that are chosen, not written."""

import re
from collections.abc import Sequence
from typing import Final

from kevytasiointi.formflow.answers import JSON
from kevytasiointi.formflow.spec import AttachmentQuestion, ManyOfQuestion, OneOfQuestion
from kevytasiointi.formflow.values.reading import Fields, Unreadable

YES: Final = "yes"
NO: Final = "no"
NONE_OF_THESE: Final = "-"
"""What the input “none of these” of a many-of question sends."""

_YES_NO: Final = {YES: True, NO: False, "true": True, "false": False}
_FILE_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")


def read_yes_no(typed: str) -> bool | None:
    if not typed:
        return None
    if typed not in _YES_NO:
        raise Unreadable("choice")
    return _YES_NO[typed]


def show_yes_no(stored: bool) -> str:  # noqa: FBT001 - one shape for the whole table
    return YES if stored else NO


def read_one_of(question: OneOfQuestion, typed: str) -> str | None:
    if not typed:
        return None
    if all(option.id != typed for option in question.options):
        raise Unreadable("choice")
    return typed


def read_many_of(question: ManyOfQuestion, fields: Fields) -> JSON:
    """In the order of the options. Nothing chosen is `[]`; but where “none of these” can be chosen, no answer."""
    chosen = {typed for typed in fields.get("", ()) if typed}
    if question.none_label and not chosen:
        return None
    if question.none_label and chosen == {NONE_OF_THESE}:
        return []
    found: list[JSON] = [option.id for option in question.options if option.id in chosen]
    if len(found) != len(chosen):
        raise Unreadable("none_and_others" if NONE_OF_THESE in chosen and question.none_label else "choice")
    if found and question.min and len(found) < question.min:
        raise Unreadable("too_few_chosen", limit=question.min)
    if question.max is not None and len(found) > question.max:
        raise Unreadable("too_many_chosen", limit=question.max)
    return found


def show_many_of(question: ManyOfQuestion, stored: Sequence[str]) -> list[str]:
    return [NONE_OF_THESE] if question.none_label and not stored else list(stored)


def read_declaration(typed: str) -> bool | None:
    return True if typed in (YES, "true", "on") else None


def read_files(question: AttachmentQuestion, fields: Fields) -> JSON:
    """Ids of stored files. That they exist and are this person's is the caller's to know."""
    ids: list[JSON] = list(dict.fromkeys(typed for typed in fields.get("", ()) if typed))
    if any(not _FILE_ID.fullmatch(str(one)) for one in ids):
        raise Unreadable("invalid")
    if len(ids) > question.max_files:
        raise Unreadable("too_many_files", limit=question.max_files)
    return ids or None
