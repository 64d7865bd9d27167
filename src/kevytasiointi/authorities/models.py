import datetime as dt
from enum import StrEnum
from typing import ClassVar, Self

from django.db import models

from kevytasiointi.core.fields import PublicIdField, TranslatedField
from kevytasiointi.identity.models import Account, Organisation


def in_force(on: dt.date, prefix: str = "") -> models.Q:
    """The condition that a row with half-open validity `[valid_from, valid_to)` holds on a Finnish day.

    `prefix` leads to the row from another model: `"territories__"`.
    """
    begun = models.Q(**{f"{prefix}valid_from__lte": on})
    not_ended = models.Q(**{f"{prefix}valid_to__isnull": True}) | models.Q(**{f"{prefix}valid_to__gt": on})
    return begun & not_ended


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """Half-open days that end on the day they begin are none: something that never came into force."""
    condition = models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from"))
    return models.CheckConstraint(condition=condition, name=name)


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    def existing(self, on: dt.date) -> Self:
        return self.filter(in_force(on))

    def mainland(self) -> Self:
        """Without Åland, whose authorities and law are outside this service."""
        return self.filter(is_aland=False)


class Municipality(models.Model):
    """A municipality by its three-digit code, as long as it exists. Source: Statistics Finland."""

    code = models.CharField(max_length=3, unique=True)
    name = TranslatedField()
    languages = models.CharField(max_length=8, help_text="Official languages, the majority's first: fi, fi+sv, …")
    is_aland = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return f"{self.code} {self.name.in_language('fi')}"


class AreaKind(models.TextChoices):
    REGION = "region"
    WELLBEING_COUNTY = "wellbeing_county"
    ECONOMIC_CENTRE = "economic_centre"
    POLICE_DEPARTMENT = "police_department"
    RESCUE_DEPARTMENT = "rescue_department"


class AreaSource(models.TextChoices):
    STATISTICS_FINLAND = "statistics_finland"
    GENERAL_KNOWLEDGE = "general_knowledge"


class Area(models.Model):
    """A division of the country that authorities are formed by."""

    kind = models.CharField(max_length=20, choices=AreaKind)
    code = models.CharField(max_length=40)
    name = TranslatedField()
    source = models.CharField(max_length=20, choices=AreaSource, help_text="General knowledge decides no competence")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "code"], name="area_code_is_unique_in_its_kind"),
        ]

    def __str__(self) -> str:
        return self.name.in_language("fi")


