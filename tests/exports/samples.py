"""Receipts and packages to make, all of made-up people."""

import datetime as dt
import hashlib
import io

import pypdfium2

from kevytasiointi.exports.package import CaseFacts, FormFacts, PackageData, PackageFile
from kevytasiointi.exports.receipt import ReceiptData, ReceiptFile
from kevytasiointi.formflow.sheet import FileFact, Line, LineKind, Section, Sheet

ARRIVED = dt.datetime(2026, 5, 4, 6, 5, 7, 250_000, tzinfo=dt.UTC)


def text_of(content):
    """What a person can read and copy of a PDF, on one line."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    # A hyphen at the end of a line comes out as one of two marks of the library.
    return " ".join("\n".join(pages).replace("\ufffe", "-").replace("\x02", "-").split())


def line(label, value="", kind="text", **others):
    given = {
        "question_id": "q",
        "row": None,
        "files": (),
        "publicity": "public",
        "transfer_label": label,
        "transfer_order": 0,
        "empty": not value,
    }
    return Line(**given | {"label": label, "value": value, "kind": LineKind(kind)} | others)


def sheet(name="Ylämaan kyläyhdistys ry"):
    return Sheet(
        (
            Section(
                "organiser",
                "Melun aiheuttaja",
                (
                    line("Ilmoittajan nimi", name),
                    line("Henkilötunnus", "••••••-••••", "secret", publicity="secret"),
                    line("Lisätietoja"),
                ),
            ),
            Section(
                "event",
                "Tapahtuma",
                (
                    line("Kuvaus", "Konsertti torilla.\n\nEsiintyjiä on kaksi.", "long"),
                    line("Esitys 1", kind="row_heading", row="r1"),
                    line("Esiintyjä", "Torvet", row="r1"),
                    line(
                        "Kartta", kind="files", files=(("f1", FileFact("kartta.pdf", 5)), ("f2", FileFact("ä.pdf", 6)))
                    ),
                ),
            ),
        )
    )


def receipt_data(**others):
    given = {
        "language": "fi",
        "kind": "notification",
        "reference": "KA-7M3Q-9XKD-P4T",
        "procedure": "Meluilmoitus tilapäisestä melusta",
        "authority": "Esimerkkilän kunta, ympäristönsuojelu",
        "municipality": "Esimerkkilä",
        "arrived_at": ARRIVED,
        "sender": "Aino Esimerkki",
        "what_next": "Viranomainen tarkistaa ilmoituksen.\n\nSaat sähköpostin, kun tila muuttuu.",
        "handling_days": 30,
        "sheet": sheet(),
        "files": (ReceiptFile("kartta.pdf", 81_000, "a1" * 32), ReceiptFile("ä.pdf", 1_481_000, "b2" * 32)),
        "content_sha256": "c3" * 32,
    }
    return ReceiptData(**given | others)


def package_file(number, name, content):
    return PackageFile(
        id=f"f{number}",
        name=name,
        media_type="application/pdf",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        open=lambda: io.BytesIO(content),
    )


def package_data(**others):
    given = {
        "facts": CaseFacts(
            reference="KA-7M3Q-9XKD-P4T",
            kind="notification",
            procedure="Meluilmoitus tilapäisestä melusta",
            authority="Esimerkkilän kunta, ympäristönsuojelu",
            municipality_code="999",
            municipality="Esimerkkilä",
            sender="Aino Esimerkki",
            principal="",
            case_number="",
            language="fi",
            content_sha256="c3" * 32,
            is_example=True,
        ),
        "form": FormFacts(id="meluilmoitus", number=1, sha256="d4" * 32),
        "arrived_at": ARRIVED,
        "sheet": sheet(),
        "values": {"notifier_name": "Ylämaan kyläyhdistys ry"},
        "pdf": b"%PDF-1.7 receipt",
        "files": (package_file(1, "kartta.pdf", b"first"), package_file(2, "ä.pdf", b"second")),
    }
    return PackageData(**given | others)
