from typing import ClassVar, Self

from django.db import models

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.applications.rules import Channel, FactKind, HistoryKind, Mover, Status, find_move
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.catalogue.models import Bundle, FormVersion, Procedure
from kevytasiointi.core.fields import PublicIdField
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.identity.models import Account, Customer


class Project(models.Model):
    """The customer's undertaking: its applications stand together. One procedure makes a project of one."""

    public_id = PublicIdField()
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="projects")
    bundle = models.ForeignKey(Bundle, models.PROTECT, null=True, blank=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class NoSheetHere(Refusal):
    """The application is filled in and kept in the authority's own service."""

    code = "no_sheet_here"


class ApplicationQuerySet(models.QuerySet["Application"]):
    def of_customers(self, customers: models.QuerySet[Customer]) -> Self:
        return self.filter(customer__in=customers)

    def of_authorities(self, authorities: models.QuerySet[Authority]) -> Self:
        """What officials of `authorities` may see: what has been sent to them, never a draft.

        What is filled in elsewhere is theirs to see once its customer has told that it was sent there.
        """
        sent_here = ~models.Q(channel=Channel.EXTERNAL) & ~models.Q(status__in=[Status.DRAFT, Status.EXPIRED])
        sent_there = models.Q(channel=Channel.EXTERNAL, sent_elsewhere_at__isnull=False)
        return self.filter(sent_here | sent_there, authority__in=authorities)

    def with_facts(self) -> Self:
        """What the six facts of a row need, in one query."""
        return self.select_related("procedure", "authority", "handler", "municipality", "adoption")


class RealApplications(models.Manager["Application"]):
    """Leaves rehearsals out; they are asked for by name."""

    def get_queryset(self) -> ApplicationQuerySet:
        return ApplicationQuerySet(self.model, using=self._db).filter(is_rehearsal=False)

    def of_customers(self, customers: models.QuerySet[Customer]) -> ApplicationQuerySet:
        return self.get_queryset().of_customers(customers)

    def of_authorities(self, authorities: models.QuerySet[Authority]) -> ApplicationQuerySet:
        return self.get_queryset().of_authorities(authorities)


class Application(models.Model):
    """One procedure of one project towards one authority."""

    public_id = PublicIdField()
    project = models.ForeignKey(Project, models.PROTECT, related_name="applications")
    procedure = models.ForeignKey(Procedure, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="applications")
    adoption = models.ForeignKey(Adoption, models.PROTECT)
    municipality = models.ForeignKey(Municipality, models.PROTECT)
    sheet = models.OneToOneField(AnswerSheet, models.PROTECT, null=True, blank=True, related_name="application")
    status = models.CharField(max_length=20, choices=[(s, s) for s in Status], default=Status.DRAFT)
    outcome = models.CharField(max_length=40, blank=True, help_text="Id in statuses.yaml, when handled")
    channel = models.CharField(max_length=10, choices=[(c, c) for c in Channel], default=Channel.ONLINE)
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="applications")
    is_rehearsal = models.BooleanField(default=False)
    language = models.CharField(max_length=8, help_text="Language of the case")
    reference = models.CharField(max_length=16, unique=True, null=True, blank=True, help_text="From sending on")
    handler = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="handled")
    case_number = models.CharField(max_length=60, blank=True, help_text="In the authority's own case management")
    handling_started_at = models.DateTimeField(null=True, blank=True)
    status_changed_at = models.DateTimeField()
    created_at = models.DateTimeField()
    sent_elsewhere_at = models.DateTimeField(
        null=True, blank=True, help_text="When the customer told that it was sent in the authority's own service"
    )
    predecessor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, help_text="Transferred from")

    objects = RealApplications()
    with_rehearsals = models.Manager["Application"]()

    class Meta:
        base_manager_name = "with_rehearsals"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["authority", "status", "-id"], name="application_inbox"),
            models.Index(fields=["customer", "-id"], name="application_own"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "expired"]) | models.Q(reference__isnull=False),
                name="what_is_sent_has_a_reference",
            ),
            models.CheckConstraint(
                condition=models.Q(status="handled") ^ models.Q(outcome=""),
                name="exactly_what_is_handled_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(channel="external", sheet__isnull=True)
                | (~models.Q(channel="external") & models.Q(sent_elsewhere_at__isnull=True)),
                name="what_is_done_elsewhere_is_not_filled_in_here",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"draft {self.public_id}"

    @property
    def state(self) -> Status:
        return Status(self.status)

    @property
    def way(self) -> Channel:
        return Channel(self.channel)

    @property
    def is_external(self) -> bool:
        """It is filled in and sent in the authority's own service; here are its row, status and messages."""
        return self.way is Channel.EXTERNAL

    @property
    def is_with_authority(self) -> bool:
        """Officials may see it; of one done elsewhere we only know because the customer has told."""
        return self.sent_elsewhere_at is not None if self.is_external else self.state.is_sent

    @property
    def is_open(self) -> bool:
        """The authority has something to do."""
        return self.state.is_open or (self.state is Status.DRAFT and self.is_with_authority)

    @property
    def may_be_withdrawn(self) -> bool:
        """The customer may take it back here. What was sent elsewhere is withdrawn there."""
        move = find_move(self.state, Status.WITHDRAWN, Mover.CUSTOMER, self.way)
        return move is not None and self.sent_elsewhere_at is None

    @property
    def filled_sheet(self) -> AnswerSheet:
        """Its answer sheet. One whose channel is external is filled in elsewhere: `NoSheetHere`."""
        if self.sheet is None:
            raise NoSheetHere
        return self.sheet


class Rehearsal(models.Model):
    """An authority goes through the handling of a made-up application before real ones come.

    The application is made by a job; it is left out wherever real ones are listed, counted or searched.
    """

    public_id = PublicIdField()
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="rehearsals")
    application = models.OneToOneField(
        Application, models.PROTECT, null=True, blank=True, related_name="rehearsal", help_text="Empty: being made"
    )
    began_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    language = models.CharField(max_length=8, help_text="Of the made-up application")

    def __str__(self) -> str:
        return f"{self.adoption}: rehearsal {self.public_id}"


