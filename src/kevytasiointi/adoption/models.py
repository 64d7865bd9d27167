from typing import ClassVar

from django.db import models

from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.fields import PublicIdField, TranslatedField


class ConnectionMethod(models.TextChoices):
    LIGHT = "light"
    CONDITIONAL = "conditional"
    INTEGRATED = "integrated"


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

    def __str__(self) -> str:
        return f"{self.authority}: {self.procedure}"


class Competence(models.Model):
    """Which adoption answers for a procedure in a municipality. Half-open; never two on one day.

    Kept by an exclusion constraint on PostgreSQL and by triggers on SQLite.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT)
    municipality = models.ForeignKey(Municipality, models.PROTECT)
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="competences")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["procedure", "municipality"], name="competence_lookup"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} in {self.municipality}: {self.adoption}"
