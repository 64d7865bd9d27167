"""What a compiled condition refers to, read from its serialized form.

The library tells names, types and calls only there: a protobuf message `google.api.expr.v1alpha1.CheckedExpr`
(cel-spec, proto/cel/expr/checked.proto and syntax.proto). The few fields we need are walked by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_VARINT: Final = 0
_FIXED64: Final = 1
_BYTES: Final = 2
_FIXED32: Final = 5

# Any.value; CheckedExpr: reference_map = 2, type_map = 3, expr = 4; map entries: key = 1, value = 2
_ANY_VALUE: Final = 2
_REFERENCES: Final = 2
_TYPES: Final = 3
_EXPR: Final = 4
_ENTRY_KEY: Final = 1
_ENTRY_VALUE: Final = 2
# Reference: name = 1, overload_id = 3; Type: primitive = 3 with DOUBLE = 4
_REFERENCE_NAME: Final = 1
_REFERENCE_OVERLOAD: Final = 3
_TYPE_PRIMITIVE: Final = 3
_PRIMITIVE_DOUBLE: Final = 4
# Expr: id = 2, const_expr = 3, ident_expr = 4, select_expr = 5, call_expr = 6, list_expr = 7, struct_expr = 8,
# comprehension_expr = 9; Ident: name = 1; Call: target = 1, function = 2, args = 3; Constant: string_value = 6
_EXPR_ID: Final = 2
_EXPR_CONSTANT: Final = 3
_EXPR_IDENT: Final = 4
_EXPR_CALL: Final = 6
_EXPR_LIST: Final = 7
_EXPR_STRUCT: Final = 8
_INNER_EXPRS: Final = {5: (1,), _EXPR_CALL: (1, 3), _EXPR_LIST: (1,), 9: (2, 4, 5, 6, 7)}
"""Kind of expression → the fields of its message that are expressions again."""

MAP_LITERAL: Final = "{}"
"""The name under which a map or message literal is told as a call."""

_IDENT_NAME: Final = 1
_CALL_TARGET: Final = 1
_CALL_FUNCTION: Final = 2
_CALL_ARGUMENT: Final = 3
_CONSTANT_STRING: Final = 6

Field = tuple[int, int | bytes]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call: a literal text, a variable, a list of literal texts, a number with decimals."""

    text: str | None = None
    variable: str | None = None
    texts: tuple[str, ...] = ()
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Variables the expression refers to (also those of its own macros), and its calls."""

    variables: frozenset[str]
    calls: tuple[Call, ...]


def checked(serialized: bytes) -> Checked:
    """Reads the bytes of `Expression.serialize()`."""
    message = next((value for number, value in _fields(serialized) if number == _ANY_VALUE), b"")
    variables: set[str] = set()
    doubles: set[int] = set()
    expr = b""
    for number, value in _fields(_bytes(message)):
        if number == _REFERENCES:
            name = _variable(_entry(_bytes(value))[1])
            variables |= {name} if name else set()
        elif number == _TYPES:
            key, of_type = _entry(_bytes(value))
            doubles |= {key} if _is_double(of_type) else set()
        elif number == _EXPR:
            expr = _bytes(value)
    return Checked(frozenset(variables), tuple(_calls(expr, doubles)))


def _variable(reference: bytes) -> str | None:
    # A reference with overloads is a function.
    fields = dict(_fields(reference))
    return None if _REFERENCE_OVERLOAD in fields else _text(fields.get(_REFERENCE_NAME, b""))


def _is_double(of_type: bytes) -> bool:
    return dict(_fields(of_type)).get(_TYPE_PRIMITIVE) == _PRIMITIVE_DOUBLE


def _entry(entry: bytes) -> tuple[int, bytes]:
    fields = dict(_fields(entry))
    key = fields.get(_ENTRY_KEY, 0)
    return (key if isinstance(key, int) else 0), _bytes(fields.get(_ENTRY_VALUE, b""))


def _calls(expr: bytes, doubles: set[int]) -> Iterator[Call]:
    for kind, value in _fields(expr):
        if kind == _EXPR_CALL:
            yield _call(_bytes(value), doubles)
        elif kind == _EXPR_STRUCT:
            yield Call(MAP_LITERAL, ())
        for number, inner in _fields(_bytes(value)) if kind in _INNER_EXPRS else ():
            if number in _INNER_EXPRS[kind]:
                yield from _calls(_bytes(inner), doubles)


def _call(call: bytes, doubles: set[int]) -> Call:
    function = ""
    arguments: list[Argument] = []
    for number, value in _fields(call):
        if number == _CALL_FUNCTION:
            function = _text(value)
        elif number in (_CALL_TARGET, _CALL_ARGUMENT):
            arguments.append(_argument(_bytes(value), doubles))
    return Call(function, tuple(arguments))


def _argument(expr: bytes, doubles: set[int]) -> Argument:
    fields = dict(_fields(expr))
    name = dict(_fields(_bytes(fields.get(_EXPR_IDENT, b"")))).get(_IDENT_NAME)
    items = (_literal(_bytes(item)) for _, item in _fields(_bytes(fields.get(_EXPR_LIST, b""))))
    return Argument(
        text=_literal(expr),
        variable=None if name is None else _text(name),
        texts=tuple(item for item in items if item is not None),
        is_number=fields.get(_EXPR_ID) in doubles,
    )


def _literal(expr: bytes) -> str | None:
    constant = dict(_fields(_bytes(dict(_fields(expr)).get(_EXPR_CONSTANT, b""))))
    text = constant.get(_CONSTANT_STRING)
    return None if text is None else _text(text)


def _bytes(value: int | bytes) -> bytes:
    return value if isinstance(value, bytes) else b""


def _text(value: int | bytes) -> str:
    return _bytes(value).decode()


def _fields(message: bytes) -> Iterator[Field]:
    """Field numbers and values of a protobuf message."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        wire = tag & 7
        if wire == _VARINT:
            value, at = _varint(message, at)
            yield tag >> 3, value
            continue
        if wire == _BYTES:
            size, at = _varint(message, at)
        else:
            size = {_FIXED64: 8, _FIXED32: 4}[wire]
        yield tag >> 3, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that more follows
            return value, at
        shift += 7
