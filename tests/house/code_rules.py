"""Rules of the house over the source, each with an example that it must catch and one that it must pass."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

WEB = {"portal", "desk", "studio", "console", "api", "site"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50

_QUERIES = {
    *("filter", "exclude", "annotate", "aggregate", "raw", "extra", "bulk_create", "bulk_update"),
    *("get_or_create", "update_or_create", "select_for_update", "select_related", "prefetch_related"),
}
_OF_A_MODELS_SAVE = {"update_fields", "force_insert", "force_update", "using", "commit"}
_REVIEWED_SQL = {PurePath("ledger/insert_only.py")}
_NOT_CLASSES = {"Parse"}  # expat's parsers have a method of this name
_EDGES_OF_TIME = {"services", "rules", "queries", "models", "events"}

Finding = tuple[int, str]


@dataclass(frozen=True)
class Rule:
    """`check` yields line and complaint; `where` says which files of `src/kevytasiointi` it looks at."""

    name: str
    check: Callable[[ast.Module, str], Iterator[Finding]]
    where: Callable[[PurePath], bool]
    bad: tuple[str, ...]
    good: tuple[str, ...]

    def findings(self, source: str) -> list[Finding]:
        return list(self.check(ast.parse(source), source))


def _anywhere(_path: PurePath) -> bool:
    return True


def _in_web(path: PurePath) -> bool:
    return path.parts[0] in WEB or path.parts[:2] == ("formflow", "web")


def _knows_no_django(path: PurePath) -> bool:
    is_language = path.parts[0] == "formflow" and path.parts[1] not in {"web", "apps.py", "management", "templatetags"}
    return is_language or path.name in {"rules.py", "events.py"} or "rules" in path.parts[:-1]


def _is_service(path: PurePath) -> bool:
    return "services" in {path.stem, *path.parts[:-1]}


def _is_told_the_time(path: PurePath) -> bool:
    return bool(_EDGES_OF_TIME & {path.stem, *path.parts[:-1]})


def _is_not_migration(path: PurePath) -> bool:
    return "migrations" not in path.parts


def _has_no_reviewed_sql(path: PurePath) -> bool:
    return _is_not_migration(path) and path not in _REVIEWED_SQL


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _no_queries(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for line, name in _imports(tree):
        if name.startswith("django.db") and name != "django.db.models.QuerySet":  # the type of what a query gives
            yield line, f"a web package imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            yield node.lineno, "a web package asks the database by .objects"
    for call in _calls(tree):
        if isinstance(call.func, ast.Attribute) and _asks_or_writes(call, call.func):
            yield call.lineno, f"a web package calls .{call.func.attr}()"


def _asks_or_writes(call: ast.Call, method: ast.Attribute) -> bool:
    if method.attr == "save":  # a service may be called save, and takes more than a model's does
        return not call.args and {keyword.arg for keyword in call.keywords} <= _OF_A_MODELS_SAVE
    # `@register.filter` registers a filter of templates.
    return method.attr in _QUERIES and ast.unparse(method.value) != "register"


def _no_imports_inside(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for function in _functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield node.lineno, f"an import inside {function.name}"


def _no_silent_guard(tree: ast.Module, _source: str) -> Iterator[Finding]:
    """A class called for nothing: most often an exception that somebody forgot to raise."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = ast.unparse(node.value.func).rpartition(".")[2]
            if name[:1].isupper() and not name.isupper() and name not in _NOT_CLASSES:
                yield node.lineno, f"{name}(…) is made and dropped: was it to be raised?"


def _short_module(_tree: ast.Module, source: str) -> Iterator[Finding]:
    lines = len(source.splitlines())
    if lines > LONGEST_MODULE:
        yield lines, f"{lines} lines; a module has at most {LONGEST_MODULE}"


