"""Adoptions that answer already have been confirmed; and no history is ever changed."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F

from kevytasiointi.ledger.insert_only import insert_only


def confirm(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    competences = apps.get_model("adoption", "Competence").objects
    wanted = apps.get_model("adoption", "WantedMunicipality").objects
    answering = apps.get_model("adoption", "Adoption").objects.filter(pk__in=competences.values("adoption"))
    answering.update(sent_at=F("created_at"), confirmed_at=F("created_at"))
    wanted.bulk_create(
        wanted.model(adoption_id=adoption, municipality_id=municipality)
        for adoption, municipality in competences.values_list("adoption", "municipality").distinct()
    )


class Migration(migrations.Migration):
    dependencies = [("adoption", "0003_states_history_and_plans"), ("ledger", "0001_initial")]

    operations = [
        migrations.RunPython(confirm, migrations.RunPython.noop),
        insert_only("adoption_adoptionevent"),
    ]
