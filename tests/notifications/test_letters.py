import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.notifications.letters import clean, compose, message_id
from kevytasiointi.notifications.notices import TEMPLATES, Notice

LINK = "https://asiointi.example.invalid/fi/asiat/abc"
LANGUAGES = ["fi", "sv", "en"]
WITHOUT_REFERENCE = {
    "draft_affected",
    "invitation",
    "joining_sent",
    "joining_returned",
    "joining_confirmed",
    "mailbox_test",
    "right_ending",
}
NOTICE = Notice(
    template="receipt",
    language="fi",
    recipient="aino@example.invalid",
    link=LINK,
    procedure="Meluilmoitus",
    reference="KA-1234-5678-90A",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_every_notice_names_the_procedure_and_leads_to_the_service(template, language):
    letter = compose(replace(NOTICE, template=template, language=language), key="job")

    assert "Meluilmoitus" in letter.subject
    assert f"\n\n{LINK}\n\n" in letter.text
    assert ("KA-1234-5678-90A" in letter.text) == (template not in WITHOUT_REFERENCE)
    assert f'<a href="{LINK}">{LINK}</a>' in letter.html
    assert f'<html lang="{language}">' in letter.html
    assert letter.language == language
    assert "{" not in letter.subject + letter.text


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_no_two_languages_of_a_notice_are_the_same(template):
    letters = [compose(replace(NOTICE, template=template, language=one), key="job") for one in LANGUAGES]
    assert len({letter.text for letter in letters}) == len({letter.subject for letter in letters}) == 3


def test_text_and_html_say_the_same():
    letter = compose(NOTICE, key="job")
    body = letter.html.split("<body>")[1]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).split() == letter.text.split()


def test_a_language_without_texts_gets_finnish():
    assert compose(replace(NOTICE, language="se"), key="job").text == compose(NOTICE, key="job").text


def test_a_notice_that_does_not_exist_cannot_be_made():
    with pytest.raises(ValueError, match="decision"):
        replace(NOTICE, template="decision")


def test_markup_in_a_name_stays_text():
    letter = compose(replace(NOTICE, procedure="<b>Melu</b> & muu"), key="job")

    assert "<b>Melu</b> & muu" in letter.text
    assert "&lt;b&gt;Melu&lt;/b&gt; &amp; muu" in letter.html


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_name_can_begin_a_header_or_a_paragraph(name):
    letter = compose(replace(NOTICE, procedure=name), key="job")

    assert len(letter.subject.splitlines()) == 1
    assert len(letter.subject) <= 300
    assert letter.text.count("\n\n") == compose(NOTICE, key="job").text.count("\n\n")


@given(st.text())
def test_what_is_clean_is_one_line_without_controls(text):
    cleaned = clean(text)
    assert len(cleaned.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", cleaned)
    assert clean(cleaned) == cleaned


def test_a_message_id_is_the_same_for_the_same_job_and_recipient_only():
    first = message_id("job", "aino@example.invalid")

    assert message_id("job", "Aino@Example.invalid") == first
    assert message_id("job", "bo@example.invalid") != first
    assert message_id("other", "aino@example.invalid") != first


def test_a_message_id_does_not_show_the_recipient():
    assert re.fullmatch(r"<job\.[0-9a-f]{16}@[a-z0-9.]+>", message_id("job", "aino@example.invalid"))
