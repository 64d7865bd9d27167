import datetime as dt
from typing import ClassVar, Self

from django.db import models

from kevytasiointi.adoption.rules import Days, Decisions, EventKind, NoticeState, State, state_on
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.authorities.models import Authority, Municipality, ends_after_it_begins, in_force
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.fields import PublicIdField, TranslatedField
from kevytasiointi.identity.models import Account


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
    """An authority offers a procedure from a day on. Half-open: `[valid_from, valid_to)`.

    Its state is derived (`state_on`). Before it is confirmed, where it is to be in force is in its
    `wanted` rows; from then on in its competences.
    """

    public_id = PublicIdField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="adoptions")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="adoptions")
    method = models.CharField(max_length=12, choices=ConnectionMethod, default=ConnectionMethod.LIGHT)
    address = models.URLField(blank=True, help_text="Where it is done, for methods other than light")
    why_light = models.TextField(blank=True, help_text="Why the light service fits, in the authority's words")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    alert_address = models.EmailField(help_text="Role address of the first alert")
    alert_language = models.CharField(max_length=8, default="fi")
    substitute_address = models.EmailField(blank=True, help_text="Told when the first alert leads to nothing")
    alert_after_working_days = models.PositiveSmallIntegerField(default=3, help_text="When the substitute is told")
    languages = models.CharField(max_length=20, default="fi+sv", help_text="Service languages: fi, fi+sv, …")
    contact = TranslatedField(help_text="The other channel, shown to customers: unit, phone, e-mail, post")
    fee = TranslatedField(help_text="What it costs here, shown to customers")
    handling_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Expected, hallintolaki 23 a §")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(blank=True, help_text="Why the service owner returned it; empty when sent again")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_begins("adoption_ends_after_it_begins"),
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None) | models.Q(sent_at__isnull=False),
                name="what_is_confirmed_was_sent",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["authority", "procedure"], name="adoption_of_authority"),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.procedure}"

    @property
    def days(self) -> Days:
        return Days(self.valid_from, self.valid_to)

    @property
    def service_languages(self) -> tuple[str, ...]:
        return tuple(self.languages.split("+"))

    def state_on(self, day: dt.date) -> State:
        decisions = Decisions(
            days=self.days,
            is_sent=self.sent_at is not None,
            is_returned=bool(self.returned_reason),
            is_confirmed=self.confirmed_at is not None,
        )
        return state_on(day, decisions)


class WantedMunicipality(models.Model):
    """Where an adoption is to be in force when it is confirmed. Kept afterwards: it is what was confirmed."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="wanted")
    municipality = models.ForeignKey(Municipality, models.PROTECT)

    class Meta:
        verbose_name_plural = "wanted municipalities"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["adoption", "municipality"], name="municipality_is_wanted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.adoption} in {self.municipality}"


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
            models.Index(fields=["procedure", "municipality", "valid_from"], name="competence_lookup"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [ends_after_it_begins("competence_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"{self.procedure} in {self.municipality}: {self.adoption}"


class AdoptionEvent(models.Model):
    """What happened to an adoption. Insert-only, by trigger too; its authority and the service owner see it."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in EventKind])
    actor = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: system"
    )
    at = models.DateTimeField()
    day = models.DateField(null=True, blank=True, help_text="From which day it holds, where it has one")
    municipalities = models.JSONField(default=list, help_text="Codes of those it is about")
    unserved = models.JSONField(
        default=list, help_text="Pairs of code and day: nobody takes this in there from then on"
    )
    other = models.ForeignKey(Adoption, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.adoption}: {self.kind}"

    @property
    def unserved_codes(self) -> list[str]:
        """Codes of the municipalities in which it leaves nobody."""
        return sorted({code for code, _day in self.unserved})


class ChangeNotice(models.Model):
    """Terms that change from a day on. Until it is applied, the terms of the adoption are the former ones."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="change_notices")
    from_day = models.DateField()
    changes = models.JSONField(help_text="Name of the term → its new value")
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["from_day", "id"]

    def __str__(self) -> str:
        return f"{self.adoption} from {self.from_day}"


class EndingPlan(models.Model):
    """How an adoption ends: after which day, and where customers turn from then on."""

    adoption = models.OneToOneField(Adoption, models.PROTECT, related_name="ending_plan")
    last_day = models.DateField()
    replacement = TranslatedField(help_text="What customers are told: where this is done from then on")
    successor = models.ForeignKey(Adoption, models.PROTECT, null=True, blank=True, related_name="+")
    other_authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.adoption} until {self.last_day}"


class MailboxConfirmationQuerySet(models.QuerySet["MailboxConfirmation"]):
    def of_mailbox(self, address: str) -> Self:
        return self.filter(address__iexact=address.strip())


class MailboxConfirmation(models.Model):
    """A test message to a role address, and when somebody who reads the mailbox confirmed it.

    Asked for by an authority, or before there is one by the person who is to be its administrator. The
    link's token is a signature over `public_id`: the mail is made by a job, which holds ids only.
    """

    public_id = PublicIdField()
    address = models.EmailField()
    language = models.CharField(max_length=8)
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, related_name="mailboxes")
    asked_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = MailboxConfirmationQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["address"], name="mailbox_by_address")]

    def __str__(self) -> str:
        return self.address


class TermsAcceptance(models.Model):
    """Who accepted for the authority which version of the terms of joining, and when."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="accepted_terms")
    version = models.CharField(max_length=20)
    accepted_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["authority", "version"], name="terms_are_accepted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.version}"


class RightReminder(models.Model):
    """That the end of an authority's right to the national identification has been warned of, so many days before."""

    right = models.ForeignKey("authorities.SupportServiceRight", models.PROTECT, related_name="reminders")
    days_before = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["right", "days_before"], name="right_is_reminded_of_once"),
        ]

    def __str__(self) -> str:
        return f"{self.right}: {self.days_before}"


class JoiningNotice(models.Model):
    """How an authority asks to take procedures in: a form of our own, and what came of it.

    Without an authority until it is confirmed, if the authority isn't in the service yet: then it is its
    writer's alone. Its state is derived (`state`).
    """

    public_id = PublicIdField()
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, related_name="joining_notices")
    is_of_new_authority = models.BooleanField(default=False)
    sheet = models.OneToOneField(AnswerSheet, models.PROTECT, related_name="joining_notice")
    adoptions = models.ManyToManyField(Adoption, blank=True, related_name="joining_notices")
    written_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    sent_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    terms_version = models.CharField(max_length=20, blank=True, help_text="Of the terms that sending accepted")
    returned_reason = models.TextField(blank=True, help_text="Why the service owner returned it; empty when sent again")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None) | models.Q(sent_at__isnull=False, authority__isnull=False),
                name="confirmed_notice_was_sent_and_has_its_authority",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def state(self) -> NoticeState:
        if self.given_up_at is not None:
            return NoticeState.GIVEN_UP
        if self.confirmed_at is not None:
            return NoticeState.CONFIRMED
        if self.sent_at is not None:
            return NoticeState.SENT
        return NoticeState.RETURNED if self.returned_reason else NoticeState.DRAFT


class NoticeEvent(models.Model):
    """What happened to a joining notice. Insert-only, by trigger too."""

    notice = models.ForeignKey(JoiningNotice, models.PROTECT, related_name="events")
    state = models.CharField(max_length=12, choices=[(state.value, state.value) for state in NoticeState])
    actor = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.notice}: {self.state}"
