"""Every room's words are joined, and what is missing or wrong is said."""

import gettext

import pytest

from kevytasiointi.config import translations

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def locale(tmp_path):
    folder = tmp_path / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def write(**rooms: str):
        for room, text in rooms.items():
            (folder / f"{room}.po").write_text(_HEADER + text, encoding="utf-8")
        return translations.read_catalogue(tmp_path, "fi")

    write.folder = tmp_path
    return write


_SEND = 'msgid "Send"\nmsgstr "Lähetä"\n\n'
_DAYS = 'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s päivä"\nmsgstr[1] "%(n)s päivää"\n\n'
_USES_SEND = list(translations.uses_in_module('_("Send")', place="a.py"))


def test_two_rooms_become_one_file_that_gettext_reads(locale):
    compiled = translations.compile_catalogue(locale.folder, locale(portal=_SEND, desk=_DAYS + _SEND))
    with compiled.open("rb") as file:
        words = gettext.GNUTranslations(file)
    assert words.gettext("Send") == "Lähetä"
    assert [words.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2)] == ["%(n)s päivä", "%(n)s päivää"]


def test_whole_translations_have_no_problem(locale):
    assert translations.problems_of(locale(portal=_SEND), _USES_SEND) == []


@pytest.mark.parametrize(
    ("rooms", "uses", "problem"),
    [
        ({"portal": ""}, '_("Send")', "isn't translated"),
        ({"portal": 'msgid "Send"\nmsgstr ""\n'}, '_("Send")', "isn't translated"),
        ({"portal": '#, fuzzy\nmsgid "Send"\nmsgstr "Laita"\n'}, '_("Send")', "isn't translated"),
        ({"portal": _SEND}, "pass", "nothing asks for 'Send'"),
        ({"portal": _SEND, "desk": 'msgid "Send"\nmsgstr "Toimita"\n'}, '_("Send")', "differently"),
        ({"portal": _DAYS}, 'ngettext("%(n)s day", "%(n)s of days", n)', "another plural"),
        ({"portal": 'msgid "To %(name)s"\nmsgstr "Vastaanottaja"\n'}, '_("To %(name)s")', "a placeholder"),
        ({"portal": 'msgid "<b>Now</b>"\nmsgstr "Nyt"\n'}, '_("<b>Now</b>")', "an element"),
    ],
)
def test_each_problem_is_named(locale, rooms, uses, problem):
    found = translations.problems_of(locale(**rooms), list(translations.uses_in_module(uses, place="a.py")))
    assert len(found) == 1
    assert problem in found[0]


def test_the_words_of_a_template_are_found():
    source = """{% load i18n %}
    {% translate "Send" %} {{ thing|default:_("None") }} {% translate "May" context "month" as may %}
    {% blocktranslate trimmed count n=days with name=who %}
      {{ name }} has
      {{ n }} day
    {% plural %}{{ name }} has {{ n }} days{% endblocktranslate %}
    {% comment %}{% translate "Hidden" %}{% endcomment %}"""
    found = {(use.context, use.message, use.plural) for use in translations.uses_in_template(source, place="a.html")}
    assert found == {
        ("", "Send", ""),
        ("", "None", ""),
        ("month", "May", ""),
        ("", "%(name)s has %(n)s day", "%(name)s has %(n)s days"),
    }


def test_the_words_of_a_module_are_found():
    source = 'x = translation.gettext("A")\ny = pgettext_lazy("month", "May")\nz = ngettext("a", "b", 2)\nother("C")'
    found = [(use.context, use.message, use.plural) for use in translations.uses_in_module(source, place="a.py")]
    assert sorted(found) == [("", "A", ""), ("", "a", "b"), ("month", "May", "")]
