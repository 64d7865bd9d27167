"""From a shown question to its box on the page."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kevytasiointi.core.folding import alphabetical
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import key_of
from kevytasiointi.formflow.parts import ORGANISATION_KINDS, part_label
from kevytasiointi.formflow.problems import Problem, message, named_message
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import (
    AttachmentQuestion,
    DeclarationQuestion,
    ManyOfQuestion,
    Page,
    Question,
    RepeatQuestion,
    YesNoQuestion,
)
from kevytasiointi.formflow.values import fields_of, parse, parts_of
from kevytasiointi.formflow.values.choices import NO, NONE_OF_THESE, YES
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.boxes import AttachedFile, Box, Choice, Complaint, Input, RowBox, Slot
from kevytasiointi.formflow.web.decoding import fields_sent
from kevytasiointi.formflow.web.names import field_id, input_name, rows_name, slot_id
from kevytasiointi.formflow.web.port import Fields, SheetPort
from kevytasiointi.formflow.web.widgets import look_of, widget_of

_WRITTEN_LIMIT_FROM: Final = 300
"""A text that may have at least this many characters tells its limit."""
_FILE_NAMES: Final[Mapping[str, str]] = {"jpg": "JPG", "heic": "HEIC", "docx": "Word (docx)", "xlsx": "Excel (xlsx)"}
_EXTENSIONS: Final[Mapping[str, tuple[str, ...]]] = {"jpg": (".jpg", ".jpeg"), "heic": (".heic", ".heif")}
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes the boxes of one page, in one language, of one moment.

    `sent` is shown instead of what is stored: what a clash or an expired session left unsaved.
    `sent_secrets` is the same for secrets only, which are never kept as typed. `tells_missing` holds the
    keys of questions whose missing answer is a problem already. `errors` are sentences that don't come
    from stored answers, `theirs` what another window has stored; both by key.
    """

    port: SheetPort
    language: str
    file_address: Callable[[str], str] | None = None
    tells_missing: Collection[str] = ()
    sent: Fields | None = None
    sent_secrets: Fields | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)

    def slots(self, page: Page, shown: Sequence[Shown]) -> list[Slot]:
        """A place for every question of the page, filled where the question is shown."""
        by_id = {one.question.id: one for one in shown}
        return [self._slot(question.id, by_id.get(question.id)) for question in page.questions]

    def complaints(self, shown: Sequence[Shown]) -> list[Complaint]:
        """What the error summary lists, in reading order."""
        return [complaint for one in flat(shown) if (complaint := self._complaint(one))]

    def problem_of(self, shown: Shown) -> Problem | None:
        """What was typed but is no answer comes before what the engine says of the answer that isn't there."""
        typed = self.port.typed.get(shown.key)
        if typed and shown.value is None and shown.question.is_answered:
            problem = parse(shown.question, typed).problem
            if problem:
                return Problem(problem.question, problem.code, shown.row, problem.part, problem.params)
        problem = shown.problem
        if problem and problem.code in _MISSING and not problem.part and shown.key not in self.tells_missing:
            return None
        return problem

    def box(self, shown: Shown) -> Box:
        question = shown.question
        widget = widget_of(question)
        common = _Common(self, shown)
        return Box(
            key=shown.key,
            name=common.name,
            field_id=field_id(shown.key),
            template=f"formflow/widgets/{widget.template}",
            is_group=widget.is_group,
            label=self._text(question.label),
            help=self._text(question.help),
            hint=str(widget.hint),
            text=self._text(getattr(question, "text", None)),
            why=self._text(question.purpose.why if question.purpose else None),
            is_optional=not shown.is_required and question.is_answered,
            is_required=shown.is_required,
            error=common.error,
            target=common.target,
            described_by=common.described_by,
            theirs=self.theirs.get(shown.key, ""),
            unit=self._text(getattr(question, "unit", None)) or ("€" if question.type == "money" else ""),
            limit=common.limit,
            masked=self.port.masked.get(shown.key, ""),
            **self._inside(shown, common),
        )

    def _inside(self, shown: Shown, common: "_Common") -> dict[str, Any]:
        """What is special to the type of question."""
        question = shown.question
        if isinstance(question, RepeatQuestion):
            return self._rows(shown, question)
        if isinstance(question, AttachmentQuestion):
            return self._files(shown, question)
        chosen = common.fields.get("", [])
        if isinstance(question, YesNoQuestion):
            pairs = [(YES, _("Yes"), ""), (NO, _("No"), "")]
            return {"choices": _choices(common.name, pairs, chosen), "is_pair": True}
        if isinstance(question, DeclarationQuestion):
            return {"choices": _choices(common.name, [(YES, self._text(question.text), "")], chosen)}
        if options := self._options(question):
            is_many = isinstance(question, ManyOfQuestion)
            return {"choices": _choices(common.name, options, chosen), "is_many": is_many}
        parts = parts_of(question) if question.is_answered else ()
        return {"inputs": [self._input(common, part) for part in parts]}

    def _options(self, question: Question) -> list[tuple[str, str, str]]:
        """Value, label and help of each option, if the question has options."""
        if question.type == "municipality":
            names = ((code, self._text(name), "") for code, name in self.port.municipalities.items())
            return sorted(names, key=lambda option: alphabetical(option[1]))
        options = [
            (option.id, self._text(option.label), self._text(option.help))
            for option in getattr(question, "options", ())
        ]
        if isinstance(question, ManyOfQuestion) and question.none_label:
            options.append((NONE_OF_THESE, self._text(question.none_label), ""))
        return options

    def _input(self, common: "_Common", part: str) -> Input:
        question = common.shown.question
        look = look_of(question, part)
        name = input_name(common.shown.key, part)
        value = next(iter(common.fields.get(part, ())), "")
        is_wrong = common.is_wrong(part)
        hint = str(look.hint) if part else ""
        described = [f"{name}-hint" if hint else "", common.error_id if is_wrong and part else ""]
        return Input(
            name=name,
            label=self._text(part_label(question, part)),
            value=value,
            type=look.type,
            inputmode=look.inputmode,
            autocomplete="" if common.shown.row else look.autocomplete,
            size=look.size,
            hint=hint,
            spellcheck=look.spellcheck,
            is_wrong=is_wrong,
            is_required=common.shown.is_required and part not in (*getattr(question, "optional", ()), "country"),
            described_by=" ".join(filter(None, described)) if part else common.described_by,
            choices=self._kinds(name, value) if part == "kind" else (),
        )

    def _kinds(self, name: str, value: str) -> Sequence[Choice]:
        return _choices(name, [(kind, self._text(text), "") for kind, text in ORGANISATION_KINDS.items()], [value])

    def _files(self, shown: Shown, question: AttachmentQuestion) -> dict[str, Any]:
        ids = [one for one in shown.value if isinstance(one, str)] if isinstance(shown.value, list) else []
        files = [
            AttachedFile(file_id, self.port.files.get(file_id, FileFact("?", 0)), self._file_address(file_id))
            for file_id in ids
        ]
        names = ", ".join(_FILE_NAMES.get(kind, kind.upper()) for kind in question.accept)
        told = ngettext(
            "Accepted: %(types)s. One file, at most %(megabytes)s MB.",
            "Accepted: %(types)s. At most %(count)s files, each at most %(megabytes)s MB.",
            question.max_files,
        )
        return {
            "files": files,
            "accept": ",".join(one for kind in question.accept for one in _EXTENSIONS.get(kind, (f".{kind}",))),
            "files_told": told % {"types": names, "count": question.max_files, "megabytes": question.max_mb},
            "may_add": len(files) < question.max_files,
        }

    def _file_address(self, file_id: str) -> str:
        return self.file_address(file_id) if self.file_address else ""

    def _rows(self, shown: Shown, group: RepeatQuestion) -> dict[str, Any]:
        label = self._text(group.row_label)
        rows = []
        for number, row in enumerate(shown.rows, start=1):
            by_id = {one.question.id: one for one in row.questions}
            slots = [
                self._slot(key_of(question.id, group=group.id, row=row.id), by_id.get(question.id))
                for question in group.questions
            ]
            rows.append(RowBox(row.id, field_id(f"{group.id}.{row.id}"), f"{label} {number}", slots))
        return {
            "rows": rows,
            "row_label": label,
            "rows_name": rows_name(group),
            "may_add": len(rows) < group.max_rows,
        }

    def _slot(self, key: str, shown: Shown | None) -> Slot:
        return Slot(slot_id(key), key, self.box(shown) if shown else None)

    def _complaint(self, shown: Shown) -> Complaint | None:
        common = _Common(self, shown)
        if own := self.errors.get(shown.key):
            return Complaint(f"#{common.target}", f"{self._text(shown.question.label)}: {own}")
        if common.problem is None:
            return None
        return Complaint(f"#{common.target}", named_message(common.problem, shown.question, self.language))

    def fields(self, shown: Shown) -> Mapping[str, Sequence[str]]:
        """What the inputs of the question show."""
        question = shown.question
        if isinstance(question, RepeatQuestion) or not question.is_answered:
            return _NOTHING
        sent = self.sent_secrets if question.is_secret else self.sent
        if sent is not None:
            return fields_sent(question, shown.key, sent)
        if shown.value is None and (typed := self.port.typed.get(shown.key)):
            return typed
        return fields_of(question, shown.value)

    def _text(self, text: Text | None) -> str:
        return text.in_language(self.language) if text else ""


