import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kevytasiointi.formflow.tabular import csv_file


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_what_was_written_can_be_read_again():
    rows = [('Åbo, "södra"', "rivi 1\nrivi 2", 5, 2.5, None)]
    assert read(csv_file(("a", "b", "c", "d", "e"), rows)) == [
        ["a", "b", "c", "d", "e"],
        ['Åbo, "södra"', "rivi 1\nrivi 2", "5", "2.5", ""],
    ]


def test_finnish_letters_are_understood_by_spreadsheets():
    assert csv_file(("ä",), ()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+358 40", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", "\uff1d1", "\u00a0=1"],
)
def test_text_never_becomes_a_formula(text):
    (_, (cell,)) = read(csv_file(("x",), [(text,)]))
    assert cell == f"'{text}"


def test_a_negative_number_stays_a_number():
    assert read(csv_file(("x",), [(-5,)])) == [["x"], ["-5"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_no_cell_begins_a_formula(texts):
    for row in read(csv_file(texts, [texts])):
        assert not [cell for cell in row if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
