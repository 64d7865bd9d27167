"""A sheet of answers as people read it."""

from django.template.loader import render_to_string
from django.utils import translation

from formflow_web import memory
from kevytasiointi.core import clock
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.sheet import FileFact, sheet
from kevytasiointi.site.sheet import blocks

_ANSWERS = Answers(
    {
        "full_name": "<b>Aino</b>",
        "source": [{"id": "a", "values": {"device": "Pora"}}, {"id": "b", "values": {"device": "Kaiutin"}}],
        "plan": ["f1", "f2"],
    },
    frozenset({"code"}),
)


def shown(language: str = "fi", **slots: object) -> str:
    made = sheet(
        memory.every_type(),
        _ANSWERS,
        language=language,
        today=clock.today(),
        files={"f1": FileFact("piirros.pdf", 20_480), "f2": FileFact("toinen.pdf", 1)},
    )
    with translation.override(language):
        return render_to_string("site/sheet.html", {"sheet": made, **slots})


def test_answers_are_text_whatever_they_hold() -> None:
    assert "&lt;b&gt;Aino&lt;/b&gt;" in shown()


def test_each_row_stands_under_its_heading() -> None:
    made = sheet(memory.every_type(), _ANSWERS, language="fi", today=clock.today())
    section = next(one for one in made.sections if one.page_id == "sources")
    found = [(block.heading, [line.value for line in block.lines if not line.empty]) for block in blocks(section.lines)]
    assert found == [("Melulähde 1", ["Pora"]), ("Melulähde 2", ["Kaiutin"])]


def test_a_secret_is_told_as_given_not_shown() -> None:
    assert "Annettu, ei näytetä" in shown()


def test_files_lead_where_they_can_be_opened() -> None:
    page = shown(file_addresses={"f1": "/files/f1/"})
    assert '<a href="/files/f1/">piirros.pdf</a>' in page
    assert "toinen.pdf" in page
    assert 'href=""' not in page


def test_each_section_leads_to_where_it_can_be_changed_and_back() -> None:
    page = shown("sv", change_addresses={"people": "/sv/fill/people/"})
    assert 'href="/sv/fill/people/?return=1"' in page
    assert "Ändra" in page
    assert "Inget svar" in page
