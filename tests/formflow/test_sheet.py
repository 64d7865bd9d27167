"""The sheet says what was answered, in reading order, in the reader's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import FOR_EACH, answers_to
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.sheet import FileFact, sheet
from tiny_forms import NAMES, TODAY, tiny

PERIOD = {"first": "2026-12-01", "first_time": "18:00", "last": "2026-12-02", "last_time": "02:00"}
PERSON = {"given_name": "Aino", "family_name": "Mallikas", "email": "aino@example.fi"}
ORGANISATION = {"kind": "association", "name": "Kyläyhdistys", "business_id": "1234567-1"}
ABROAD = {"street": "Storgatan 1", "postcode": "114 55", "city": "Stockholm", "country": "Ruotsi"}


def lines(name, language="fi", sealed=(), **values):
    answers = Answers(values, frozenset(sealed))
    return list(sheet(tiny(name), answers, language=language, today=TODAY).lines())


WRITTEN = [
    ("text", "Avajaiset", "Avajaiset", "Avajaiset"),
    ("integer", 1250, "1\u00a0250\u00a0henkilöä", "1,250\u00a0people"),
    ("decimal", "12.5", "12,5\u00a0m", "12.5\u00a0m"),
    ("money", "1250.00", "1\u00a0250,00\u00a0€", "1,250.00\u00a0€"),
    ("date", "2027-03-05", "5.3.2027", "5 March 2027"),
    ("time", "09:30", "klo 9.30", "9:30"),
    (
        "date_range",
        {"first": "2026-12-01", "last": "2026-12-03"},
        "1.12.2026 \u2013 3.12.2026",
        "1 December 2026 \u2013 3 December 2026",
    ),
    ("date_range", {"first": "2026-12-01", "last": "2026-12-01"}, "1.12.2026", "1 December 2026"),
    (
        "period",
        PERIOD,
        "1.12.2026 klo 18.00 \u2013 2.12.2026 klo 2.00",
        "1 December 2026 18:00 \u2013 2 December 2026 2:00",
    ),
    ("yes_no", False, "Ei", "No"),
    ("one_of", "fair", "Messut", "Fair"),
    ("many_of", ["stage", "tent"], "Lava\nTeltta", "Stage\nTent"),
    ("many_of", [], "Ei mitään näistä", "None of these"),
    ("phone", "0401234567", "0401234567", "0401234567"),
    ("address", ABROAD, "Storgatan 1\n114 55 Stockholm\nRuotsi", "Storgatan 1\n114 55 Stockholm\nRuotsi"),
    ("municipality", "638", "638", "638"),
    ("person", PERSON, "Aino Mallikas\naino@example.fi", "Aino Mallikas\naino@example.fi"),
    ("organisation", ORGANISATION, "Kyläyhdistys\nYhdistys\n1234567-1", "Kyläyhdistys\nAssociation\n1234567-1"),
    ("iban", "FI2112345600000785", "FI21 1234 5600 0007 85", "FI21 1234 5600 0007 85"),
    ("declaration", True, "Vahvistettu", "Confirmed"),
]


@pytest.mark.parametrize(("type_name", "value", "finnish", "english"), WRITTEN)
def test_writes_each_type_for_its_reader(type_name, value, finnish, english):
    assert lines(f"type_{type_name}", answer=value)[-1].value == finnish
    assert lines(f"type_{type_name}", "en", answer=value)[-1].value == english


def test_swedish_is_written_as_in_finland():
    assert lines("type_period", "sv", answer=PERIOD)[0].value == "1.12.2026 kl. 18.00 \u2013 2.12.2026 kl. 2.00"
    assert lines("type_yes_no", "sv", answer=True)[0].value == "Ja"


def test_a_municipality_is_named():
    names = {"638": Text(fi="Porvoo", sv="Borgå")}
    answers = Answers({"answer": "638"})
    (line,) = sheet(tiny("type_municipality"), answers, language="sv", today=TODAY, municipalities=names).lines()
    assert line.value == "Borgå"


def test_files_are_listed_by_name():
    facts = {"f1": FileFact("kartta.pdf", 1000)}
    answers = Answers({"answer": ["f1", "f2"]})
    (line,) = sheet(tiny("type_attachment"), answers, language="fi", today=TODAY, files=facts).lines()
    assert line.kind == "files"
    assert line.files == (("f1", FileFact("kartta.pdf", 1000)), ("f2", FileFact("f2", 0)))


def test_a_secret_is_told_only_where_it_was_opened():
    form, answers = tiny("type_identity_code"), Answers(sealed=frozenset({"answer"}))
    (line,) = sheet(form, answers, language="fi", today=TODAY).lines()
    assert (line.kind, line.value, line.publicity) == ("secret", "Annettu, ei näytetä", "personal")
    (line,) = sheet(form, answers, language="fi", today=TODAY, secrets={"answer": "010190-****"}).lines()
    assert line.value == "010190-****"


def test_an_unanswered_question_is_an_empty_line():
    (line,) = lines("type_text")
    assert line.empty
    assert line.value == ""


def test_what_was_declared_is_written_out():
    (line,) = lines("type_declaration", answer=True)
    assert line.label == "Tiedot ovat oikein."


def test_rows_have_headings():
    sites = [
        {"id": "a", "values": {"site_name": "Koulu", "distance": 50}},
        {"id": "b", "values": {"site_name": "Tori"}},
    ]
    found = [(line.kind, line.row, line.label, line.value) for line in lines("type_repeat", sites=sites)]
    assert found == [
        ("row_heading", "a", "Kohde 1", ""),
        ("text", "a", "Nimi", "Koulu"),
        ("text", "a", "Etäisyys", "50\u00a0m"),
        ("row_heading", "b", "Kohde 2", ""),
        ("text", "b", "Nimi", "Tori"),
        ("text", "b", "Etäisyys", ""),
    ]


def test_a_group_without_rows_is_one_empty_line():
    (line,) = lines("type_repeat")
    assert line.empty
    assert line.label == "Häiriintyvät kohteet"


def test_what_is_carried_over_has_its_own_order_and_names():
    whole = sheet(tiny("transfer_order"), Answers(), language="fi", today=TODAY)
    assert [line.transfer_label for line in whole.in_transfer_order()] == ["Asian otsikko", "Yksi", "Kolme"]
    assert [line.label for line in whole.lines()] == ["Yksi", "Kaksi", "Kolme"]


def test_rows_stay_in_one_piece_when_carried_over():
    sites = [{"id": "a", "values": {"site_name": "Koulu"}}, {"id": "b", "values": {"site_name": "Tori"}}]
    whole = sheet(tiny("type_repeat"), Answers({"sites": sites}), language="fi", today=TODAY)
    assert whole.in_transfer_order() == list(whole.lines())


def test_publicity_follows_each_line():
    assert [line.publicity for line in lines("publicity")] == ["personal", "secret"]


def test_hidden_answers_and_information_arent_on_the_sheet():
    assert [line.question_id for line in lines("question_shown_by_answer", loud=False, reason="x")] == ["loud"]
    assert [line.question_id for line in lines("type_information")] == ["answer"]


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(data=st.data())
def test_any_answers_can_be_written_in_any_language(name, data):
    form = tiny(name)
    answers = data.draw(answers_to(form))
    counts = {len(list(sheet(form, answers, language=one, today=TODAY).lines())) for one in ("fi", "sv", "en", "se")}
    assert len(counts) == 1
