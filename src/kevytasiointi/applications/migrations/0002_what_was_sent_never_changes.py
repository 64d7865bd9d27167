from django.db import migrations

from kevytasiointi.ledger.insert_only import insert_only


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        insert_only("applications_submission"),
        insert_only("applications_historyentry"),
        insert_only("applications_message"),
    ]
