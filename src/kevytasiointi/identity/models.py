import secrets
from collections.abc import Iterator
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from kevytasiointi.core.fields import PublicIdField, TranslatedField


def new_session_salt() -> str:
    return secrets.token_urlsafe(16)


class Account(AbstractBaseUser):
    """A person as an identification service knows them: issuer and subject, never a name, are the key.

    There is no password: identification is always somebody else's.
    """

    public_id = PublicIdField()
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True, help_text="Where notices go; given by the person, not verified.")
    language = models.CharField(max_length=8, default="fi")
    is_active = models.BooleanField(default=True)
    session_salt = models.CharField(max_length=32, default=new_session_salt)
    terms_version = models.CharField(max_length=20, blank=True)
    terms_accepted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    password = None  # type: ignore[assignment]

    USERNAME_FIELD = "public_id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Account"]()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="account_is_one_per_issuer_and_subject"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def get_session_auth_hash(self) -> str:
        """Changing `session_salt` ends every session of the account."""
        return salted_hmac("kevytasiointi.session", self.session_salt, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        return iter(())


class Organisation(models.Model):
    """A legal person: a company or association that applies, or the body behind an authority."""

    public_id = PublicIdField()
    business_id = models.CharField(max_length=9, unique=True, null=True, blank=True)
    ptv_id = models.UUIDField(null=True, blank=True)
    name = TranslatedField()

    def __str__(self) -> str:
        return self.name.in_language("fi")


class Customer(models.Model):
    """Who applies: a person, or an organisation for which a person acts."""

    public_id = PublicIdField()
    account = models.OneToOneField(Account, models.PROTECT, null=True, blank=True, related_name="customer")
    organisation = models.OneToOneField(Organisation, models.PROTECT, null=True, blank=True, related_name="customer")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(account__isnull=False, organisation__isnull=True)
                | models.Q(account__isnull=True, organisation__isnull=False),
                name="customer_is_a_person_or_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.account or self.organisation)
