"""A draft faces whoever answers today: adoptions end, municipalities merge, authorities change."""

import datetime as dt

from django.db import transaction

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption, ConnectionMethod
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import HistoryKind, Mover, Status
from kevytasiointi.applications.services.writing import lock, write_history
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.ledger.audit import record


class NotOfferedAnyMore(Refusal):
    """Nobody takes it in there through the service any more. The answers are kept."""

    code = "not_offered_any_more"


class AuthorityChanged(Refusal):
    """Another authority takes it in since the draft was last looked at: the customer sees that before sending."""

    code = "authority_changed"


@transaction.atomic
def route(*, application: Application, now: dt.datetime) -> bool:
    """Turn a draft to the adoption that answers for it today, and write that into its history; whether it changed.

    One that nobody takes in any more stays as it is. What has been sent keeps the competence of its day,
    and what is done in an authority's own service stays where it was begun.
    """
    if application.is_external:
        return False
    if not _is_astray(application, now):  # looked at without a lock: nearly always it isn't
        return False
    application = lock(application)
    municipality, adoption = _whereto(application, now)
    if adoption is None or application.state is not Status.DRAFT or _faces(application, municipality, adoption):
        return False
    language = application.language
    before, after = application.authority.name.in_language(language), adoption.authority.name.in_language(language)
    application.municipality = municipality
    application.adoption = adoption
    application.authority = adoption.authority
    application.save(update_fields=["municipality", "adoption", "authority"])
    write_history(
        application=application,
        kind=HistoryKind.REROUTED,
        mover=Mover.SYSTEM,
        actor=None,
        now=now,
        note=after if before == after else f"{before} → {after}",
    )
    record(
        action="application.rerouted",
        actor="",
        authority="",
        object_kind="application",
        object_id=application.public_id,
        now=now,
    )
    return True


def refuse_unless_taken_in(*, application: Application, now: dt.datetime) -> None:
    """Refuses with `NotOfferedAnyMore`, or `AuthorityChanged` when `route` has something to do first."""
    municipality, adoption = _whereto(application, now)
    if adoption is None:
        raise NotOfferedAnyMore
    if not _faces(application, municipality, adoption):
        raise AuthorityChanged


def _is_astray(application: Application, now: dt.datetime) -> bool:
    municipality, adoption = _whereto(application, now)
    return adoption is not None and not _faces(application, municipality, adoption)


def _whereto(application: Application, now: dt.datetime) -> tuple[Municipality, Adoption | None]:
    """The municipality as it is today, and the adoption that takes the draft in there."""
    today = finnish_day(now)
    municipality = authorities.municipality_on(application.municipality, today)
    adoption = adoptions.competent(application.procedure, municipality, today)
    return municipality, adoption if adoption and adoption.method == ConnectionMethod.LIGHT else None


def _faces(application: Application, municipality: Municipality, adoption: Adoption) -> bool:
    return application.municipality_id == municipality.pk and application.adoption_id == adoption.pk
