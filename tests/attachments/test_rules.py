import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.attachments.rules import (
    MAX_NAME_BYTES,
    TYPES,
    clean_name,
    extensions_of_types,
    names_of_types,
    type_by_name,
)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("kartta.pdf", "kartta.pdf"),
        (unicodedata.normalize("NFD", "Äänekosken päätös.pdf"), "Äänekosken päätös.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Aino\\kartta.pdf", "kartta.pdf"),
        ("lasku\u202efdp.exe", "laskufdp.exe"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "abSet-Cookie: x.pdf"),
        ("\x1b[31mpunainen.pdf", "[31mpunainen.pdf"),
        ("tyh\u200bjä.pdf", "tyhjä.pdf"),
        ('"><img src=x>.pdf', '"><img src=x>.pdf'),
        ("=HYPERLINK(1).pdf", "=HYPERLINK(1).pdf"),
        ("{{ 7*7 }}.pdf", "{{ 7*7 }}.pdf"),
        (".htaccess", ".htaccess"),
        ("Іван Жук 中文 😀.pdf", "Іван Жук 中文 😀.pdf"),
        ("", "tiedosto"),
        ("\u202e", "tiedosto"),
    ],
)
def test_a_name_is_kept_letter_for_letter_but_nothing_in_it_hides(sent, kept):
    assert clean_name(sent) == kept


def test_a_long_name_keeps_its_extension():
    kept = clean_name("ä" * 300 + ".pdf")
    assert kept.endswith("ä.pdf")
    assert len(kept.encode()) <= MAX_NAME_BYTES


@given(st.text())
def test_any_name_fits_and_cleaning_again_changes_nothing(sent):
    kept = clean_name(sent)
    assert 0 < len(kept.encode()) <= MAX_NAME_BYTES
    assert kept.isprintable() or all(c.isprintable() or unicodedata.category(c) == "Zs" for c in kept)
    assert clean_name(kept) == kept
    assert "/" not in kept


def test_what_is_accepted_is_told_in_each_language():
    assert names_of_types({"png", "pdf"}, "sv") == ("PDF", "PNG-bild")
    assert extensions_of_types({"jpg", "pdf"}) == (".pdf", ".jpg", ".jpeg")
    assert all(set(kind.name) == {"fi", "sv", "en"} for kind in TYPES.values())


@pytest.mark.parametrize(("name", "kind"), [("a.PDF", "pdf"), ("a.JPeG", "jpg"), ("pdf", None), ("a.pdf.exe", None)])
def test_a_name_claims_a_type_by_its_last_extension(name, kind):
    found = type_by_name(name)
    assert (found and found.id) == kind
