import unicodedata

import pytest

from exports.samples import line, receipt_data, sheet
from kevytasiointi.exports.receipt import receipt_pdf
from kevytasiointi.exports.receipt.glyphs import FONTS_FOLDER, _available
from kevytasiointi.formflow.sheet import Section, Sheet
from support.needs import needs

pytestmark = [pytest.mark.verapdf, needs("java", "jaxb")]

NAMES = (
    "Ylämaan kyläyhdistys ry",
    "Iloiset 😀👩\u200d👧\u200d👦❤\ufe0f ry",
    "王小明",
    "Жанна Шевченко, Іван Їжак",
    unicodedata.normalize("NFD", "Ääkkönen Čáhput Nguyễn"),
    "a\u0301\u0302\u0303\u0323\u20dd z\u0337\u0338",
    "\u202e\u05e1\u05ea\u05e8\u202c \u0627\u0644\u0627\u0633\u0645 \u0e20\u0e32 \ue000\u0378",
)


def long_sheet():
    return Sheet(
        tuple(
            Section(f"p{page}", f"Sivu {page}", tuple(line(f"Kysymys {n}", "Vastaus. " * (n % 40)) for n in range(20)))
            for page in range(10)
        )
    )


def test_receipts_conform_to_both_profiles(verapdf):
    receipts = {
        **{language: receipt_data(language=language) for language in ("fi", "sv", "en")},
        **{name: receipt_data(sender=name, principal=name, sheet=sheet(name)) for name in NAMES},
        "200 answers": receipt_data(sheet=long_sheet()),
        "no answers or files": receipt_data(sheet=Sheet(()), files=(), what_next="", handling_days=None),
        "a long word": receipt_data(sender="pitkä" * 200),
        "every character": receipt_data(sheet=sheet("\n".join(sorted(_available() - {"\n"})))),
        "an example": receipt_data(is_example=True),
    }
    failures = verapdf(*(receipt_pdf(data) for data in receipts.values()))
    assert dict(zip(receipts, failures, strict=True)) == {name: [] for name in receipts}


def test_the_validator_can_fail(verapdf):
    whole = receipt_pdf(receipt_data())
    untagged = whole.replace(b"/StructTreeRoot", b"/StructTreeRoof")
    unfit = (FONTS_FOLDER / "README.md").read_bytes()
    assert untagged != whole
    good, bad = verapdf(whole, untagged)
    assert good == []
    assert any(broken.startswith("PDFA_2_A") for broken in bad)
    assert any(broken.startswith("PDFUA_1") for broken in bad)
    with pytest.raises(AssertionError):
        verapdf(unfit)
