"""A sheet of answers as a page shows it: sections of definition lists, each row of a group under its heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from kevytasiointi.formflow.sheet import Line, LineKind


@dataclass(frozen=True, slots=True)
class Block:
    """Answers under one heading; without a heading those of the page itself."""

    heading: str
    lines: Sequence[Line]


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The lines of a section, divided where a row of a repeating group begins and where the last one ends."""
    found: list[Block] = []
    heading, row, inside = "", None, list[Line]()
    for line in lines:
        begins_row = line.kind is LineKind.ROW_HEADING
        if begins_row or line.row != row:
            found.append(Block(heading, inside))
            heading, row, inside = (line.label if begins_row else ""), line.row, []
        if not begins_row:
            inside.append(line)
    found.append(Block(heading, inside))
    return [block for block in found if block.lines or block.heading]
