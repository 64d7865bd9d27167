"""Tables for spreadsheets that run nothing: a cell that a spreadsheet would take for a formula is made text."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARK_OF_UTF8: Final = "\ufeff"
"""Without it spreadsheets in Finnish take the letters of UTF-8 for others."""


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A file in UTF-8 with commas and CRLF, every cell quoted; None is an empty cell.

    Text that begins like a formula, blanks before it or not, gets an apostrophe in front. Numbers stay numbers.
    """
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_cell(heading) for heading in headings])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_MARK_OF_UTF8 + written.getvalue()).encode()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value).replace("\x00", "")
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_BEGINS_A_FORMULA) else text