def _short_functions(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for function in _functions(tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield function.lineno, f"{function.name} has {lines} lines; a function has at most {LONGEST_FUNCTION}"


def _text_is_text(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for node in ast.walk(tree):
        name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
        if name in {"mark_safe", "SafeText", "html_safe", "__html__"}:
            yield getattr(node, "lineno", 0), f"{name}: text is text; build elements in a template"
    for line, name in _imports(tree):
        # SafeString is the type of what `format_html` gives; making one by hand is the same as mark_safe.
        if name.startswith("django.utils.safestring") and not name.endswith(".SafeString"):
            yield line, f"{name}: text is text; build elements in a template"
    for call in _calls(tree):
        if ast.unparse(call.func).rpartition(".")[2] == "SafeString":
            yield call.lineno, "SafeString(…): text is text; build elements in a template"


def _no_django(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for line, name in _imports(tree):
        if name.partition(".")[0].startswith("django"):
            yield line, f"{name}: this module knows no Django"


def _services_by_keyword(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            positional = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
            if positional and len(positional) + len(node.args.kwonlyargs) > 1:
                yield node.lineno, f"{node.name} takes {', '.join(positional)} by position"


def _time_is_told(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for line, name in _imports(tree):
        if name in {"kevytasiointi.core.clock.now", "kevytasiointi.core.clock.today"}:
            yield line, f"{name}: time is an argument here"
    for call in _calls(tree):
        if ast.unparse(call.func) in {"clock.now", "clock.today"}:
            yield call.lineno, f"{ast.unparse(call.func)}(): time is an argument here"


def _no_raw_sql(tree: ast.Module, _source: str) -> Iterator[Finding]:
    for call in _calls(tree):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        built = call.args and not isinstance(call.args[0], ast.Constant | ast.Name)
        if name in {"RawSQL", "extra", "raw"} or (name in {"execute", "executemany"} and built):
            yield call.lineno, f"{name}: SQL is a constant, and outside migrations a rare one"


def _no_unpacked_requests(tree: ast.Module, _source: str) -> Iterator[Finding]:
    """Keys made by a request must never become keys of a query (CVE-2025-64459)."""
    for call in _calls(tree):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in {"filter", "exclude", "get", "annotate", "alias", "Q", "order_by"}:
            for keyword in call.keywords:
                if keyword.arg is None and (
                    "request" in ast.unparse(keyword.value) or "POST" in ast.unparse(keyword.value)
                ):
                    yield call.lineno, f"{name}(**…) with keys from a request"


RULES = (
    Rule(
        "Web packages hold no query and no write",
        _no_queries,
        _in_web,
        bad=(
            "Application.objects.get(pk=1)",
            "rows.filter(a=1)",
            "form.save()",
            "row.save(update_fields=['a'])",
            "from django.db import transaction",
        ),
        good=(
            "queries.inbox(authority)",
            "drafting.save(application=a, now=now)",
            "@register.filter(name='x')\ndef f(v): return v",
            "services.submit(now=now())",
        ),
    ),
    Rule(
        "No imports inside functions",
        _no_imports_inside,
        _anywhere,
        bad=("def f():\n    import os", "class A:\n    async def f(self):\n        from a import b"),
        good=("import os\ndef f():\n    return os",),
    ),
    Rule(
        "An exception that is made is raised",
        _no_silent_guard,
        _anywhere,
        bad=("if not may:\n    PermissionDenied()", "refusals.NotYours('x')"),
        good=("raise PermissionDenied()", "services.submit()", "x = Refusal()", "CREATE()"),
    ),
    Rule(
        "Modules are short",
        _short_module,
        _is_not_migration,
        bad=("x = 1\n" * (LONGEST_MODULE + 1),),
        good=("x = 1\n" * LONGEST_MODULE,),
    ),
    Rule(
        "Functions are short",
        _short_functions,
        _is_not_migration,
        bad=("def f():\n" + "    x = 1\n" * LONGEST_FUNCTION,),
        good=("def f():\n" + "    x = 1\n" * (LONGEST_FUNCTION - 1),),
    ),
    Rule(
        "Text is text",
        _text_is_text,
        _anywhere,
        bad=("from django.utils.safestring import mark_safe", "safestring.mark_safe(x)", "SafeString(x)"),
        good=(
            "from django.utils.safestring import SafeString\ndef f(x) -> SafeString:\n    return format_html('<b>{}</b>', x)",
        ),
    ),
    Rule(
        "The form language, rules and events know no Django",
        _no_django,
        _knows_no_django,
        bad=("from django.db import models", "import django", "import django_tasks"),
        good=("from kevytasiointi.core.text import Text", "import datetime"),
    ),
    Rule(
        "Services take their arguments by keyword",  # a single one can't be mixed up
        _services_by_keyword,
        _is_service,
        bad=("def submit(application, *, now): ...",),
        good=("def submit(*, application, now): ...", "def _inner(a): ...", "class Port:\n    def send(self, a): ..."),
    ),
    Rule(
        "Services, rules, queries and models are told the time",
        _time_is_told,
        _is_told_the_time,
        bad=("from kevytasiointi.core.clock import now", "def f():\n    return clock.today()"),
        good=("from kevytasiointi.core import clock\nclock.end_of_day(day)",),
    ),
    Rule(
        "SQL is not built",
        _no_raw_sql,
        _has_no_reviewed_sql,
        bad=(
            "cursor.execute(f'SELECT {x}')",
            "cursor.execute('SELECT ' + x)",
            "rows.extra(where=[x])",
            "RawSQL(x, [])",
        ),
        good=("cursor.execute('SELECT 1')", "cursor.execute(STATEMENT, [x])"),
    ),
    Rule(
        "A request's keys never become a query's",
        _no_unpacked_requests,
        _anywhere,
        bad=("rows.filter(**request.GET.dict())", "Q(**self.request.POST)"),
        good=("rows.filter(**where)", "rows.filter(name=request.GET['q'])"),
    ),
)
