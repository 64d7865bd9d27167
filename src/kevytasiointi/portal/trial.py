"""A form that is tried out: every page behaves as it will for customers, and nothing is stored.

What was answered travels in the page itself, signed, and comes back with the next press. Of a file only its name and
size are remembered, of a secret only that it was given.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature

from kevytasiointi.authorities import queries as authorities
from kevytasiointi.core import clock
from kevytasiointi.core.ids import new_public_id
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import JSON, Answers, Change
from kevytasiointi.formflow.engine import walk
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import AttachmentQuestion, Form
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.port import Fields, StepUrls
from kevytasiointi.site.refusals import sentence

_SALT: Final = "portal.trial"
_GIVEN: Final = "****"
CHECK: Final = ""
"""Where the page would be: the trial is at checking the answers."""


class TooManyTried(Refusal):
    """No more files can be attached to the question."""

    code = "too_many_files"


@dataclass(frozen=True, slots=True)
class Tried:
    """What the page carries: the answers so far, on which page one is, and in which language."""

    page: str
    language: str
    values: dict[str, JSON] = field(default_factory=dict)
    typed: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    def with_change(self, change: Change) -> "Tried":
        """As saving would leave it; a None takes the answer away."""
        given = {key for key, secret in change.secrets.items() if secret is not None}
        return replace(
            self,
            values=_laid_over(self.values, change.values),
            typed=_laid_over(self.typed, change.typed),
            secrets=tuple(sorted((set(self.secrets) - change.secrets.keys()) | given)),
        )


def _laid_over(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**old, **new}.items() if value is not None}


@dataclass
class Trial:
    """The trial of one published version, as it stands now; `tried` moves on with each save."""

    form: Form
    sha256: str
    tried: Tried
    was_lost: bool = False
    """What the page carried couldn't be read, as after a new version of the form: it began anew."""

    @property
    def token(self) -> str:
        """What the page carries; read when the page is rendered, after everything has been saved."""
        return signing.dumps(asdict(self.tried), salt=f"{_SALT}.{self.sha256}", compress=True)

    @property
    def port(self) -> "TrialPort":
        return TrialPort(self, self.tried)

    def at(self, page: str, language: str | None = None) -> "Trial":
        """The same trial on another page."""
        moved = replace(self.tried, page=page, language=language or self.tried.language)
        return replace(self, tried=moved)


def begun(form: Form, sha256: str, language: str) -> Trial:
    return Trial(form, sha256, Tried(form.pages[0].id, language))


def gone_on(form: Form, sha256: str, *, token: str, language: str) -> Trial:
    """The trial that the page carried; a new one if that isn't of this form."""
    try:
        carried: dict[str, Any] = signing.loads(token, salt=f"{_SALT}.{sha256}")
    except BadSignature:
        return replace(begun(form, sha256, language), was_lost=True)
    return Trial(form, sha256, Tried(**{**carried, "secrets": tuple(carried["secrets"])}))


@dataclass(frozen=True)
class TrialPort:
    """The answers of a trial at one moment; it implements `formflow.web.port.SheetPort`."""

    trial: Trial
    tried: Tried

    kept: Fields | None = None

    @property
    def form(self) -> Form:
        return self.trial.form

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.tried.values, frozenset(self.tried.secrets), self.tried.typed)

    @property
    def typed(self) -> Mapping[str, Mapping[str, list[str]]]:
        return self.tried.typed

    @property
    def files(self) -> Mapping[str, FileFact]:
        return {file_id: FileFact(name, size) for file_id, (name, size) in self.tried.files.items()}

    @property
    def masked(self) -> Mapping[str, str]:
        return dict.fromkeys(self.tried.secrets, _GIVEN)

    @cached_property
    def municipalities(self) -> Mapping[str, Text]:
        return {each.code: each.name for each in authorities.municipalities(clock.today(), self.tried.language)}

    def is_complete(self, today: dt.date) -> bool:
        """Whether a customer could send this."""
        return walk(self.form, self.answers, today=today).is_complete

    def save(self, change: Change) -> "TrialPort":
        return self._moved_on(self.tried.with_change(change))

    def attach(self, shown: Shown, uploaded: "UploadedFile[bytes]") -> None:
        """Remembers the name and size; the content is neither read nor kept."""
        now = self.refreshed().tried
        present = _attached(now.values, shown)
        if isinstance(shown.question, AttachmentQuestion) and len(present) >= shown.question.max_files:
            raise TooManyTried
        file_id = new_public_id()
        files = {**now.files, file_id: (uploaded.name or "?", uploaded.size or 0)}
        change = Change(values=_with_files(now.values, shown, [*present, file_id]))
        self._moved_on(replace(now.with_change(change), files=files))

    def detach(self, shown: Shown, file_id: str) -> None:
        now = self.refreshed().tried
        left = [one for one in _attached(now.values, shown) if one != file_id]
        self._moved_on(now.with_change(Change(values=_with_files(now.values, shown, left))))

    def explain(self, refusal: Refusal) -> str:
        return sentence(refusal)

    def refreshed(self) -> "TrialPort":
        return self.trial.port

    def _moved_on(self, tried: Tried) -> "TrialPort":
        self.trial.tried = tried
        return self.trial.port


def _attached(values: Mapping[str, JSON], shown: Shown) -> list[str]:
    stored = _place(values, shown)
    return [one for one in stored if isinstance(one, str)] if isinstance(stored, list) else []


def _place(values: Mapping[str, JSON], shown: Shown) -> JSON:
    if shown.group is None:
        return values.get(shown.question.id)
    return next(
        (row["values"].get(shown.question.id) for row in _rows(values, shown.group) if row["id"] == shown.row), None
    )


def _with_files(values: Mapping[str, JSON], shown: Shown, file_ids: list[str]) -> dict[str, JSON]:
    kept: JSON = list(file_ids) or None
    if shown.group is None:
        return {shown.question.id: kept}
    rows: list[JSON] = [
        {**row, "values": _laid_over(row["values"], {shown.question.id: kept})} if row["id"] == shown.row else row
        for row in _rows(values, shown.group)
    ]
    return {shown.group: rows}


def _rows(values: Mapping[str, JSON], group: str) -> list[dict[str, Any]]:
    stored = values.get(group)
    return [row for row in stored if isinstance(row, dict)] if isinstance(stored, list) else []


def urls(away: str) -> StepUrls:
    """Addresses inside the one page of the trial: they are never visited, only read by the view."""
    return StepUrls(step=lambda page_id: f"./?page={page_id}", after="./?page=", away=away)
