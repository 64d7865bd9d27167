import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kevytasiointi.answers import queries, services
from kevytasiointi.answers.models import AnswerSheet, SecretAnswer
from kevytasiointi.answers.services import SheetClosed, StaleSheet
from kevytasiointi.core.sealing import SealBroken
from support.makers import NOW, a_version

pytestmark = pytest.mark.django_db

CODE = "131052-908T"


@pytest.fixture
def sheet(db):
    return services.open_sheet(version=a_version(), language="fi", now=NOW)


def save(sheet, *, values=None, typed=None, secrets=None, revision=None):
    return services.save(
        sheet_id=sheet.pk,
        values=values or {},
        typed=typed or {},
        secrets=secrets or {},
        expected_revision=sheet.revision if revision is None else revision,
        now=NOW + dt.timedelta(minutes=1),
    )


class TestSaving:
    def test_each_save_moves_the_sheet_on_by_one(self, sheet):
        sheet = save(sheet, values={"name": "Kesäjuhla", "days": 2})
        sheet = save(sheet, values={"days": 3}, typed={"phone": {"": ["puh."]}})
        stored = AnswerSheet.objects.get()
        assert (stored.answers, stored.typed) == ({"name": "Kesäjuhla", "days": 3}, {"phone": {"": ["puh."]}})
        assert stored.revision == sheet.revision == 2
        assert stored.updated_at == NOW + dt.timedelta(minutes=1)

    def test_none_removes_and_what_isnt_named_stays(self, sheet):
        sheet = save(sheet, values={"name": "A", "noise": False, "many": []}, typed={"phone": {"": ["x"]}})
        sheet = save(sheet, values={"name": None}, typed={"phone": None})
        assert (sheet.answers, sheet.typed) == ({"noise": False, "many": []}, {})

    def test_of_two_tabs_the_second_learns_and_overwrites_nothing(self, sheet):
        save(sheet, values={"name": "first"}, revision=0)
        with pytest.raises(StaleSheet):
            save(sheet, values={"name": "second"}, secrets={"code": CODE}, revision=0)
        assert AnswerSheet.objects.get().answers == {"name": "first"}
        assert not SecretAnswer.objects.exists()

    def test_what_was_sent_cant_be_saved_over(self, sheet):
        sheet = save(sheet, values={"name": "sent"})
        services.close(sheet=sheet, now=NOW)
        with pytest.raises(SheetClosed):
            save(sheet, values={"name": "too late"})
        assert AnswerSheet.objects.get().answers == {"name": "sent"}


class TestClosing:
    def test_a_sheet_saved_to_meanwhile_doesnt_close(self, sheet):
        save(sheet, values={"name": "meanwhile"})
        with pytest.raises(StaleSheet):
            services.close(sheet=sheet, now=NOW)
        assert AnswerSheet.objects.get().closed_at is None

    def test_it_closes_once(self, sheet):
        services.close(sheet=sheet, now=NOW)
        with pytest.raises(SheetClosed):
            services.close(sheet=sheet, now=NOW)


class TestSecrets:
    def test_a_secret_is_nowhere_to_be_read_in_the_database(self, sheet):
        save(sheet, secrets={"code": CODE})
        stored = SecretAnswer.objects.get()
        everything = f"{AnswerSheet.objects.values()} {SecretAnswer.objects.values()}"
        assert CODE not in everything
        assert CODE[:6] not in everything
        assert queries.plain_secrets_of(sheet) == {"code": CODE}
        assert stored.blind_index != CODE

    def test_the_engine_learns_only_that_it_exists(self, sheet):
        sheet = save(sheet, values={"people": [{"id": "r1", "values": {}}]}, secrets={"people.r1.code": CODE})
        answers = queries.answers_of(sheet)
        assert answers.sealed == {"people.r1.code"}
        assert CODE not in repr(answers)

    def test_people_see_the_date_of_birth_only(self, sheet):
        sheet = save(sheet, secrets={"code": CODE, "word": "salasana"})
        assert queries.masked_secrets_of(sheet) == {"code": "131052-****", "word": "****"}

    def test_the_same_secret_is_found_by_its_index(self, sheet):
        other = services.open_sheet(version=a_version(), language="sv", now=NOW)
        save(sheet, secrets={"code": CODE})
        save(other, secrets={"identity": CODE})
        first, second = SecretAnswer.objects.all()
        assert first.blind_index == second.blind_index
        assert first.ciphertext != second.ciphertext

    def test_a_new_one_takes_the_place_of_the_old(self, sheet):
        sheet = save(sheet, secrets={"code": CODE})
        sheet = save(sheet, secrets={"code": "010190-900P"})
        assert queries.plain_secrets_of(sheet) == {"code": "010190-900P"}

    @pytest.mark.parametrize("cleared", [None, ""])
    def test_a_cleared_one_is_gone(self, sheet, cleared):
        sheet = save(sheet, secrets={"code": CODE})
        save(sheet, secrets={"code": cleared})
        assert not SecretAnswer.objects.exists()

    def test_a_row_that_goes_takes_its_secrets(self, sheet):
        rows = [{"id": "r1", "values": {}}, {"id": "r2", "values": {}}]
        sheet = save(sheet, values={"people": rows}, secrets={"people.r1.code": CODE, "people.r2.code": CODE})
        sheet = save(sheet, values={"people": rows[1:]})
        assert queries.answers_of(sheet).sealed == {"people.r2.code"}

    def test_moved_to_another_sheet_it_doesnt_open_and_the_page_still_shows(self, sheet):
        save(sheet, secrets={"code": CODE})
        other = services.open_sheet(version=a_version(), language="fi", now=NOW)
        SecretAnswer.objects.update(sheet=other)
        with pytest.raises(SealBroken):
            queries.plain_secrets_of(other)
        assert queries.masked_secrets_of(other) == {"code": "****"}

    def test_one_place_holds_one_secret(self, sheet):
        save(sheet, secrets={"code": CODE})
        with pytest.raises(IntegrityError), transaction.atomic():
            SecretAnswer.objects.create(sheet=sheet, question="code", ciphertext="x", blind_index="x")
