import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kevytasiointi.core.fields
import kevytasiointi.core.ids
import kevytasiointi.identity.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    kevytasiointi.core.fields.PublicIdField(
                        default=kevytasiointi.core.ids.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("business_id", models.CharField(blank=True, max_length=9, null=True, unique=True)),
                ("ptv_id", models.UUIDField(blank=True, null=True)),
                ("name", kevytasiointi.core.fields.TranslatedField()),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "public_id",
                    kevytasiointi.core.fields.PublicIdField(
                        default=kevytasiointi.core.ids.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("issuer", models.CharField(max_length=200)),
                ("subject", models.CharField(max_length=200)),
                ("given_name", models.CharField(blank=True, max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                (
                    "email",
                    models.EmailField(
                        blank=True, help_text="Where notices go; given by the person, not verified.", max_length=254
                    ),
                ),
                ("language", models.CharField(default="fi", max_length=8)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "session_salt",
                    models.CharField(default=kevytasiointi.identity.models.new_session_salt, max_length=32),
                ),
                ("terms_version", models.CharField(blank=True, max_length=20)),
                ("terms_accepted_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "subject"), name="account_is_one_per_issuer_and_subject")
                ],
            },
        ),
        migrations.CreateModel(
            name="Customer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    kevytasiointi.core.fields.PublicIdField(
                        default=kevytasiointi.core.ids.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "account",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="customer",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="customer",
                        to="identity.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", False), ("organisation__isnull", True)),
                            models.Q(("account__isnull", True), ("organisation__isnull", False)),
                            _connector="OR",
                        ),
                        name="customer_is_a_person_or_an_organisation",
                    )
                ],
            },
        ),
    ]
