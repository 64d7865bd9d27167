import pytest
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.catalogue import queries
from kevytasiointi.catalogue.searching import Field, ranked
from kevytasiointi.core.text import Text
from support.makers import a_procedure

NOISE = (
    Field(3, Text(fi="Meluilmoitus tilapäisestä melusta", sv="Anmälan om tillfälligt buller", en="Noise notification")),
    Field(2, Text(fi="ulkoilmakonsertti, räjäytys", sv="utomhuskonsert, sprängning", en="outdoor concert, blasting")),
    Field(1, Text(fi="Kerro melusta kunnalle.", sv="Berätta om buller för kommunen.", en="Tell the municipality.")),
)
CONCERT = (
    Field(3, Text(fi="Konsertti-ilmoitus", sv="Konsertanmälan", en="Concert notification")),
    Field(2, Text(fi="yleisötilaisuus", sv="offentlig tillställning", en="public event")),
    Field(1, Text(fi="Kerro konsertista poliisille.", sv="Berätta om konserten.", en="Tell the police.")),
)
ENTRIES = {"noise": NOISE, "concert": CONCERT}


@pytest.mark.parametrize(
    ("query", "language", "found"),
    [
        ("melu", "fi", ["noise"]),
        ("MELUA", "fi", ["noise"]),
        ("rajaytys", "fi", ["noise"]),
        ("räjäytyksen", "fi", ["noise"]),
        ("konsertti", "fi", ["concert", "noise"]),
        ("haluan järjestää konsertin", "fi", ["concert", "noise"]),
        ("konsert", "sv", ["concert", "noise"]),
        ("buller", "fi", ["noise"]),
        ("buller", "sv", ["noise"]),
        ("räjäytystöitä", "fi", ["noise"]),
        ("poliisi", "fi", ["concert"]),
        ("police", "en", ["concert"]),
        ("sauna", "fi", []),
        ("", "fi", []),
        ("!!! ?", "fi", []),
    ],
)
def test_people_find_what_they_look_for(query, language, found):
    assert ranked(ENTRIES, query, language) == found


def test_more_words_found_is_better_than_one_found_well():
    assert ranked(ENTRIES, "yleisötilaisuus melu konsertti", "fi") == ["concert", "noise"]


def test_the_reader_s_own_language_comes_first():
    same = {"finnish": (Field(1, Text(fi="lupa")),), "swedish": (Field(1, Text(sv="lupa")),)}
    assert ranked(same, "lupa", "sv") == ["swedish", "finnish"]


@given(st.text(max_size=200), st.sampled_from(["fi", "sv", "en", "se"]))
def test_any_query_has_an_answer(query, language):
    assert set(ranked(ENTRIES, query, language)) <= set(ENTRIES)


@pytest.mark.django_db
def test_the_catalogue_is_searched_by_name_keywords_and_summary():
    by_summary = a_procedure(summary=Text(fi="Konsertti", sv=""))
    by_keyword = a_procedure(keywords=Text(fi="konsertti", sv=""))
    by_name = a_procedure(name=Text(fi="Konsertti", sv=""))
    a_procedure(name=Text(fi="Sauna", sv=""))
    assert queries.search("konsertti", "fi") == [by_name, by_keyword, by_summary]
