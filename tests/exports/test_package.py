import hashlib
import io
import json
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.samples import package_data, package_file
from kevytasiointi.exports.package import FileDisagrees, archive_paths, write_package


def packed(data):
    out = io.BytesIO()
    write_package(data, out)
    return out.getvalue()


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def test_the_package_holds_answers_document_attachments_and_digests():
    with opened(packed(package_data())) as archive:
        assert archive.namelist() == [
            "hakemus.json",
            "hakemus.pdf",
            "liitteet/01-kartta.pdf",
            "liitteet/02-a.pdf",
            "manifest-sha256.txt",
        ]
        assert archive.read("liitteet/02-a.pdf") == b"second"
        assert archive.testzip() is None


def test_the_json_has_labels_canonical_values_facts_and_form_version():
    with opened(packed(package_data())) as archive:
        case = json.loads(archive.read("hakemus.json"))
    assert case["reference"] == "KA-7M3Q-9XKD-P4T"
    assert case["arrived_at"] == "2026-05-04T06:05:07.250000+00:00"
    assert case["form"] == {"id": "meluilmoitus", "number": 1, "sha256": "d4" * 32}
    assert case["values"] == {"notifier_name": "Ylämaan kyläyhdistys ry"}
    assert case["answers"][0]["lines"][0]["label"] == "Ilmoittajan nimi"
    assert case["answers"][1]["lines"][-1]["files"] == ["liitteet/01-kartta.pdf", "liitteet/02-a.pdf"]
    assert case["files"][1]["name"] == "ä.pdf"


def test_the_manifest_is_checked_by_the_ordinary_program(tmp_path):
    with opened(packed(package_data())) as archive:
        archive.extractall(tmp_path)
    subprocess.run(["sha256sum", "--check", "--strict", "manifest-sha256.txt"], cwd=tmp_path, check=True)


def test_the_same_case_gives_the_same_bytes():
    assert hashlib.sha256(packed(package_data())).digest() == hashlib.sha256(packed(package_data())).digest()


def test_the_package_can_be_written_to_where_one_cannot_go_back():
    class Pipe(io.RawIOBase):
        written = b""

        def writable(self):
            return True

        def write(self, chunk):
            self.written += bytes(chunk)
            return len(chunk)

    pipe = Pipe()
    write_package(package_data(), pipe)
    with opened(pipe.written) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 5


def test_a_file_that_is_not_what_was_sent_is_not_packed():
    changed = package_file(1, "kartta.pdf", b"first")
    object.__setattr__(changed, "open", lambda: io.BytesIO(b"fjrst"))
    with pytest.raises(FileDisagrees):
        packed(package_data(files=(changed,)))


def test_a_file_that_the_storage_has_lost_is_not_passed_over():
    def lost():
        raise FileNotFoundError

    missing = package_file(1, "kartta.pdf", b"first")
    object.__setattr__(missing, "open", lost)
    with pytest.raises(FileDisagrees):
        packed(package_data(files=(missing,)))


@pytest.mark.parametrize(
    ("sent", "path"),
    [
        ("kartta.pdf", "01-kartta.pdf"),
        ("Äänekosken päätös.pdf", "01-Aanekosken-paatos.pdf"),
        ("ÅSA Øst straße.JPG", "01-ASA-Ost-strasse.jpg"),
        ("=HYPERLINK(1).pdf", "01-HYPERLINK-1.pdf"),
        ("-rf.pdf", "01-rf.pdf"),
        (".htaccess", "01-liite.htaccess"),
        ("CON", "01-CON"),
        ("a.tar.gz", "01-a-tar.gz"),
        ("Іван.pdf", "01-liite.pdf"),
        ('"><img src=x>.pdf', "01-img-src-x.pdf"),
        ("..", "01-liite"),
        ("piste. ", "01-piste"),
        ("", "01-liite"),
    ],
)
def test_archive_names_are_plain_and_readable(sent, path):
    assert archive_paths([sent]) == [f"liitteet/{path}"]


def test_numbers_grow_so_that_names_sort_in_order():
    paths = archive_paths(["a.pdf"] * 120)
    assert paths[0] == "liitteet/001-a.pdf"
    assert paths == sorted(paths)


@given(st.lists(st.text(max_size=300), max_size=30))
def test_any_names_give_safe_paths_that_differ(names):
    paths = archive_paths(names)
    assert len({path.casefold() for path in paths}) == len(names)
    for path in paths:
        folder, _, name = path.partition("/")
        assert folder == "liitteet"
        assert name.isascii()
        assert name.replace("-", "").replace(".", "").replace("_", "").isalnum()
        assert name[0].isdigit()
        assert not name.endswith(".")
        assert len(name) <= 100
