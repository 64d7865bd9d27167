"""A joining notice, as the step view sees it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse

from kevytasiointi.adoption import wishes
from kevytasiointi.adoption.models import JoiningNotice
from kevytasiointi.adoption.services import asking
from kevytasiointi.answers import queries as sheets
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.core.refusals import NotFound, Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers, Change
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.port import Fields, StepUrls
from kevytasiointi.identity.models import Account
from kevytasiointi.site.refusals import sentence


@dataclass(frozen=True)
class NoticePort:
    """One notice as it was read at one moment; it implements `formflow.web.port.SheetPort`. It has no files."""

    notice: JoiningNotice
    sheet: AnswerSheet
    actor: Account
    now: dt.datetime
    kept: Fields | None = None
    files: Mapping[str, FileFact] = field(default_factory=dict)
    masked: Mapping[str, str] = field(default_factory=dict)
    municipalities: Mapping[str, Text] = field(default_factory=dict)

    @cached_property
    def form(self) -> Form:
        return wishes.form_of(self.notice, self.answers)

    @cached_property
    def answers(self) -> Answers:
        return sheets.answers_of(self.sheet)

    @property
    def typed(self) -> Mapping[str, Any]:
        typed: Mapping[str, Any] = self.sheet.typed
        return typed

    def save(self, change: Change) -> "NoticePort":
        saved = asking.save_notice(
            notice=self.notice,
            change=change,
            expected_revision=self.sheet.revision,
            actor=self.actor,
            now=self.now,
        )
        return replace(self, sheet=saved)

    def attach(self, shown: Shown, uploaded: "UploadedFile[bytes]") -> None:  # noqa: ARG002 - the form asks for no file
        raise NotFound

    def detach(self, shown: Shown, file_id: str) -> None:  # noqa: ARG002 - as above
        raise NotFound

    def explain(self, refusal: Refusal) -> str:
        return sentence(refusal)

    def refreshed(self) -> "NoticePort":
        return replace(self, sheet=sheets.sheet(self.sheet.pk))


def step_urls(notice: JoiningNotice) -> StepUrls:
    def address(page_id: str) -> str:
        return step_address(notice, page_id)

    return StepUrls(
        step=address,
        after=reverse("console:notice", args=[notice.public_id]),
        away=reverse("console:start"),
    )


def step_address(notice: JoiningNotice, page_id: str) -> str:
    return reverse("console:step", args=[notice.public_id, page_id])
