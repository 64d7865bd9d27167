"""The rooms' translations, joined, checked and compiled without gettext's programs.

Each room keeps `locale/<language>/LC_MESSAGES/<room>.po`; Django reads one `django.mo` made from them.
See docs/decisions/0006.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
from django.utils.translation.template import templatize

COMPILED = "django.mo"

# Function → positions of context, message and plural among its arguments.
_CALLS: Mapping[str, tuple[int | None, int, int | None]] = {
    name + lazy: positions
    for name, positions in {
        "_": (None, 0, None),
        "gettext": (None, 0, None),
        "ngettext": (None, 0, 1),
        "pgettext": (0, 1, None),
        "npgettext": (0, 1, 2),
    }.items()
    for lazy in ("", "_lazy", "_noop")
}
_TEMPLATE_CALL = re.compile(r"\b(_|n?p?gettext)\(\s*")
_LITERAL = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?\s*""", re.DOTALL)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_ELEMENT = re.compile(r"</?\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A message that a page or a program asks for, and where."""

    context: str
    message: str
    plural: str
    place: str

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.message


@dataclass(frozen=True, slots=True)
class Translation:
    room: str
    entry: Any

    @property
    def texts(self) -> tuple[str, ...]:
        plural: dict[int, str] = self.entry.msgstr_plural
        return tuple(plural[n] for n in sorted(plural)) if plural else (self.entry.msgstr,)

    @property
    def is_whole(self) -> bool:
        return all(self.texts) and "fuzzy" not in self.entry.flags


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rooms' translations into one language."""

    language: str
    translations: Mapping[tuple[str, str], Translation]
    clashes: tuple[str, ...]


def languages_of(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/LC_MESSAGES"))


def read_catalogue(folder: Path, language: str) -> Catalogue:
    """The rooms' files joined. A message that two rooms translate differently is a clash."""
    found: dict[tuple[str, str], Translation] = {}
    clashes = []
    for file in sorted((folder / language / "LC_MESSAGES").glob("*.po")):
        for entry in polib.pofile(str(file), encoding="utf-8"):
            if entry.obsolete:
                continue
            new = Translation(file.stem, entry)
            old = found.setdefault((entry.msgctxt or "", entry.msgid), new)
            if old.texts != new.texts or old.entry.msgid_plural != entry.msgid_plural:
                clashes.append(f"{language}: {old.room} and {new.room} translate {entry.msgid!r} differently")
    return Catalogue(language, found, tuple(clashes))


def compile_catalogue(folder: Path, catalogue: Catalogue) -> Path:
    """Write the file that Django reads."""
    joined = polib.POFile()
    joined.metadata = {
        "Language": catalogue.language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    joined.extend(translation.entry for translation in catalogue.translations.values() if translation.is_whole)
    compiled = folder / catalogue.language / "LC_MESSAGES" / COMPILED
    joined.save_as_mofile(str(compiled))
    return compiled


def problems_of(catalogue: Catalogue, uses: list[Use]) -> list[str]:
    """What is missing, half done, or no longer asked for."""
    problems = list(catalogue.clashes)
    asked = set()
    for use in uses:
        if use.key in asked:
            continue
        asked.add(use.key)
        translation = catalogue.translations.get(use.key)
        if translation is None or not translation.is_whole:
            problems.append(f"{catalogue.language}: {use.message!r} isn't translated ({use.place})")
        elif (translation.entry.msgid_plural or "") != use.plural:
            problems.append(f"{catalogue.language}: {use.message!r} has another plural in {use.place}")
    for key, translation in catalogue.translations.items():
        where = f"{catalogue.language}/{translation.room}"
        if key not in asked:
            problems.append(f"{where}: nothing asks for {translation.entry.msgid!r}")
        problems.extend(f"{where}: {text!r} lacks or adds {what}" for text, what in _differences(translation))
    return problems


def _differences(translation: Translation) -> Iterator[tuple[str, str]]:
    """Placeholders and elements of the message that a translation has lost or made up."""
    source = [translation.entry.msgid, translation.entry.msgid_plural or translation.entry.msgid]
    for number, text in enumerate(translation.texts):
        original = source[min(number, 1)]
        for pattern, what in ((_PLACEHOLDER, "a placeholder"), (_ELEMENT, "an element")):
            if text and sorted(pattern.findall(text)) != sorted(pattern.findall(original)):
                yield text, what


def uses_in_templates(folder: Path) -> Iterator[Use]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".html", ".txt"}:
            yield from uses_in_template(file.read_text(encoding="utf-8"), place=str(file.relative_to(folder.parent)))


def uses_in_template(source: str, *, place: str) -> Iterator[Use]:
    """What Django's own reader of templates finds; its answer is a text of calls, read here."""
    calls = templatize(source, origin=place)
    for call in _TEMPLATE_CALL.finditer(calls):
        literals = []
        at = call.end()
        while literal := _LITERAL.match(calls, at):
            literals.append(str(ast.literal_eval(literal[1])))
            at = literal.end()
        if literals:
            yield _use(call[1], literals, place)


def uses_in_python(folder: Path) -> Iterator[Use]:
    for file in sorted(folder.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        yield from uses_in_module(source, place=str(file.relative_to(folder.parent)))


def uses_in_module(source: str, *, place: str) -> Iterator[Use]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _called(node)) in _CALLS:
            literals = [str(a.value) if isinstance(a, ast.Constant) else "" for a in node.args]
            if len(literals) > _CALLS[name][1] and literals[_CALLS[name][1]]:
                yield _use(name, literals, f"{place}:{node.lineno}")


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _use(name: str, literals: list[str], place: str) -> Use:
    context, message, plural = _CALLS[name]
    return Use(
        context="" if context is None else literals[context],
        message=literals[message],
        plural="" if plural is None else literals[plural],
        place=place,
    )
