from typing import ClassVar

from django.db import models

from kevytasiointi.core.fields import PublicIdField


class AuditEntry(models.Model):
    """Who looked at, took out or changed what. Insert-only, by trigger too.

    ASVS 5.0 16.2.1 and tiedonhallintalaki 906/2019 17 §. Actor and authority are opaque public ids,
    so that the ledger stands below everything it writes about. Answers, names and identity codes
    never enter it.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=22, blank=True, help_text="Account.public_id, empty for the system")
    authority = models.CharField(max_length=22, blank=True, help_text="Authority.public_id the right came from")
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=22)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["authority", "-id"], name="audit_by_authority"),
            models.Index(fields=["object_kind", "object_id"], name="audit_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_kind} {self.object_id}"


class JobState(models.TextChoices):
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(models.Model):
    """Work to do, written in the transaction that made it necessary: the outbox is this table."""

    public_id = PublicIdField()
    task = models.CharField(max_length=200, help_text="Dotted path of the task function")
    arguments = models.JSONField(default=dict, help_text="Keyword arguments; ids only")
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.READY)
    run_after = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.CharField(max_length=22, blank=True, help_text="Fence: only its holder may finish the job")
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True, help_text="Class and place of the failure, never its data")
    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["-priority", "run_after", "id"],
                name="job_next",
                condition=models.Q(state__in=["ready", "running"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.public_id}"


class DatabaseMark(models.Model):
    """What this database is for: one row. A production server refuses a database marked demo."""

    mode = models.CharField(max_length=12)

    def __str__(self) -> str:
        return self.mode
