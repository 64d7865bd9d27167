import datetime as dt
from typing import ClassVar, Self

from django.db import models

from kevytasiointi.authorities.models import Authority, Municipality, ends_after_it_begins, in_force
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.fields import PublicIdField, TranslatedField


class ConnectionMethod(models.TextChoices):
    LIGHT = "light"
    CONDITIONAL = "conditional"
    INTEGRATED = "integrated"


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def of_authority(self, authority: Authority) -> Self:
        return self.filter(authority=authority)

    def in_force(self, on: dt.date) -> Self:
        """Those that answer for at least one municipality on that day."""
        answering = Competence.objects.in_force(on)
        return self.filter(in_force(on), pk__in=answering.values("adoption"))


class Adoption(models.Model):
    """An authority offers a procedure from a day on. Half-open: `[valid_from, valid_to)`."""

    public_id = PublicIdField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="adoptions")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="adoptions")
    method = models.CharField(max_length=12, choices=ConnectionMethod, default=ConnectionMethod.LIGHT)
    address = models.URLField(blank=True, help_text="Where it is done, for methods other than light")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    alert_address = models.EmailField(help_text="Role address of the first alert")
    alert_language = models.CharField(max_length=8, default="fi")
    contact = TranslatedField(help_text="The other channel, shown to customers: unit, phone, e-mail, post")
    fee = TranslatedField(help_text="What it costs here, shown to customers")
    handling_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Expected, hallintolaki 23 a §")
    created_at = models.DateTimeField()

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [ends_after_it_begins("adoption_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.authority}: {self.procedure}"


class CompetenceQuerySet(models.QuerySet["Competence"]):
    def in_force(self, on: dt.date) -> Self:
        return self.filter(in_force(on))

    def within(self, valid_from: dt.date, valid_to: dt.date | None) -> Self:
        """Those in force on at least one day of `[valid_from, valid_to)`."""
        if valid_to is not None and valid_to <= valid_from:
            return self.none()
        lasting = models.Q(valid_to__isnull=True) | (
            models.Q(valid_to__gt=valid_from) & models.Q(valid_to__gt=models.F("valid_from"))
        )
        return self.filter(lasting) if valid_to is None else self.filter(lasting, valid_from__lt=valid_to)


class Competence(models.Model):
    """Which adoption answers for a procedure in a municipality. Half-open; never two on one day.

    Kept by an exclusion constraint on PostgreSQL and by triggers on SQLite.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT)
    municipality = models.ForeignKey(Municipality, models.PROTECT)
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="competences")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = CompetenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "competences"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["procedure", "municipality"], name="competence_lookup"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [ends_after_it_begins("competence_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.procedure} in {self.municipality}: {self.adoption}"