_MISSING: Final = ("required", "too_few_rows")


class _Common:
    """What is worked out once for each question: its fields, its problem, and which element explains what."""

    def __init__(self, composer: Composer, shown: Shown) -> None:
        self.shown = shown
        self.name = input_name(shown.key)
        self.error_id = f"{self.name}-error"
        self.fields = composer.fields(shown)
        self.problem = composer.problem_of(shown)
        self.error = composer.errors.get(shown.key, "") or self._sentence(composer.language)
        self.limit = _limit(shown.question)
        self.target = self._target()
        self.described_by = self._described_by()

    def is_wrong(self, part: str) -> bool:
        if not self.error:
            return False
        return self.problem is None or self.problem.part in ("", part)

    def _sentence(self, language: str) -> str:
        if self.problem is None:
            return ""
        sentence = message(self.problem, self.shown.question, language)
        if not self.problem.part:
            return sentence
        return f"{part_label(self.shown.question, self.problem.part).in_language(language)}: {sentence}"

    def _target(self) -> str:
        question = self.shown.question
        if isinstance(question, RepeatQuestion) or not question.is_answered:
            return field_id(self.shown.key)
        if widget_of(question).template in ("choices.html", "declaration.html"):
            return _first_choice_id(question, self.name)
        wrong = self.problem.part if self.problem else ""
        return input_name(self.shown.key, wrong or parts_of(question)[0])

    def _described_by(self) -> str:
        question = self.shown.question
        ids = [
            f"{self.name}-help" if question.help else "",
            f"{self.name}-hint" if widget_of(question).hint or isinstance(question, AttachmentQuestion) else "",
            f"{self.name}-count" if self.limit else "",
            self.error_id if self.error else "",
        ]
        return " ".join(filter(None, ids))


def _choices(name: str, options: Sequence[tuple[str, str, str]], chosen: Sequence[str]) -> list[Choice]:
    return [Choice(_choice_id(name, value), value, label, text, value in chosen) for value, label, text in options]


def _choice_id(name: str, value: str) -> str:
    return f"{name}-{value}"


def _first_choice_id(question: Question, name: str) -> str:
    options = getattr(question, "options", ())
    return _choice_id(name, options[0].id if options else YES)


def _limit(question: Question) -> int:
    limit = getattr(question, "max_length", 0)
    return limit if limit >= _WRITTEN_LIMIT_FROM else 0


def flat(shown: Sequence[Shown]) -> list[Shown]:
    """Questions in reading order, those in rows after their group."""
    return [one for top in shown for one in (top, *(inner for row in top.rows for inner in row.questions))]
