import django.db.models.deletion
from django.db import migrations, models

import kevytasiointi.core.fields
import kevytasiointi.core.text


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_versions_never_change"),
    ]

    operations = [
        migrations.AddField(
            model_name="procedure",
            name="elsewhere",
            field=kevytasiointi.core.fields.TranslatedField(
                blank=True,
                default=kevytasiointi.core.text.Text,
                help_text="Who takes it in in a service of their own; empty: it is done here",
            ),
        ),
        migrations.CreateModel(
            name="ElsewhereEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.TextField(help_text="The definition as canonical JSON")),
                ("sha256", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField()),
                (
                    "procedure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry",
                        to="catalogue.procedure",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "elsewhere entries",
            },
        ),
    ]
