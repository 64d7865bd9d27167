"""Bring the catalogue up to the definitions in a folder."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import transaction

from kevytasiointi.authorities.models import AuthorityType
from kevytasiointi.catalogue.definition import (
    BundleDefinition,
    ElsewhereDefinition,
    FormDefinition,
    ProcedureDefinition,
    ProcedureFacts,
    canonical,
    digest,
    read_stored,
    read_stored_form,
    retyped,
)
from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.catalogue.models import Bundle, ElsewhereEntry, Form, FormVersion, Procedure
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.audit import record


class QuestionsRetyped(Refusal):
    """A question asks for another type of answer than an earlier version did under the same id.

    An id means one thing for ever; a question that asks for something else gets an id of its own.
    """

    code = "questions_retyped"

    def __init__(self, procedure: str, questions: tuple[str, ...]) -> None:
        super().__init__(f"{procedure}: {', '.join(questions)}")
        self.procedure = procedure
        self.questions = questions


class OutcomesForgotten(Refusal):
    """Outcomes that published versions name have no words any more; old cases couldn't say how they ended."""

    code = "outcomes_forgotten"

    def __init__(self, outcomes: Collection[str]) -> None:
        super().__init__(", ".join(sorted(outcomes)))
        self.outcomes = tuple(sorted(outcomes))


class FormInUse(Refusal):
    """The procedure has a published form: what has been done here can't become something that is only shown."""

    code = "form_in_use"

    def __init__(self, procedure: str) -> None:
        super().__init__(procedure)
        self.procedure = procedure


class Loading(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """What loading did to one definition; `version` is the number of its form's current version."""

    what: str
    slug: str
    loading: Loading
    version: int | None = None


@transaction.atomic
def load_definitions(*, folder: Path, now: dt.datetime) -> tuple[Change, ...]:
    """Make the catalogue what the folder says: all of it or, at an error, nothing.

    A procedure whose content differs from its current version gets a new version; applications that
    have begun stay on theirs. A procedure that is no more in the folder stays in the catalogue, for
    its applications are there. Raises `DefinitionErrors`, `QuestionsRetyped`, `OutcomesForgotten` or
    `FormInUse`.
    """
    definitions = read_folder(folder)
    _refuse_forgotten_outcomes(definitions.statuses.outcomes)
    return (
        *(_load_bundle(bundle) for bundle in definitions.bundles),
        *(_load_procedure(procedure, now) for procedure in definitions.procedures),
        *(_load_entry(entry, now) for entry in definitions.elsewhere),
        *(_load_form(form, now) for form in definitions.forms),
    )


def _refuse_forgotten_outcomes(known: Collection[str]) -> None:
    published = FormVersion.objects.filter(form__procedure__isnull=False).values_list("content", flat=True)
    used = {outcome for content in published for outcome in read_stored(content).outcomes}
    if forgotten := used - set(known):
        raise OutcomesForgotten(forgotten)


def _load_bundle(definition: BundleDefinition) -> Change:
    facts = {"name": definition.name, "summary": definition.summary, "position": definition.position}
    bundle = Bundle.objects.filter(slug=definition.id).first()
    if bundle is None:
        Bundle.objects.create(slug=definition.id, **facts)
        return Change("bundle", definition.id, Loading.NEW)
    if all(getattr(bundle, name) == value for name, value in facts.items()):
        return Change("bundle", definition.id, Loading.UNCHANGED)
    Bundle.objects.filter(pk=bundle.pk).update(**facts)
    return Change("bundle", definition.id, Loading.CHANGED)


def _load_procedure(definition: ProcedureDefinition, now: dt.datetime) -> Change:
    content = canonical(definition)
    Procedure.objects.select_for_update().filter(slug=definition.id).first()
    former = list(FormVersion.objects.filter(form__procedure__slug=definition.id).order_by("-number"))
    if former and former[0].sha256 == digest(content):
        return Change("procedure", definition.id, Loading.UNCHANGED, former[0].number)
    changed = retyped((read_stored(version.content).form for version in former), definition.form)
    if changed:
        raise QuestionsRetyped(definition.id, changed)
    form, _ = Form.objects.get_or_create(procedure=_put_procedure(definition), defaults={"slug": definition.id})
    version = _publish(form, definition, content, now)
    return Change("procedure", definition.id, Loading.CHANGED if former else Loading.NEW, version.number)


def _load_form(definition: FormDefinition, now: dt.datetime) -> Change:
    """A form that is no procedure's, by its own id. Its questions are kept from being retyped too."""
    content = canonical(definition)
    form, _ = Form.objects.get_or_create(slug=definition.id, procedure=None)
    former = list(form.versions.order_by("-number"))
    if former and former[0].sha256 == digest(content):
        return Change("form", definition.id, Loading.UNCHANGED, former[0].number)
    if changed := retyped((read_stored_form(version.content).form for version in former), definition.form):
        raise QuestionsRetyped(definition.id, changed)
    version = _publish(form, definition, content, now)
    return Change("form", definition.id, Loading.CHANGED if former else Loading.NEW, version.number)


def _put_procedure(definition: ProcedureDefinition) -> Procedure:
    # It may have been done elsewhere until now.
    ElsewhereEntry.objects.filter(procedure__slug=definition.id).delete()
    authority = definition.authority
    return _put(definition, authority_type=authority.type, sector=authority.sector, elsewhere=Text())


def _load_entry(definition: ElsewhereDefinition, now: dt.datetime) -> Change:
    content = canonical(definition)
    former = ElsewhereEntry.objects.filter(procedure__slug=definition.id).first()
    if former and former.sha256 == digest(content):
        return Change("elsewhere", definition.id, Loading.UNCHANGED)
    if Form.objects.filter(procedure__slug=definition.id).exists():
        raise FormInUse(definition.id)
    procedure = _put(
        definition,
        authority_type=AuthorityType.STATE_AGENCY,
        sector="",
        elsewhere=definition.elsewhere.authority,
    )
    facts = {"content": content, "sha256": digest(content), "loaded_at": now}
    ElsewhereEntry.objects.update_or_create(procedure=procedure, defaults=facts)
    _log("entry.published", procedure, now, sha256=digest(content))
    return Change("elsewhere", definition.id, Loading.CHANGED if former else Loading.NEW)


def _put(definition: ProcedureFacts, *, authority_type: str, sector: str, elsewhere: Text) -> Procedure:
    procedure, _ = Procedure.objects.update_or_create(
        slug=definition.id,
        defaults={
            "kind": definition.kind,
            "authority_type": authority_type,
            "sector": sector,
            "elsewhere": elsewhere,
            "name": definition.name,
            "summary": definition.summary,
            "keywords": definition.keywords,
        },
    )
    procedure.bundles.set(Bundle.objects.filter(slug__in=definition.bundles))
    return procedure


def _publish(
    form: Form, definition: ProcedureDefinition | FormDefinition, content: str, now: dt.datetime
) -> FormVersion:
    version = FormVersion.objects.create(
        form=form,
        number=form.versions.count() + 1,
        content=content,
        sha256=digest(content),
        language_schema=definition.language_schema,
        change_note=definition.change_note,
        published_at=now,
    )
    _log("form.published", form.procedure or form, now, version=version.number, sha256=version.sha256)
    return version


def _log(action: str, what: Procedure | Form, now: dt.datetime, **detail: str | int) -> None:
    kind, known_as = ("procedure", what.public_id) if isinstance(what, Procedure) else ("form", what.slug)
    record(
        action=action,
        actor="",
        authority="",
        object_kind=kind,
        object_id=known_as,
        now=now,
        detail=detail,
    )
