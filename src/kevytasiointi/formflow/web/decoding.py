"""From what a page sent to what is stored. Nothing typed is dropped: it is an answer, or it is kept as typed."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kevytasiointi.formflow.answers import JSON, Answers, Change, key_of
from kevytasiointi.formflow.problems import Problem
from kevytasiointi.formflow.spec import AttachmentQuestion, Page, Question, RepeatQuestion
from kevytasiointi.formflow.spec.questions import MAX_ROWS
from kevytasiointi.formflow.values import parse, parts_of
from kevytasiointi.formflow.visit import ROW_ID
from kevytasiointi.formflow.web.names import input_name, rows_name
from kevytasiointi.formflow.web.port import Fields

SHOWN: Final = "shown"
"""Hidden inputs that name the questions the page showed: only those are read."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What to store; and the problems of secrets, which can't be told from what is stored, by key."""

    change: Change
    secret_problems: Mapping[str, Problem]


def decode(page: Page, fields: Fields, answers: Answers) -> Decoded:
    """Every question of the page that the sender was shown. Files come by another way."""
    reader = _Reader(fields, answers)
    for question in page.questions:
        reader.read(question)
    return Decoded(reader.change, reader.secret_problems)


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
    present = rows if isinstance(rows, list) else []
    left: list[JSON] = [row for row in present if isinstance(row, dict) and row["id"] != row_id]
    change.values[group.id] = left or None
    inside = f"{group.id}.{row_id}."
    change.typed.update({key: None for key in (*typed, *change.typed) if key.startswith(inside)})
    for key in [key for key in change.secrets if key.startswith(inside)]:
        del change.secrets[key]


def new_row_id() -> str:
    return secrets.token_hex(8)


class _Reader:
    """Reads one page; collects what to store."""

    def __init__(self, fields: Fields, answers: Answers) -> None:
        self.change = Change()
        self.secret_problems: dict[str, Problem] = {}
        self._fields = fields
        self._answers = answers
        self._shown = frozenset(fields.get(SHOWN, ()))

    def read(self, question: Question) -> None:
        if question.id not in self._shown:
            return
        if isinstance(question, RepeatQuestion):
            self.change.values[question.id] = self._rows(question)
        elif _is_read_here(question):
            value = self._value(question, question.id)
            if not question.is_secret:
                self.change.values[question.id] = value

    def _rows(self, group: RepeatQuestion) -> JSON:
        stored = dict(_stored_rows(self._answers.values.get(group.id)))
        row_ids = dict.fromkeys(one for one in self._fields.get(rows_name(group), ()) if ROW_ID.fullmatch(one))
        rows: list[JSON] = [
            {"id": row_id, "values": self._row(group, row_id, stored.get(row_id, {}))}
            for row_id in list(row_ids)[:MAX_ROWS]
        ]
        return rows or None

    def _row(self, group: RepeatQuestion, row_id: str, stored: Mapping[str, JSON]) -> dict[str, JSON]:
        """What the row held, with what was sent over it: a hidden answer stays, and comes back if its branch does."""
        values = dict(stored)
        for question in group.questions:
            key = key_of(question.id, group=group.id, row=row_id)
            if key in self._shown and _is_read_here(question):
                value = self._value(question, key)
                if not question.is_secret:
                    values[question.id] = value
        return {question_id: value for question_id, value in values.items() if value is not None}

    def _value(self, question: Question, key: str) -> JSON:
        """The answer, if what was typed is one; what isn't goes to `typed`. A secret goes to neither."""
        sent = fields_sent(question, key, self._fields)
        parsed = parse(question, sent)
        if question.is_secret:
            # It is never kept as typed; and an empty field leaves the sealed one, which is never shown again.
            if parsed.problem:
                self.secret_problems[key] = parsed.problem
            elif isinstance(parsed.value, str):
                self.change.secrets[key] = parsed.value
            return None
        self.change.typed[key] = _without_empty(sent) if parsed.problem else None
        return parsed.value


def _is_read_here(question: Question) -> bool:
    return question.is_answered and not isinstance(question, AttachmentQuestion)


def _stored_rows(value: JSON) -> Iterator[tuple[str, Mapping[str, JSON]]]:
    for row in value if isinstance(value, list) else ():
        if isinstance(row, dict):
            row_id, values = row.get("id"), row.get("values")
            if isinstance(row_id, str) and isinstance(values, dict):
                yield row_id, values


def _clean(sent: Collection[str]) -> list[str]:
    # No database keeps U+0000 in JSON text.
    return [one.replace("\x00", "") for one in sent]


def _without_empty(sent: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {part: typed for part, typed in sent.items() if any(typed)}
