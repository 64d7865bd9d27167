"""Several at the same moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kevytasiointi.answers import kept, services
from kevytasiointi.answers.models import AnswerSheet, SecretAnswer
from support.makers import NOW, a_version

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What each act gave, or the name of what it raised."""
    together = Barrier(len(acts))

    def one(act):
        together.wait()
        try:
            return act()
        except (services.StaleSheet, services.SheetClosed) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_of_tabs_that_save_at_once_one_is_stored_whole_and_the_others_are_told():
    sheet = services.open_sheet(version=a_version(), language="fi", now=NOW)

    def saving(name):
        return lambda: services.save(
            sheet_id=sheet.pk, values={"name": name}, typed={}, secrets={"code": name}, expected_revision=0, now=NOW
        ).answers["name"]

    told = at_once(*map(saving, "abcd"))
    stored = AnswerSheet.objects.get()
    assert sorted(told) == sorted([stored.answers["name"], "StaleSheet", "StaleSheet", "StaleSheet"])
    assert stored.revision == 1
    assert SecretAnswer.objects.count() == 1


def test_what_closes_is_what_was_read():
    sheet = services.open_sheet(version=a_version(), language="fi", now=NOW)

    def save():
        services.save(sheet_id=sheet.pk, values={"name": "late"}, typed={}, secrets={}, expected_revision=0, now=NOW)
        return "saved"

    def close():
        services.close(sheet=sheet, now=NOW)
        return "closed"

    told = at_once(save, close)
    stored = AnswerSheet.objects.get()
    if stored.closed_at:
        assert (told, stored.answers) == (["SheetClosed", "closed"], {})
    else:
        assert (told, stored.answers) == (["saved", "StaleSheet"], {"name": "late"})


def test_kept_input_is_taken_once():
    facts = {"subject": "aino", "address": "/fi/", "now": NOW}
    token = kept.keep(fields={"q": ["x"]}, **facts)
    given = at_once(*[lambda: kept.take(token=token, **facts)] * 4)
    assert [fields for fields in given if fields] == [{"q": ["x"]}]
