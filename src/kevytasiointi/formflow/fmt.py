"""One way to write a definition file, so that reviews show what changed and nothing else.

Keys, their order, comments and single blank lines stay the author's. What is written on one line in braces stays so
while it fits; long text is folded.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from kevytasiointi.formflow.comments import Comments, comments_in
from kevytasiointi.formflow.yaml import Scalar, compose, is_misread, scalar

WIDTH: Final = 120
_LEAST_WIDTH: Final = 40
_INDENT: Final = 2
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ")
_FLOW_SIGNS: Final = frozenset("[]{},")
_NO_BREAK: Final = "\u00a0"
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}


def formatted(text: str, *, file: str = "definition") -> str:
    """The file in canonical form; `DefinitionErrors` if it can't be read. Formatting twice changes nothing more."""
    compose(text, file=file)
    clean = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root = yaml.compose(clean, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.CollectionNode) or not root.value:
        return clean
    writer = _Writer(comments_in(clean))
    lines = [*writer.block(root, 0), *writer.comments.before(None, "")]
    return "\n".join(_single_blanks(lines)).strip("\n") + "\n"


@dataclass(slots=True)
class _Writer:
    comments: Comments

    def block(self, node: yaml.CollectionNode, indent: int) -> Iterator[str]:
        """The lines of a map or a list, each item on its own."""
        margin = " " * indent
        for item in node.value:
            key, value = item if isinstance(item, tuple) else (None, item)
            line = _first_line(key or value)
            yield from self.comments.before(line, margin)
            head = f"{_scalar(key)}:" if key else "-"
            short = _on_one_line(value)
            if short is not None and len(f"{margin}{head} {short}") <= WIDTH:
                yield f"{margin}{head} {short}{self.comments.beside(line, value.end_mark.line)}"
            elif isinstance(value, yaml.ScalarNode):
                yield from self._text(f"{margin}{head}", value, indent + _INDENT)
            elif key:
                yield f"{margin}{head}{self.comments.beside(line, line)}"
                yield from self.block(value, indent + _INDENT)
            else:
                # The first key of a listed map stands beside the dash.
                first, *others = self.block(value, indent + _INDENT)
                yield f"{margin}- {first.lstrip()}"
                yield from others

    def _text(self, head: str, node: yaml.ScalarNode, indent: int) -> Iterator[str]:
        """A text too long for its line, or of several lines."""
        text = str(_value(node))
        beside = self.comments.beside(_first_line(node), _first_line(node))
        margin = " " * indent
        if _is_literal(text):
            yield f"{head} |{'' if text.endswith(chr(10)) else '-'}{beside}"
            lines = text.removesuffix("\n").split("\n")
        elif _is_foldable(text):
            yield f"{head} >-{beside}"
            width = max(WIDTH - indent, _LEAST_WIDTH)
            lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        else:
            yield f"{head} {_quoted(text)}{beside}"
            return
        yield from (f"{margin}{line}" if line else "" for line in lines)


def _first_line(node: yaml.Node) -> int:
    return int(node.start_mark.line)


def _value(node: yaml.ScalarNode) -> Scalar:
    return scalar(node.value, is_plain=not node.style)


def _on_one_line(node: yaml.Node, *, in_flow: bool = False) -> str | None:
    """The value on one line, if it may stand so: short text, or what its author wrote in braces."""
    if isinstance(node, yaml.ScalarNode):
        text = _value(node)
        is_long = isinstance(text, str) and _is_literal(text) and not in_flow
        return None if is_long else _scalar(node, in_flow=in_flow)
    if not isinstance(node, yaml.CollectionNode) or (node.value and not node.flow_style):
        return None
    if isinstance(node, yaml.MappingNode):
        pairs = [f"{_scalar(key, in_flow=True)}: {_on_one_line(value, in_flow=True)}" for key, value in node.value]
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(str(_on_one_line(value, in_flow=True)) for value in node.value)}]"


def _scalar(node: yaml.ScalarNode, *, in_flow: bool = False) -> str:
    value = _value(node)
    if not isinstance(value, str):
        return str(node.value)
    return value if _is_plain(value, in_flow=in_flow) else _quoted(value)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether the text can stand without quotes for every reader of YAML."""
    return (
        text[:1] in _LETTERS
        and text.isprintable()
        and text == text.strip()
        and not (text.endswith(":") or ": " in text or " #" in text)
        and not (in_flow and _FLOW_SIGNS & set(text))
        and not is_misread(text)
    )


def _is_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and text[:1] not in (" ", "\n")
        and lines[-1] != ""
        and all(_is_printable(line) and line == line.rstrip() for line in lines)
    )


def _is_foldable(text: str) -> bool:
    return bool(text) and _is_printable(text) and text == " ".join(text.split(" ")).strip() and "  " not in text


def _is_printable(line: str) -> bool:
    return line.replace(_NO_BREAK, " ").isprintable()


def _quoted(text: str) -> str:
    return f'"{"".join(_escaped(letter) for letter in text)}"'


def _escaped(letter: str) -> str:
    if letter.isprintable() or letter == "\n":
        return _ESCAPES.get(letter, letter)
    return f"\\U{ord(letter):08x}"


def _single_blanks(lines: list[str]) -> Iterator[str]:
    before = ""
    is_first = True
    for line in lines:
        if line or before or is_first:
            yield line
        before, is_first = line, False
