"""Comments and blank lines of a YAML file, which its parser throws away."""

import re
from dataclasses import dataclass

import yaml

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_BLOCK_STYLES = ("|", ">")


@dataclass(slots=True)
class Comments:
    """Handed out once each: those on lines of their own (a blank line is an empty one), and those beside a value."""

    own: list[tuple[int, str]]
    trailing: dict[int, str]

    def before(self, line: int | None, margin: str) -> list[str]:
        """Lines to stand above `line` (None: all that are left)."""
        taken = [(at, text) for at, text in self.own if line is None or at < line]
        self.own = self.own[len(taken) :]
        lost = [(at, text) for at, text in self.trailing.items() if line is None or at < line]
        self.trailing = {at: text for at, text in self.trailing.items() if (at, text) not in lost}
        return [f"{margin}{text}" if text else "" for _, text in sorted(taken + lost)]

    def beside(self, first: int, last: int) -> str:
        """What stands behind the values of these lines."""
        taken = [self.trailing.pop(at) for at in sorted(self.trailing) if first <= at <= last]
        return "".join(f"  {text}" for text in taken[:1]) + "".join(f" {text[1:].strip()}" for text in taken[1:])


def comments_in(text: str) -> Comments:
    """The comments of a file that can be read. Lines count from 0."""
    lines = text.split("\n")
    covered = _covered(text, lines)
    own: list[tuple[int, str]] = []
    trailing: dict[int, str] = {}
    for at, line in enumerate(lines[:-1] if not lines[-1] else lines):
        start = covered.get(at, 0)
        if not line.strip():
            own += [] if at in covered else [(at, "")]
        elif found := _COMMENT.search(line, start):
            comment = found[0].rstrip()
            if line[: found.start()].strip():
                trailing[at] = comment
            else:
                own.append((at, comment))
    return Comments(own, trailing)


def _covered(text: str, lines: list[str]) -> dict[int, int]:
    """Up to which column each line belongs to a value, where a # is only a sign."""
    covered: dict[int, int] = {}
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if not isinstance(token, yaml.ScalarToken):
            continue
        first, last = token.start_mark.line, token.end_mark.line
        is_block = token.style in _BLOCK_STYLES
        if is_block:
            while last > first and (last >= len(lines) or token.end_mark.line == last or not lines[last].strip()):
                last -= 1
        covered |= {at: len(lines[at]) for at in range(first, last)}
        covered[last] = len(lines[last]) if is_block else token.end_mark.column
        if is_block:
            covered[first] = token.start_mark.column + 1
    return covered
