"""Procedures, bundles, and the published versions of their forms."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from django.db.models import Prefetch, Q, QuerySet

from kevytasiointi.authorities.models import Authority
from kevytasiointi.authorities.rules import types_served
from kevytasiointi.catalogue import statuses
from kevytasiointi.catalogue.definition import (
    ElsewhereDefinition,
    FormDefinition,
    ProcedureDefinition,
    read_stored,
    read_stored_elsewhere,
    read_stored_form,
)
from kevytasiointi.catalogue.models import Bundle, ElsewhereEntry, FormVersion, Procedure
from kevytasiointi.catalogue.searching import Field, ranked
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text

_VERSIONS_KEPT_READ: Final = 300


def procedure(slug: str) -> Procedure:
    """The procedure, else `NotFound`."""
    found = Procedure.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def procedures(bundle: Bundle | None = None) -> QuerySet[Procedure]:
    """Those that are done through this service: all of them, or those of one theme."""
    chosen = Procedure.objects.done_here()
    return (chosen if bundle is None else chosen.filter(bundles=bundle)).order_by("slug")


def listed_procedures() -> QuerySet[Procedure]:
    """Everything people may look for: what is done here, then what is done elsewhere and only shown."""
    return Procedure.objects.listed()


def procedures_for(authority: Authority) -> QuerySet[Procedure]:
    """What the authority may take in: the shared ones of its type and sector, and its own."""
    return procedures_of_kind(authority.type, authority.sector, owner=authority)


def procedures_of_kind(authority_type: str, sector: str, *, owner: Authority | None = None) -> QuerySet[Procedure]:
    """What an authority of this type and sector may take in; of those with an owner, only the owner's own."""
    fitting = Procedure.objects.done_here().filter(authority_type__in=types_served(authority_type), sector=sector)
    return fitting.filter(Q(owner=None) | Q(owner=owner)).order_by("slug")


def bundles() -> QuerySet[Bundle]:
    """The themes in the order in which they are shown, with all their procedures as they are listed."""
    procedures_in_order = Prefetch("procedures", queryset=listed_procedures())
    return Bundle.objects.prefetch_related(procedures_in_order).order_by("position", "slug")


def entry_of(procedure: Procedure) -> ElsewhereDefinition:
    """What is told of a procedure that is done elsewhere; `NotFound` of one that is done here."""
    content = ElsewhereEntry.objects.filter(procedure=procedure).values_list("content", flat=True).first()
    if content is None:
        raise NotFound
    return read_stored_elsewhere(content)


def search(text: str, language: str) -> list[Procedure]:
    """Procedures that have any of the words in name, keywords or summary, best first."""
    those = {each.pk: each for each in listed_procedures()}
    fields = {pk: (Field(3, each.name), Field(2, each.keywords), Field(1, each.summary)) for pk, each in those.items()}
    return [those[pk] for pk in ranked(fields, text, language)]


def current_version(procedure: Procedure) -> FormVersion:
    """The version that a new application is started with; `NotFound` before the first is published."""
    found = FormVersion.objects.filter(form__procedure=procedure).order_by("-number").first()
    if found is None:
        raise NotFound
    return found


def versions(procedure: Procedure) -> QuerySet[FormVersion]:
    """The published versions of its form, latest first, without their content."""
    return FormVersion.objects.filter(form__procedure=procedure).defer("content").order_by("-number")


def definition_of(version: FormVersion) -> ProcedureDefinition:
    """The definition that was published as this version. Versions never change, so each is read once.

    Its content isn't taken from the row: whoever reads rows of versions may leave that large column out.
    """
    return _read(version.sha256)


def current_definition(procedure: Procedure) -> ProcedureDefinition:
    return definition_of(current_version(procedure))


def form_version(slug: str) -> FormVersion:
    """The current version of a form that is no procedure's; `NotFound` before the first is published."""
    found = FormVersion.objects.filter(form__slug=slug, form__procedure=None).order_by("-number").first()
    if found is None:
        raise NotFound
    return found


def form_of(version: FormVersion) -> FormDefinition:
    """What was published as this version of a form that is no procedure's."""
    return _read_form(version.sha256)


def outcomes_of(procedure: Procedure) -> Mapping[str, Text]:
    """How a matter of this procedure can end: id → name, in the order its definition lists them."""
    return {outcome: statuses.outcome(outcome).name for outcome in current_definition(procedure).outcomes}


@lru_cache(maxsize=_VERSIONS_KEPT_READ)
def _read(sha256: str) -> ProcedureDefinition:
    # By digest, not by row: the same content is the same definition in every database.
    return read_stored(_content(sha256))


@lru_cache(maxsize=_VERSIONS_KEPT_READ)
def _read_form(sha256: str) -> FormDefinition:
    return read_stored_form(_content(sha256))


def _content(sha256: str) -> str:
    return FormVersion.objects.filter(sha256=sha256).values_list("content", flat=True)[:1].get()
