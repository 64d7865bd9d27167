"""The paths through a form as an author reads them at the shell. No database."""

import datetime as dt
from collections.abc import Iterator

from kevytasiointi.formflow.paths import Path, Paths, branches_of, in_words, paths_of, told
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.written import written_date


def told_paths(form: Form, *, language: str, today: dt.date) -> Iterator[str]:
    """Lines of text: each path with its choices, pages and number of questions, then what no path goes through."""
    found = paths_of(form, today=today)
    yield _first_line(form, found, today)
    for number, path in enumerate(found.paths, start=1):
        yield ""
        yield from _path_lines(form, path, number, language=language, today=today)
    yield from _missed_lines(found)


def _first_line(form: Form, found: Paths, today: dt.date) -> str:
    branches = len(branches_of(form))
    reached = branches - len(found.missed)
    return (
        f"{_counted(len(found.paths), 'path')} through {reached} of {_counted(branches, 'branch')}. "
        f"Days are counted from {written_date(today.isoformat(), 'en')}."
    )


def _path_lines(form: Form, path: Path, number: int, *, language: str, today: dt.date) -> Iterator[str]:
    words = told(form, path, language=language, today=today)
    yield f"Path {number}: {_counted(len(words.pages), 'page')}, {_counted(words.questions, 'question')}"
    yield f"  Pages: {' > '.join(words.pages)}"
    for label, value in words.chosen:
        yield f"  {label} → {' / '.join(value.splitlines())}"
    for label, rows in words.rows:
        yield f"  {label} → {_counted(rows, 'row')}"
    if words.left_empty:
        yield f"  Left empty: {'; '.join(words.left_empty)}"


def _missed_lines(found: Paths) -> Iterator[str]:
    for question in found.unanswered:
        yield f"\nNo valid answer could be made up for “{question}”: check its limits and its pattern."
    if found.missed:
        yield "\nNo path goes through:"
    for missed in found.missed:
        why = "nobody can get there" if missed.is_certain else "no answers were found that lead there"
        yield f"  {in_words(missed.branch)}: {why}"


def _counted(count: int, what: str) -> str:
    plural = f"{what}es" if what.endswith("ch") else f"{what}s"
    return f"{count} {what if count == 1 else plural}"
