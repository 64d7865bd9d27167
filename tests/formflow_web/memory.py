"""A sheet in memory, and the addresses under which it is filled in: all that the step view needs."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, reverse

from kevytasiointi.core import clock
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.loading import read
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.web import step as steps
from kevytasiointi.formflow.web.port import STALE, StepUrls
from kevytasiointi.site.views import facts

EVERY_TYPE = Path(__file__).with_name("every_type.yaml")


class Stale(Refusal):
    code = STALE


class FileTooLarge(Refusal):
    code = "file_too_large"


@dataclass
class Store:
    """What is stored; `revision` moves on at every save."""

    form: Form
    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    files: dict[str, FileFact] = field(default_factory=dict)
    revision: int = 0
    kept: dict[str, list[str]] | None = None
    largest_file: int = 1_000_000
    saves_in_between: int = 0
    """How many times somebody else saves another page between our reading and our saving."""


@dataclass(frozen=True)
class MemoryPort:
    store: Store
    revision: int

    @property
    def form(self) -> Form:
        return self.store.form

    @property
    def answers(self) -> Answers:
        return Answers(dict(self.store.values), frozenset(self.store.secrets))

    @property
    def typed(self) -> dict[str, Any]:
        return dict(self.store.typed)

    @property
    def files(self) -> dict[str, FileFact]:
        return self.store.files

    @property
    def masked(self) -> dict[str, str]:
        return {key: f"{plain[:7]}****" for key, plain in self.store.secrets.items()}

    @property
    def municipalities(self) -> dict[str, Text]:
        return {"638": Text(fi="Porvoo", sv="Borgå"), "005": Text(fi="Alajärvi"), "980": Text(fi="Ylöjärvi")}

    @property
    def kept(self) -> dict[str, list[str]] | None:
        return self.store.kept

    def save(self, change: Any) -> "MemoryPort":
        if self.store.saves_in_between:
            self.store.saves_in_between -= 1
            self.store.revision += 1
        if self.revision != self.store.revision:
            raise Stale
        _merge(self.store.values, change.values)
        _merge(self.store.typed, change.typed)
        _merge(self.store.secrets, change.secrets)
        self.store.revision += 1
        return self.refreshed()

    def attach(self, shown: Any, uploaded: Any) -> None:
        if uploaded.size > self.store.largest_file:
            raise FileTooLarge
        file_id = f"file{len(self.store.files)}"
        self.store.files[file_id] = FileFact(uploaded.name, uploaded.size)
        self.store.values[shown.question.id] = [*(shown.value or []), file_id]
        self.store.revision += 1

    def detach(self, shown: Any, file_id: str) -> None:
        rest = [one for one in shown.value if one != file_id]
        _merge(self.store.values, {shown.question.id: rest or None})
        self.store.revision += 1

    def explain(self, refusal: Refusal) -> str:
        return f"refused: {refusal.code}"

    def refreshed(self) -> "MemoryPort":
        return replace(self, revision=self.store.revision)


def _merge(stored: dict[str, Any], given: dict[str, Any]) -> None:
    for key, value in given.items():
        if value is None:
            stored.pop(key, None)
        else:
            stored[key] = value


def form_of(yaml: str) -> Form:
    return read(yaml, file="test.yaml", model=Form)


def every_type() -> Form:
    return form_of(EVERY_TYPE.read_text(encoding="utf-8"))


STORE = Store(every_type())
"""The sheet that is being filled in; a test puts its own here with `begin`."""


def begin(form: Form | None = None, **stored: Any) -> Store:
    STORE.__init__(form or every_type(), **stored)  # type: ignore[misc] - the view holds on to this very store
    return STORE


@login_not_required
def step(request: HttpRequest, page_id: str) -> HttpResponse:
    def address(page: str) -> str:
        return reverse("step", args=[page])

    return steps.step(
        request,  # type: ignore[arg-type] - the middleware has made it one
        port=MemoryPort(STORE, STORE.revision),
        page_id=page_id,
        urls=StepUrls(step=address, after=reverse("after"), away=reverse("away"), file=lambda one: f"/files/{one}/"),
        today=clock.today(),
        context={"title": "Koe", "minutes": 5, "who": "signed"},
    )


@login_not_required
def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("here")


_SITE = (
    [
        path("sign-in/", plain, name="sign_in"),
        path("sign-out/", plain, name="sign_out"),
        path("accessibility/", facts.accessibility, name="accessibility"),
        path("privacy/", facts.privacy, name="privacy"),
        path("about/", facts.about, name="about"),
        path("mailbox/", plain, name="mailbox"),
        path("components/", plain, name="gallery"),
    ],
    "site",
)
urlpatterns = i18n_patterns(
    path("fill/<slug:page_id>/", step, name="step"),
    path("after/", plain, name="after"),
    path("away/", plain, name="away"),
    path("", include(_SITE)),
)
