from django.db import migrations, models

import kevytasiointi.core.fields
import kevytasiointi.core.ids
from kevytasiointi.ledger.insert_only import insert_only


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DatabaseMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mode", models.CharField(max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "actor",
                    models.CharField(blank=True, help_text="Account.public_id, empty for the system", max_length=22),
                ),
                (
                    "authority",
                    models.CharField(blank=True, help_text="Authority.public_id the right came from", max_length=22),
                ),
                ("action", models.CharField(max_length=60)),
                ("object_kind", models.CharField(max_length=40)),
                ("object_id", models.CharField(max_length=22)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "-id"], name="audit_by_authority"),
                    models.Index(fields=["object_kind", "object_id"], name="audit_by_object"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    kevytasiointi.core.fields.PublicIdField(
                        default=kevytasiointi.core.ids.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("task", models.CharField(help_text="Dotted path of the task function", max_length=200)),
                ("arguments", models.JSONField(default=dict, help_text="Keyword arguments; ids only")),
                ("queue", models.CharField(default="default", max_length=40)),
                ("priority", models.SmallIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("ready", "Ready"), ("running", "Running"), ("done", "Done"), ("dead", "Dead")],
                        default="ready",
                        max_length=10,
                    ),
                ),
                ("run_after", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "lease",
                    models.CharField(blank=True, help_text="Fence: only its holder may finish the job", max_length=22),
                ),
                ("leased_until", models.DateTimeField(blank=True, null=True)),
                (
                    "last_error",
                    models.TextField(blank=True, help_text="Class and place of the failure, never its data"),
                ),
                ("enqueued_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.JSONField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["ready", "running"])),
                        fields=["-priority", "run_after", "id"],
                        name="job_next",
                    )
                ],
            },
        ),
        insert_only("ledger_auditentry"),
    ]
