import datetime as dt
import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils.translation import override

from attachments import corpus
from kevytasiointi.attachments import queries, services, serving
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.refusals import ContentDisagrees, EmptyFile, NotKept, TooLarge, TypeNotAccepted
from kevytasiointi.attachments.rules import MEBIBYTE
from kevytasiointi.core.refusals import NotFound

NOW = dt.datetime(2026, 5, 4, 6, 5, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    return settings.FILES_FOLDER


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def receive(content, name="kartta.pdf", *, owner="sheet:aino"):
    return services.receive(
        owner=owner,
        uploaded=SimpleUploadedFile(name, content, content_type="text/html"),
        accept=["pdf", "jpg"],
        max_bytes=MEBIBYTE,
        now=NOW,
    )


def test_a_received_file_is_kept_whole_under_our_own_type():
    content = corpus.pdf()
    kept = receive(content, "Äänekosken päätös.pdf")
    assert (kept.name, kept.media_type, kept.size) == ("Äänekosken päätös.pdf", "application/pdf", len(content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert kept.created_at == NOW
    with serving.open_file(kept) as file:
        assert file.read() == content


def test_a_file_of_exactly_the_limit_is_received_and_one_byte_more_is_not(folder):
    content = corpus.pdf_of_size(MEBIBYTE)
    assert receive(content).size == MEBIBYTE
    with pytest.raises(TooLarge) as refused:
        receive(content + b"\n")
    with override("en"):
        assert "larger than 1 MB" in refused.value.sentence
    assert len(files_in(folder)) == 1


def test_an_upload_that_is_larger_than_it_says_is_refused_and_nothing_is_kept(folder):
    uploaded = SimpleUploadedFile("kartta.pdf", corpus.pdf_of_size(2 * MEBIBYTE))
    uploaded.size = 100
    with pytest.raises(TooLarge):
        services.receive(owner="o", uploaded=uploaded, accept=["pdf"], max_bytes=MEBIBYTE, now=NOW)
    assert files_in(folder) == []
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.pdf", b"", EmptyFile),
        ("a.pdf", b"<html>", ContentDisagrees),
        ("a.exe", b"MZ", TypeNotAccepted),
        ("a.docx", corpus.docx(), TypeNotAccepted),
    ],
)
def test_a_refused_file_leaves_neither_row_nor_bytes(folder, name, content, refusal):
    with pytest.raises(refusal):
        receive(content, name)
    assert files_in(folder) == []
    assert not StoredFile.objects.exists()


def test_the_refusal_says_what_is_accepted():
    with pytest.raises(TypeNotAccepted) as refused:
        receive(b"MZ", "a.exe")
    assert "PDF, JPEG" in refused.value.sentence


def test_when_the_storage_is_out_of_reach_the_person_is_told_to_try_again(settings, tmp_path):
    (tmp_path / "blocked").write_text("a file where the folder should be")
    settings.FILES_FOLDER = tmp_path / "blocked" / "files"
    with pytest.raises(NotKept):
        receive(corpus.pdf())
    assert not StoredFile.objects.exists()


def test_a_file_is_found_by_its_owner_only():
    kept = receive(corpus.pdf(), owner="sheet:aino")
    assert queries.file("sheet:aino", kept.public_id) == kept
    with pytest.raises(NotFound):
        queries.file("sheet:bo", kept.public_id)


def test_files_of_an_owner_come_in_the_order_they_were_received():
    first, second = receive(corpus.pdf(), "b.pdf"), receive(corpus.pdf(), "a.pdf")
    receive(corpus.pdf(), owner="sheet:bo")
    assert queries.files_of("sheet:aino") == [first, second]


def test_a_removed_file_is_not_found_and_its_bytes_wait(folder):
    kept = receive(corpus.pdf())
    services.mark_removed(file=kept, now=NOW)
    services.mark_removed(file=kept, now=NOW + dt.timedelta(days=1))
    assert kept.removed_at == NOW
    with pytest.raises(NotFound):
        queries.file("sheet:aino", kept.public_id)
    assert queries.files_of("sheet:aino") == []
    assert len(files_in(folder)) == 1


def test_a_file_is_served_so_that_it_stays_a_file():
    kept = receive(corpus.pdf(), 'a"><script>ä.pdf')
    headers = serving.headers(kept)
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment;")
    assert "\n" not in headers["Content-Disposition"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in headers["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_files_received_at_the_same_time_are_all_kept(folder):
    def one(number):
        try:
            return receive(corpus.pdf_of_size(2000 + number), f"{number}.pdf")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as people:
        kept = list(people.map(one, range(16)))
    assert len({file.storage_key for file in kept}) == 16
    assert StoredFile.objects.count() == len(files_in(folder)) == 16
