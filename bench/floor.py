"""The floor: how many rows Django can insert one after another when each is durable before the next begins."""

import statistics
import time

from django.db import connection, models

from kevytasiointi.core import clock


class Row(models.Model):
    """A row of an ordinary size."""

    at = models.DateTimeField()
    text = models.CharField(max_length=200)

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return self.text


def floor_rows_per_s(*, rounds: int, seconds: float) -> float:
    """The median of some rounds, in the database and with the settings of the service."""
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    return statistics.median(_round(seconds) for _ in range(rounds))


def _round(seconds: float) -> float:
    began = time.perf_counter()
    count = 0
    while time.perf_counter() - began < seconds:
        Row.objects.create(at=clock.now(), text="One durable row through Django, the length of an ordinary answer.")
        count += 1
    return count / (time.perf_counter() - began)
