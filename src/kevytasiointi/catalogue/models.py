from typing import ClassVar

from django.db import models

from kevytasiointi.authorities.models import Authority, AuthorityType
from kevytasiointi.core.fields import PublicIdField, TranslatedField


class ProcedureKind(models.TextChoices):
    PERMIT = "permit"
    NOTIFICATION = "notification"
    REGISTRATION = "registration"
    PLAN = "plan"
    SUPERVISION_REQUEST = "supervision_request"


class Bundle(models.Model):
    """Procedures of one theme, e.g. organising an event."""

    slug = models.SlugField(max_length=80, unique=True)
    name = TranslatedField()
    summary = TranslatedField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "slug"]

    def __str__(self) -> str:
        return self.slug


class Procedure(models.Model):
    """One thing a customer can do towards one type of authority.

    The row holds what lists and search need; everything else is in the current form version.
    """

    public_id = PublicIdField()
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=ProcedureKind)
    authority_type = models.CharField(max_length=20, choices=AuthorityType)
    sector = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, help_text="Empty: shared by all")
    bundles = models.ManyToManyField(Bundle, blank=True, related_name="procedures")
    name = TranslatedField()
    summary = TranslatedField()
    keywords = TranslatedField(help_text="Words people search with, beside those of name and summary")

    def __str__(self) -> str:
        return self.slug


class Form(models.Model):
    """The questions of a procedure, a survey or an assessment, through all their versions."""

    slug = models.SlugField(max_length=80, unique=True)
    procedure = models.OneToOneField(Procedure, models.PROTECT, null=True, blank=True, related_name="form")

    def __str__(self) -> str:
        return self.slug


class FormVersion(models.Model):
    """A published form with the facts of its procedure. Never updated, never deleted, by trigger too."""

    form = models.ForeignKey(Form, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField(help_text="The definition as canonical JSON")
    sha256 = models.CharField(max_length=64)
    language_schema = models.PositiveSmallIntegerField()
    change_note = TranslatedField(help_text="What changed, in plain language, for those who have adopted it")
    published_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["form", "number"], name="form_version_number_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.form} v{self.number}"
