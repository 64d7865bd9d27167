from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0003_drafts_are_rerouted"),
    ]

    operations = [
        migrations.AddField(
            model_name="application",
            name="sent_elsewhere_at",
            field=models.DateTimeField(
                blank=True,
                help_text="When the customer told that it was sent in the authority's own service",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="historyentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("sent", "sent"),
                    ("status", "status"),
                    ("handler", "handler"),
                    ("case_number", "case_number"),
                    ("rerouted", "rerouted"),
                    ("sent_elsewhere", "sent_elsewhere"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(channel="external", sheet__isnull=True)
                | (~models.Q(channel="external") & models.Q(sent_elsewhere_at__isnull=True)),
                name="what_is_done_elsewhere_is_not_filled_in_here",
            ),
        ),
    ]
