from typing import ClassVar

from django.db import models

from kevytasiointi.authorities.models import Municipality
from kevytasiointi.catalogue.models import Procedure


class Wish(models.Model):
    """How many times in a month somebody said "I would use this" where it isn't offered. Who, nobody knows."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="wishes")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="wishes")
    month = models.DateField(help_text="Its first day, in Finland")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "wishes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["procedure", "municipality", "month"], name="wishes_are_counted_by_month"),
            models.CheckConstraint(condition=models.Q(month__day=1), name="a_month_is_told_by_its_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} in {self.municipality}, {self.month:%Y-%m}: {self.count}"
