import datetime as dt

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils import translation

from kevytasiointi.core.text import Text
from kevytasiointi.site.templatetags import look

_MOMENT = dt.datetime(2026, 11, 24, 22, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [("fi", "25.11.2026 klo 0.05"), ("sv", "25.11.2026 kl. 0.05"), ("en", "25 November 2026 at 0:05")],
)
def test_a_moment_is_written_as_the_language_does_in_finnish_time(language: str, written: str) -> None:
    with translation.override(language):
        assert look.finnish_datetime(_MOMENT) == written


def test_nothing_is_written_for_no_moment() -> None:
    assert look.finnish_date(None) == look.finnish_time(None) == look.finnish_datetime(None) == ""


def test_text_is_in_the_language_of_the_page_or_the_next_best() -> None:
    with translation.override("sv"):
        assert look.text(Text(fi="Melu", sv="Buller")) == "Buller"
        assert look.text({"fi": "Melu"}) == "Melu"
        assert look.text(None) == ""


@pytest.mark.parametrize(("size", "written"), [(10, "1 kB"), (20_480, "20 kB"), (1_500_000, "1,4 MB")])
def test_sizes_are_written_for_people(size: int, written: str) -> None:
    with translation.override("fi"):
        assert look.file_size(size) == written


def test_an_icon_says_nothing_to_a_screen_reader() -> None:
    assert 'aria-hidden="true"' in look.icon("check")
    assert "#check-circle" in look.icon("success")


def test_what_stands_in_a_notification_is_escaped_once() -> None:
    page = Template('{% load look %}{% notification "info" title=title %}{{ body }}{% endnotification %}')
    shown = page.render(Context({"title": "<b>", "body": "<i> & co"}))
    assert "&lt;b&gt;" in shown
    assert "&lt;i&gt; &amp; co" in shown


def test_left_out_pages_are_marked() -> None:
    assert look.page_numbers(Paginator(range(400), 20).page(10)) == [1, 0, 9, 10, 11, 0, 20]