class Submission(models.Model):
    """What was sent, as it was sent. Insert-only, by trigger too; number 1 is the application itself."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField(help_text="Canonical values of what was shown; secret ones are elsewhere, sealed")
    version = models.ForeignKey(FormVersion, models.PROTECT)
    language = models.CharField(max_length=8, help_text="Language it was filled in")
    sha256 = models.CharField(max_length=64, help_text="Of the canonical JSON of answers, version and reference")
    received_at = models.DateTimeField(help_text="Arrival, laki 13/2003 10 §")
    sender = models.ForeignKey(Account, models.PROTECT, related_name="+")
    principal = models.ForeignKey(Customer, models.PROTECT, related_name="+", help_text="For whom it was sent")
    mandate_check = models.JSONField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "number"], name="submission_number_is_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.application} #{self.number}"


class HistoryEntry(models.Model):
    """What people see to have happened. Insert-only; `sequence`, not the clock, orders it."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="history")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(k, k) for k in HistoryKind])
    status = models.CharField(max_length=20, blank=True, help_text="The new status, where it changed")
    outcome = models.CharField(max_length=40, blank=True)
    mover = models.CharField(max_length=10, choices=[(m, m) for m in Mover])
    actor = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True, help_text="Shown to the customer")

    class Meta:
        ordering: ClassVar[list[str]] = ["sequence"]
        verbose_name_plural = "history entries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "sequence"], name="history_has_one_order"),
        ]

    def __str__(self) -> str:
        return f"{self.application} {self.sequence}: {self.kind}"


class Message(models.Model):
    """Between the customer and the authority, about one application."""

    public_id = PublicIdField()
    application = models.ForeignKey(Application, models.PROTECT, related_name="messages")
    sender = models.CharField(max_length=10, choices=[(m, m) for m in (Mover.CUSTOMER, Mover.OFFICIAL)])
    author = models.ForeignKey(Account, models.PROTECT, related_name="+")
    text = models.TextField()
    sent_at = models.DateTimeField()
    key = models.CharField(max_length=22, help_text="Of the page it was written on: sent twice, stored once")

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "key"], name="message_is_stored_once"),
        ]

    def __str__(self) -> str:
        return self.public_id


class DeliveryFact(models.Model):
    """One step of the delivery trail and when it was first true."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=15, choices=[(k, k) for k in FactKind])
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "kind"], name="fact_is_noted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.kind}"
