"""The draft of an application, as the step view sees it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse

from kevytasiointi.answers import queries as sheets
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.services import drafting
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers, Change
from kevytasiointi.formflow.sheet import FileFact
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.port import Fields, StepUrls
from kevytasiointi.site.refusals import sentence


@dataclass(frozen=True)
class DraftPort:
    """One draft as it was read at one moment, each part once; it implements `formflow.web.port.SheetPort`."""

    application: Application
    sheet: AnswerSheet
    now: dt.datetime
    kept: Fields | None = None

    @cached_property
    def form(self) -> Form:
        return catalogue.definition_of(self.sheet.version).form

    @cached_property
    def answers(self) -> Answers:
        return sheets.answers_of(self.sheet)

    @property
    def typed(self) -> Mapping[str, Any]:
        typed: Mapping[str, Any] = self.sheet.typed
        return typed

    @cached_property
    def files(self) -> Mapping[str, FileFact]:
        return queries.files_of(self.application)

    @cached_property
    def masked(self) -> Mapping[str, str]:
        return sheets.masked_secrets_of(self.sheet)

    @cached_property
    def municipalities(self) -> Mapping[str, Text]:
        today = finnish_day(self.now)
        return {each.code: each.name for each in authorities.municipalities(today, self.sheet.language)}

    def save(self, change: Change) -> "DraftPort":
        revision = self.sheet.revision
        saved = drafting.save(application=self.application, change=change, expected_revision=revision, now=self.now)
        return replace(self, sheet=saved)

    def attach(self, shown: Shown, uploaded: "UploadedFile[bytes]") -> None:
        drafting.attach(application=self.application, place=shown, uploaded=uploaded, now=self.now)

    def detach(self, shown: Shown, file_id: str) -> None:
        drafting.detach(application=self.application, place=shown, file_id=file_id, now=self.now)

    def explain(self, refusal: Refusal) -> str:
        return sentence(refusal)

    def refreshed(self) -> "DraftPort":
        return replace(self, sheet=sheets.sheet(self.sheet.pk))


def step_urls(application: Application) -> StepUrls:
    def address(page_id: str) -> str:
        return reverse("portal:step", args=[application.public_id, page_id])

    def file_address(file_id: str) -> str:
        return reverse("portal:file", args=[application.public_id, file_id])

    return StepUrls(
        step=address,
        after=reverse("portal:check", args=[application.public_id]),
        away=reverse("portal:applications"),
        file=file_address,
    )
