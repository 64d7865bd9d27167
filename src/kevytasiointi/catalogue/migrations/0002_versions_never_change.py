from django.db import migrations

from kevytasiointi.ledger.insert_only import insert_only


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [insert_only("catalogue_formversion")]
