import datetime as dt
import io
import unicodedata

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.samples import line, receipt_data, text_of
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.exports.receipt import receipt_pdf
from kevytasiointi.exports.receipt.glyphs import STAND_IN, _available, printable
from kevytasiointi.exports.receipt.pdf import size_in_words, time_in_words
from kevytasiointi.exports.receipt.texts import TIME, TITLE, WORDS
from kevytasiointi.formflow.sheet import Section, Sheet

ZERO_WIDTH_SPACE = "\u200b"


def one_answer(value):
    return receipt_data(sheet=Sheet((Section("p", "Sivu", (line("Nimi", value),)),)))


def test_the_receipt_says_what_arrived_where_and_when():
    text = text_of(receipt_pdf(receipt_data(principal="Ylämaan kyläyhdistys ry")))
    for said in (
        "Kuittaus ilmoituksen vastaanottamisesta",
        "KA-7M3Q-9XKD-P4T",
        "Meluilmoitus tilapäisestä melusta",
        "Esimerkkilän kunta, ympäristönsuojelu",
        "4.5.2026 klo 9.05.07 (UTC+03:00)",
        "Aino Esimerkki",
        "automaattinen vastaanottokuittaus",
        "13/2003, 12 §",
        "Saat sähköpostin, kun tila muuttuu.",
        "Arvioitu käsittelyaika on 30 päivää",
        "Sivu 1/2",
    ):
        assert said in text


def test_the_receipt_shows_every_answer_and_masks_secrets():
    text = text_of(receipt_pdf(receipt_data()))
    for said in ("Konsertti torilla.", "Esiintyjiä on kaksi.", "Esitys 1", "Torvet", "••••••-••••", "Ei vastausta"):
        assert said in text


def test_attachments_are_listed_with_size_and_digest():
    text = text_of(receipt_pdf(receipt_data()))
    assert "ä.pdf 1,4 Mt" in text
    assert "a1" * 32 in text.replace(" ", "")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", ("Bekräftelse på mottagen anmälan", "4.5.2026 kl. 9.05.07", "13/2003, 12 §", "Sida 1/2")),
        ("en", ("Acknowledgement of notification received", "4 May 2026 at 09:05:07", "section 12", "Page 1 of 2")),
    ],
)
def test_the_receipt_speaks_the_language_of_the_case(language, said):
    text = text_of(receipt_pdf(receipt_data(language=language)))
    assert all(each in text for each in said)


def test_every_word_of_the_receipt_is_in_every_language():
    for text in (*TITLE.values(), *WORDS.values(), TIME):
        assert set(text) == set(LANGUAGES)
        assert all(text.values())


@pytest.mark.parametrize("kind", TITLE)
def test_each_kind_of_procedure_has_its_receipt(kind):
    assert TITLE[kind]["sv"] in text_of(receipt_pdf(receipt_data(kind=kind, language="sv")))


def test_the_same_data_gives_the_same_bytes():
    assert receipt_pdf(receipt_data()) == receipt_pdf(receipt_data())


def test_title_language_and_time_are_in_the_file_for_archives_and_screen_readers():
    with pikepdf.open(io.BytesIO(receipt_pdf(receipt_data(language="sv")))) as document:
        assert document.Root.Lang == "sv"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        metadata = document.open_metadata()
        assert "KA-7M3Q-9XKD-P4T" in metadata["dc:title"]
        assert metadata["xmp:CreateDate"].startswith("2026-05-04T06:05:07")


def test_a_receipt_from_a_made_up_authority_says_so_on_each_page():
    assert text_of(receipt_pdf(receipt_data(is_example=True))).count("ei oikea asia") == 2


def test_markup_and_code_in_answers_are_only_text():
    typed = '#import "/etc/passwd" \\ *lihava* $x$ [a] "b" <script>alert(1)</script> #{read("/etc/passwd")}'
    assert typed.replace(" ", "") in text_of(receipt_pdf(one_answer(typed))).replace(" ", "")


def test_a_word_longer_than_the_page_is_broken_and_not_lost():
    text = text_of(receipt_pdf(one_answer("pitkä" * 80)))
    assert "pitkä" * 80 in text.replace(" ", "").replace(ZERO_WIDTH_SPACE, "")


def test_a_long_word_that_fits_is_found_whole():
    address = "etunimi.sukunimi@ylamaan-kylayhdistys.example"
    assert address in text_of(receipt_pdf(one_answer(address)))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ilpo Ääkkönen", "Ilpo Ääkkönen"),
        (unicodedata.normalize("NFD", "Ääkkönen"), "Ääkkönen"),
        ("Жанна Ελένη Nguyễn Čáhput", "Жанна Ελένη Nguyễn Čáhput"),
        ("王 Aino", "□ Aino"),
        ("ilo 😀", "ilo 😀"),
        ("👩\u200d👧", "👩👧"),
        ("a\u202eb\x00c\x07", "abc"),
        ("a\r\nb\tc", "a\nb c"),
        ("❤\ufe0f", "❤"),
        ("\ue000\U000fe4e5", "□□"),
        ("🇫🇮 1\ufe0f\u20e3", "🇫🇮 1\u20e3"),
        ("\u0e01", "□"),
        ("\U000e0041", ""),
    ],
)
def test_only_what_the_fonts_have_is_printed_and_the_rest_is_seen_to_be_missing(typed, shown):
    assert printable(typed) == shown


def test_the_reader_is_told_what_a_stand_in_means_only_when_there_is_one():
    told = "Alkuperäinen teksti on tallessa"
    assert told in text_of(receipt_pdf(one_answer("王")))
    assert told not in text_of(receipt_pdf(one_answer("Aino")))
    assert told not in text_of(receipt_pdf(one_answer(f"typed {STAND_IN}")))


def test_every_character_of_the_fonts_can_stand_in_a_receipt():
    available = "".join(sorted(_available() - {"\n"}))
    assert printable(available).count(STAND_IN) == 1
    lines = "\n".join(available[at : at + 60] for at in range(0, len(available), 60))
    assert receipt_pdf(one_answer(lines)).startswith(b"%PDF-1.7")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_a_receipt_can_be_made_of_any_text(value):
    assert receipt_pdf(one_answer(value)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        (dt.datetime(2026, 1, 31, 22, 0, tzinfo=dt.UTC), "fi", "1.2.2026 klo 0.00.00 (UTC+02:00)"),
        (dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), "fi", "25.10.2026 klo 3.30.00 (UTC+03:00)"),
        (dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC), "fi", "25.10.2026 klo 3.30.00 (UTC+02:00)"),
    ],
)
def test_the_time_is_finnish_and_unambiguous_in_the_hour_that_comes_twice(moment, language, words):
    assert time_in_words(moment, language) == words


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [(1, "fi", "1 kt"), (81_000, "sv", "79 kB"), (1_481_000, "fi", "1,4 Mt"), (1_481_000, "en", "1.4 MB")],
)
def test_sizes_are_in_the_units_of_the_language(size, language, words):
    assert size_in_words(size, language) == words
