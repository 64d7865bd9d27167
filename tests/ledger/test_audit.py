import pytest
from django.db import IntegrityError, connection, transaction

from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.failures import NoTransaction
from kevytasiointi.ledger.models import AuditEntry


def look(noon, **more):
    columns = {"action": "application.seen", "actor": "onni", "authority": "town", "now": noon}
    return record(object_kind="application", object_id="abc", **columns, **more)


@pytest.mark.django_db
def test_a_look_is_written_down_with_who_what_and_when(noon):
    look(noon, detail={"status": "handled"})

    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.authority, entry.action, entry.at) == ("onni", "town", "application.seen", noon)
    assert (entry.object_kind, entry.object_id, entry.detail) == ("application", "abc", {"status": "handled"})


@pytest.mark.django_db
def test_nobody_can_change_an_entry(noon):
    entry = look(noon)

    with pytest.raises(IntegrityError, match="insert-only"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(actor="somebody else")
    assert AuditEntry.objects.get().actor == "onni"


@pytest.mark.django_db
def test_nobody_can_remove_an_entry(noon):
    look(noon)

    with pytest.raises(IntegrityError, match="insert-only"), transaction.atomic():
        AuditEntry.objects.all().delete()
    assert AuditEntry.objects.count() == 1


@pytest.mark.django_db
def test_nobody_can_empty_the_table(noon):
    look(noon)
    statement = "TRUNCATE ledger_auditentry" if connection.vendor == "postgresql" else "DELETE FROM ledger_auditentry"

    with pytest.raises(IntegrityError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEntry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_falls_with_the_change_it_tells_of(noon):
    with transaction.atomic():
        look(noon)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_a_fault(noon):
    with pytest.raises(NoTransaction):
        look(noon)
