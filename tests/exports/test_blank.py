import datetime as dt
import io

import pytest
from django.conf import settings
from pypdfium2 import PdfDocument

from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.exports.blank import BlankForm, Recipient, blank_pdf
from kevytasiointi.formflow.outline import outline


@pytest.fixture(scope="module")
def noise():
    definitions = read_folder(settings.BASE_DIR / "definitions").procedures
    return next(one for one in definitions if one.id == "meluilmoitus")


def blank(definition, language="fi", recipient=None, **more):
    given = {"version": 3, "sha256": "ab" * 32, "published_at": dt.datetime(2026, 11, 24, tzinfo=dt.UTC)}
    return BlankForm(
        language=language,
        procedure=definition.name.in_language(language),
        summary=definition.summary.in_language(language),
        form=definition.form,
        recipient=recipient,
        **given | more,
    )


def words(pdf):
    with PdfDocument(io.BytesIO(pdf)) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_question_choice_and_condition_is_on_paper(noise, language):
    printed = words(blank_pdf(blank(noise, language))).replace("\ufffe", "")
    for item in outline(noise.form, language).items():
        for text in (item.label, item.condition, *(choice.label for choice in item.choices)):
            assert " ".join(text.split()) in printed


def test_the_attachments_are_listed_with_their_numbers(noise):
    printed = words(blank_pdf(blank(noise))).rpartition("Liitä lomakkeeseen nämä liitteet.")[2]
    enclosures = outline(noise.form, "fi").enclosures()
    assert enclosures
    assert all(f"{one.number} {one.label}" in printed for one in enclosures)


def test_where_to_send_is_left_open_or_filled_in(noise):
    assert "Viranomainen kertoo, mihin lomake toimitetaan." in words(blank_pdf(blank(noise)))
    printed = words(blank_pdf(blank(noise, recipient=Recipient("Porvoon ympäristönsuojelu", "PL 1\n06101 Porvoo"))))
    assert "Porvoon ympäristönsuojelu PL 1 06101 Porvoo" in printed
    assert "Viranomainen kertoo" not in printed


def test_text_is_never_read_as_markup(noise):
    printed = words(blank_pdf(blank(noise, recipient=Recipient("#panic() *x* $1$ @a", "= b"))))
    assert "#panic() *x* $1$ @a = b" in printed


def test_the_same_form_gives_the_same_bytes(noise):
    made = blank_pdf(blank(noise))
    blank_pdf.cache_clear()
    assert blank_pdf(blank(noise)) == made


def test_another_version_is_another_paper(noise):
    assert blank_pdf(blank(noise)) != blank_pdf(blank(noise, version=4, sha256="cd" * 32))