class AreaMembership(models.Model):
    """That a municipality belongs to an area, from a day on. Half-open: `[valid_from, valid_to)`."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="memberships")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="memberships")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["area", "municipality", "valid_from"], name="membership_begins_once"),
            ends_after_it_begins("membership_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} in {self.area}"


class AuthorityType(models.TextChoices):
    MUNICIPALITY = "municipality"
    JOINT_AUTHORITY = "joint_authority"
    POLICE_DEPARTMENT = "police_department"
    RESCUE_DEPARTMENT = "rescue_department"
    HEALTH_CARE = "health_care"
    STATE_AGENCY = "state_agency"


class AuthorityQuerySet(models.QuerySet["Authority"]):
    def where(self, account: Account, role: "RoleName", on: dt.date) -> Self:
        """The authorities at which `account` has `role` on that day, in all procedures or in one."""
        roles = Role.objects.of(account, on).filter(role=role)
        return self.filter(pk__in=roles.values("authority"))

    def existing(self, on: dt.date) -> Self:
        """Those that have not ended by that day."""
        return self.filter(models.Q(valid_to=None) | models.Q(valid_to__gt=on))

    def competent_in(self, municipality: Municipality, on: dt.date) -> Self:
        territories = Territory.objects.filter(in_force(on), municipality=municipality)
        return self.filter(pk__in=territories.values("authority"))


class Authority(models.Model):
    """The tenant: an organisation in one of its capacities."""

    public_id = PublicIdField()
    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="authorities")
    type = models.CharField(max_length=20, choices=AuthorityType)
    sector = models.CharField(max_length=40, blank=True, help_text="environment, health, building_control …")
    name = TranslatedField()
    website = models.URLField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    is_example = models.BooleanField(default=False, help_text="Made up for the demonstration, and shown as such")
    valid_to = models.DateField(null=True, blank=True, help_text="From this day on it is no authority any more")

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name.in_language("fi")


class Territory(models.Model):
    """That an authority is competent in a municipality, from a day on. Half-open."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="territories")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="territories")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "territories"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["authority", "municipality", "valid_from"], name="territory_begins_once"),
            ends_after_it_begins("territory_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.authority} in {self.municipality}"


class SupportServiceRight(models.Model):
    """That the authority may use the national identification and mandates, for a set period. Half-open.

    Called Keha-valtuus: KEHA-keskus gives it, and it must hold as long as anything is pending. A new
    period is a new row.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="support_service_rights")
    valid_from = models.DateField()
    valid_to = models.DateField()
    written_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["authority", "valid_from"], name="support_service_right_begins_once"),
            models.CheckConstraint(
                condition=models.Q(valid_to__gt=models.F("valid_from")),
                name="support_service_right_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} until {self.valid_to}"


class RoleName(models.TextChoices):
    READER = "reader"
    HANDLER = "handler"
    ADMINISTRATOR = "administrator"
    AUTHOR = "author"
    SERVICE_OWNER = "service_owner"


class RoleQuerySet(models.QuerySet["Role"]):
    def of(self, account: Account, on: dt.date) -> Self:
        """The roles that `account` has on that day. An account that was closed has none."""
        return self.filter(in_force(on), account=account, account__is_active=True)


class Standing(StrEnum):
    """Whether a role holds."""

    NOW = "now"
    COMING = "coming"
    ENDED = "ended"


class Role(models.Model):
    """What a person may do for an authority, perhaps in one procedure only, from a day on. Half-open.

    No row is ever deleted: the roles that have ended, with who gave and who took them, are the history.
    `procedure` is a slug: procedures live above this app. Only the service owner has no authority.
    """

    public_id = PublicIdField()
    account = models.ForeignKey(Account, models.PROTECT, related_name="roles")
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True, related_name="roles")
    procedure = models.SlugField(max_length=80, blank=True, help_text="Empty: all procedures")
    role = models.CharField(max_length=20, choices=RoleName)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: the service itself"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True, help_text="When its end was decided")

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_begins("role_ends_after_it_begins"),
            models.CheckConstraint(
                condition=models.Q(role="service_owner", authority__isnull=True)
                | (~models.Q(role="service_owner") & models.Q(authority__isnull=False)),
                name="only_the_service_owner_has_no_authority",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.role} at {self.authority or 'the service'}"

    def standing_on(self, day: dt.date) -> Standing:
        """Whether it holds that day. One that ends on the day it begins never holds."""
        if self.valid_to is not None and self.valid_to <= max(day, self.valid_from):
            return Standing.ENDED
        return Standing.NOW if self.valid_from <= day else Standing.COMING


class Fate(StrEnum):
    """What has become of an invitation."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self, now: dt.datetime) -> Self:
        """Those that somebody could still accept."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


class Invitation(models.Model):
    """A role that waits for whoever signs in with the link sent to an e-mail address. It opens once.

    Only the SHA-256 of the link's token is kept: who reads the database can't accept.
    """

    public_id = PublicIdField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="invitations")
    role = models.CharField(max_length=20, choices=RoleName)
    procedure = models.SlugField(max_length=80, blank=True, help_text="Empty: all procedures")
    valid_from = models.DateField(null=True, blank=True, help_text="Empty: from the day of accepting")
    valid_to = models.DateField(null=True, blank=True)
    email = models.EmailField()
    language = models.CharField(max_length=8, help_text="Of the letter")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="invitation_is_accepted_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.authority}"

    def fate_at(self, now: dt.datetime) -> Fate:
        if self.accepted_at is not None:
            return Fate.ACCEPTED
        if self.withdrawn_at is not None:
            return Fate.WITHDRAWN
        return Fate.WAITING if self.expires_at > now else Fate.EXPIRED
