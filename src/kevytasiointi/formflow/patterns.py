"""Patterns of definitions. RE2, so that no pattern and no text can take long."""

from functools import lru_cache

from cel_expr_python import cel


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches. A pattern that RE2 refuses matches nothing."""
    return _search(rf"\A(?:{pattern})\z", text) is True


def is_pattern(pattern: str) -> bool:
    """Whether RE2 accepts the pattern: no lookahead, no back references, repetition at most {1000}."""
    return _search(pattern, "") is not None


def _search(pattern: str, text: str) -> bool | None:
    result = _matcher().eval(data={"text": text, "pattern": pattern})
    return bool(result.value()) if result.type() == cel.Type.BOOL else None


@lru_cache(maxsize=1)
def _matcher() -> cel.Expression:
    # The engine of conditions carries RE2; Python's own expressions can be made to run for ever.
    env = cel.NewEnv(variables={"text": cel.Type.STRING, "pattern": cel.Type.STRING})
    return env.compile("text.matches(pattern)")
