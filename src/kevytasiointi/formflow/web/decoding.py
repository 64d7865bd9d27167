"""From what a page sent to what is stored. Nothing typed is dropped: it is an answer, or it is kept as typed."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kevytasiointi.formflow.answers import JSON, Answers, key_of
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.formflow.spec import AttachmentQuestion, Page, Question, RepeatQuestion
from kevytasiointi.formflow.values import parse, parts_of
from kevytasiointi.formflow.visit import ROW_ID
from kevytasiointi.formflow.web.names import input_name, rows_name
from kevytasiointi.formflow.web.port import Change, Fields

SHOWN: Final = "shown"
"""Hidden inputs that name the questions the page showed: only those are read."""
_ROWS_READ: Final = 200


@dataclass(slots=True)
class Decoded:
    """What to store; and the problems of secrets, which can't be told from what is stored, by key."""

    change: Change = field(default_factory=Change)
    secret_problems: dict[str, Problem] = field(default_factory=dict)


def decode(page: Page, fields: Fields, answers: Answers) -> Decoded:
    """Every question of the page that the sender was shown. Files come by another way."""
    decoded = Decoded()
    was_shown = set(fields.get(SHOWN, ()))
    for question in page.questions:
        if question.id not in was_shown:
            continue
        if isinstance(question, RepeatQuestion):
            decoded.change.values[question.id] = _rows(question, fields, answers, decoded) or None
        elif _is_read_here(question):
            value = _read(question, question.id, fields, decoded)
            if not question.is_secret:
                decoded.change.values[question.id] = value
    return decoded


def fields_sent(question: Question, key: str, fields: Fields) -> dict[str, list[str]]:
    """What stood in each sub-field of the question, as it was typed."""
    return {part: _clean(fields.get(input_name(key, part), ())) for part in parts_of(question)}


def add_row(change: Change, group: RepeatQuestion) -> str:
    """A new empty row at the end of the group; its id. None is added beyond the most there may be."""
    row_id = new_row_id()
    rows = change.values.get(group.id)
    present = list(rows) if isinstance(rows, list) else []
    if len(present) < group.max_rows:
        change.values[group.id] = [*present, {"id": row_id, "values": {}}]
    return row_id


def remove_row(change: Change, group: RepeatQuestion, row_id: str, typed: Collection[str]) -> None:
    """Take a row away, with what was typed in it (`typed` holds the keys of what was stored as typed)."""
    rows = change.values.get(group.id)
    kept = [row for row in rows if isinstance(row, dict) and row["id"] != row_id] if isinstance(rows, list) else []
    change.values[group.id] = kept or None
    inside = f"{group.id}.{row_id}."
    change.typed.update({key: None for key in (*typed, *change.typed) if key.startswith(inside)})
    for key in [key for key in change.secrets if key.startswith(inside)]:
        del change.secrets[key]


def new_row_id() -> str:
    return secrets.token_hex(8)


def _rows(group: RepeatQuestion, fields: Fields, answers: Answers, decoded: Decoded) -> list[JSON]:
    stored = dict(_stored_rows(answers.values.get(group.id)))
    row_ids = dict.fromkeys(one for one in fields.get(rows_name(group), ()) if ROW_ID.fullmatch(one))
    return [
        {"id": row_id, "values": _row_values(group, row_id, stored.get(row_id, {}), fields, decoded)}
        for row_id in list(row_ids)[:_ROWS_READ]
    ]


def _row_values(
    group: RepeatQuestion, row_id: str, stored: Mapping[str, JSON], fields: Fields, decoded: Decoded
) -> dict[str, JSON]:
    """What the row held, with what was sent over it: a hidden answer stays, and comes back if its branch does."""
    values = dict(stored)
    was_shown = set(fields.get(SHOWN, ()))
    for question in group.questions:
        key = key_of(question.id, group=group.id, row=row_id)
        if key in was_shown and _is_read_here(question):
            value = _read(question, key, fields, decoded)
            if not question.is_secret:
                values[question.id] = value
    return {question_id: value for question_id, value in values.items() if value is not None}


def _read(question: Question, key: str, fields: Fields, decoded: Decoded) -> JSON:
    sent = fields_sent(question, key, fields)
    parsed = parse(question, sent)
    if question.is_secret:
        _read_secret(key, parsed.value, parsed.problem, decoded)
        return None
    decoded.change.typed[key] = _without_empty(sent) if parsed.problem else None
    return parsed.value


def _read_secret(key: str, value: JSON, problem: Problem | None, decoded: Decoded) -> None:
    """A secret is never kept as typed, and an empty field leaves the one that is sealed: it is never shown again."""
    if problem:
        decoded.secret_problems[key] = problem
    elif isinstance(value, str):
        decoded.change.secrets[key] = value


def _is_read_here(question: Question) -> bool:
    return question.is_answered and not isinstance(question, AttachmentQuestion)


def _stored_rows(value: JSON) -> Iterator[tuple[str, Mapping[str, JSON]]]:
    for row in value if isinstance(value, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("values"), dict):
            yield str(row["id"]), row["values"]  # type: ignore[misc] - checked on the line above


def _clean(sent: Collection[str]) -> list[str]:
    # No database keeps U+0000 in JSON text.
    return [one.replace("\x00", "") for one in sent]


def _without_empty(sent: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {part: typed for part, typed in sent.items() if any(typed)}
