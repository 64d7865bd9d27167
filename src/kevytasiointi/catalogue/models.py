from typing import ClassVar, Self

from django.db import models

from kevytasiointi.authorities.models import Authority, AuthorityType
from kevytasiointi.core.fields import PublicIdField, TranslatedField
from kevytasiointi.core.text import Text


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


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def done_here(self) -> Self:
        return self.filter(entry__isnull=True)

    def listed(self) -> Self:
        """In the order of lists: first what can be done here, then what is only shown."""
        return self.annotate(
            is_only_shown=models.ExpressionWrapper(models.Q(entry__isnull=False), output_field=models.BooleanField())
        ).order_by("is_only_shown", "slug")


class Procedure(models.Model):
    """One thing a customer can do towards one type of authority.

    The row holds what lists and search need; everything else is in the current form version, or in
    the entry of what is done elsewhere.
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
    elsewhere = TranslatedField(
        default=Text, blank=True, help_text="Who takes it in in a service of their own; empty: it is done here"
    )

    objects = ProcedureQuerySet.as_manager()

    def __str__(self) -> str:
        return self.slug

    @property
    def is_elsewhere(self) -> bool:
        """It is only shown here: no form, no adoption, no application."""
        return bool(self.elsewhere)


class ElsewhereEntry(models.Model):
    """What is told of a procedure that is done elsewhere. No case is tied to its words, so it has no versions."""

    procedure = models.OneToOneField(Procedure, models.PROTECT, related_name="entry")
    content = models.TextField(help_text="The definition as canonical JSON")
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "elsewhere entries"

    def __str__(self) -> str:
        return f"{self.procedure} (elsewhere)"


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
