import datetime as dt
import hashlib
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from django.db import connection

from attachments import corpus
from exports.sent import a_submission
from kevytasiointi.applications.models import Submission
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.serving import open_file
from kevytasiointi.exports import services
from kevytasiointi.exports.models import Receipt
from kevytasiointi.exports.package import FileDisagrees
from kevytasiointi.exports.tasks import make_receipt
from support.makers import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=3)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"


def bytes_of(file):
    with open_file(file) as content:
        return content.read()


def text_of(receipt):
    with pypdfium2.PdfDocument(bytes_of(receipt.file)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_receipt_is_made_of_the_submission_and_kept_with_its_digest():
    receipt = services.ensure_receipt(submission=a_submission(), now=NOW)
    assert receipt.sha256 == receipt.file.sha256 == hashlib.sha256(bytes_of(receipt.file)).hexdigest()
    assert receipt.file.name == "Vastaanottokuittaus KA-7M3Q-9XKD-P4T.pdf"
    text = text_of(receipt)
    for said in (
        "KA-7M3Q-9XKD-P4T",
        "Pieni ilmoitus",
        "Esimerkkilän kunta",
        "Aino Esimerkki",
        "23.11.2026 klo 12.00.00 (UTC+02:00)",
        "Torvien kyläyhdistys □",
        "Kunta lukee ilmoituksen.",
        "21 päivää",
        "Äänekosken kartta.pdf",
    ):
        assert said in text
    assert "väärä.pdf" not in text
    assert "Kenen puolesta" not in text
    assert "ei oikea asia" not in text


def test_the_receipt_is_in_the_language_the_form_was_filled_in():
    text = text_of(services.ensure_receipt(submission=a_submission(language="sv"), now=NOW))
    assert "Bekräftelse på mottagen anmälan" in text
    assert "Exempelby" in text
    assert "Kommunen läser anmälan." in text


def test_a_receipt_from_a_demonstration_authority_says_so():
    assert "ei oikea asia" in text_of(services.ensure_receipt(submission=a_submission(is_example=True), now=NOW))


def test_whoever_asks_again_gets_the_same_receipt():
    submission = a_submission()
    first = services.ensure_receipt(submission=submission, now=NOW)
    assert services.ensure_receipt(submission=submission, now=LATER) == first
    assert Receipt.objects.get().made_at == NOW
    assert StoredFile.objects.filter(owner__startswith="receipt:").count() == 1


def test_the_worker_makes_the_receipt_and_may_do_so_again():
    submission = a_submission()
    make_receipt.func(submission_id=submission.pk)
    make_receipt.func(submission_id=submission.pk)
    assert Receipt.objects.get().submission == submission


@pytest.mark.django_db(transaction=True)
def test_those_who_ask_at_once_get_one_receipt():
    submission = a_submission()

    def ask(_):
        try:
            return services.ensure_receipt(submission=Submission.objects.get(pk=submission.pk), now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        receipts = set(people.map(ask, range(6)))
    assert receipts == {Receipt.objects.get()}
    made = StoredFile.objects.filter(owner__startswith="receipt:")
    assert [file.pk for file in made if file.removed_at is None] == [Receipt.objects.get().file_id]


def test_the_package_holds_what_was_sent_and_the_receipt():
    submission = a_submission()
    package = services.package(submission=submission, now=NOW)
    assert package.name == "KA-7M3Q-9XKD-P4T.zip"
    with package.content, zipfile.ZipFile(package.content) as archive:
        assert archive.read("liitteet/01-Aanekosken-kartta.pdf") == corpus.pdf()
        assert archive.read("hakemus.pdf") == bytes_of(Receipt.objects.get().file)
        case = json.loads(archive.read("hakemus.json"))
    assert case["form"]["number"] == 3
    assert case["municipality_code"] == "999"
    assert case["values"] == submission.answers
    assert [file["name"] for file in case["files"]] == ["Äänekosken kartta.pdf"]


def test_no_package_is_made_when_the_storage_has_lost_an_attachment(settings):
    submission = a_submission()
    lost = StoredFile.objects.get(name="Äänekosken kartta.pdf").storage_key
    (settings.FILES_FOLDER / lost[:2] / lost).unlink()
    with pytest.raises(FileDisagrees):
        services.package(submission=submission, now=NOW)
