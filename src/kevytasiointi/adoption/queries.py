"""Who answers for what, where, on which day."""

import datetime as dt

from django.db.models import QuerySet

from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.catalogue.models import Procedure


def competent(procedure: Procedure, municipality: Municipality, on: dt.date) -> Adoption | None:
    """The adoption that answers for the procedure in the municipality that day, or None. Never two."""
    row = (
        Competence.objects.in_force(on)
        .filter(procedure=procedure, municipality=municipality)
        .select_related("adoption__authority", "adoption__procedure")
        .first()
    )
    return row.adoption if row else None


def offering(on: dt.date) -> QuerySet[Adoption]:
    """Every adoption that answers somewhere that day."""
    return Adoption.objects.in_force(on).select_related("authority", "procedure")


def procedures_offered(on: dt.date) -> QuerySet[Procedure]:
    """What a customer can do somewhere in the country that day."""
    return Procedure.objects.filter(pk__in=Competence.objects.in_force(on).values("procedure"))


def municipalities_offering(procedure: Procedure, on: dt.date) -> QuerySet[Municipality]:
    return Municipality.objects.filter(
        pk__in=Competence.objects.in_force(on).filter(procedure=procedure).values("municipality")
    )


def adoptions_of(authority: Authority) -> QuerySet[Adoption]:
    """Past, present and coming ones of one authority, latest first."""
    return Adoption.objects.of_authority(authority).select_related("procedure").order_by("-valid_from", "-pk")
