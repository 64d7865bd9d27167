from typing import ClassVar

from django.db import models

from kevytasiointi.catalogue.models import FormVersion
from kevytasiointi.core.fields import PublicIdField


class AnswerSheet(models.Model):
    """Any form somebody is filling in.

    `answers` holds canonical values by question id; `typed` holds what was typed but is not (yet) a
    valid answer, so that nothing typed is lost. Every save moves `revision` on by one.
    """

    public_id = PublicIdField()
    version = models.ForeignKey(FormVersion, models.PROTECT)
    answers = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=8)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True, help_text="Sent: nothing can be saved any more")

    def __str__(self) -> str:
        return self.public_id


class SecretAnswer(models.Model):
    """A personal identity code, sealed; it never enters `AnswerSheet.answers`, and goes when its sheet goes."""

    sheet = models.ForeignKey(AnswerSheet, models.CASCADE, related_name="secrets")
    group = models.CharField(
        max_length=40, blank=True, help_text="The repeating group of the question, if it is in one"
    )
    question = models.CharField(max_length=40)
    row = models.CharField(max_length=22, blank=True, help_text="Row id in a repeating group")
    ciphertext = models.TextField()
    blind_index = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sheet", "question", "row"], name="secret_is_one_per_place"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.key}"

    @property
    def key(self) -> str:
        """`question`, or `group.row.question` in a repeating group: as `formflow.answers` names it."""
        return f"{self.group}.{self.row}.{self.question}" if self.row else self.question

    @property
    def place(self) -> str:
        """Where the value is sealed to: moved to another sheet or question it doesn't open."""
        return f"secret:{self.sheet.public_id}:{self.question}:{self.row}"


class KeptInput(models.Model):
    """What somebody had typed when their session ended: sealed, for 30 minutes, for the same person."""

    token = PublicIdField()
    subject = models.CharField(max_length=22, help_text="Account.public_id; only this person gets it back")
    address = models.CharField(max_length=300, help_text="The page it was typed on")
    ciphertext = models.TextField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.token
