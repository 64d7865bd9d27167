"""No day has two adoptions that answer for a procedure in a municipality, whoever writes, whatever the race.

SQLite forgets triggers when a later migration rebuilds the table; that migration must then call
`forbid_overlap` again.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CONSTRAINT = "competence_never_two_on_one_day"

POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"""
    ALTER TABLE adoption_competence ADD CONSTRAINT {CONSTRAINT} EXCLUDE USING gist (
        procedure_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&
    )
    """,
)

# Days are stored as ISO text, so comparing the text compares the days. A row that ends on the day it
# begins has no day, here as in an empty daterange.
SQLITE = """
CREATE TRIGGER {name} BEFORE {act} ON adoption_competence
WHEN EXISTS (
    SELECT 1 FROM adoption_competence AS other
    WHERE other.id IS NOT NEW.id
      AND other.procedure_id = NEW.procedure_id
      AND other.municipality_id = NEW.municipality_id
      AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
      AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from)
      AND (other.valid_to IS NULL OR other.valid_to > other.valid_from)
      AND (NEW.valid_to IS NULL OR NEW.valid_to > NEW.valid_from)
)
BEGIN SELECT RAISE(ABORT, '{constraint}'); END
"""


def forbid_overlap(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRES:
            schema_editor.execute(statement)
        return
    for act in ("INSERT", "UPDATE"):
        schema_editor.execute(SQLITE.format(name=f"{CONSTRAINT}_{act.lower()}", act=act, constraint=CONSTRAINT))


def allow_overlap(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE adoption_competence DROP CONSTRAINT {CONSTRAINT}")
        return
    for act in ("insert", "update"):
        schema_editor.execute(f"DROP TRIGGER {CONSTRAINT}_{act}")


class Migration(migrations.Migration):
    dependencies = [("adoption", "0001_initial")]

    operations = [migrations.RunPython(forbid_overlap, allow_overlap)]
