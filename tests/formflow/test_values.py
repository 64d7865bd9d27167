"""What people type becomes one canonical form; what can't be read keeps its reason; nothing valid is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import FOR_EACH, WIDELY, anything, valid
from kevytasiointi.formflow.spec import RepeatQuestion
from kevytasiointi.formflow.values import Parsed, fault_in, fields_of, parse, parts_of
from kevytasiointi.formflow.values.kinds import KINDS
from tiny_forms import NAMES, form_of, tiny

TYPES = sorted(KINDS)
MORE = {
    "one_of": ", options: [{id: a, label: {fi: a, sv: a}}, {id: b, label: {fi: b, sv: b}}]",
    "declaration": ", text: {fi: a, sv: a}",
}
PARTS = {"first": ["1.12.2026"], "first_time": ["18"], "last": ["2.12.2026"], "last_time": ["0200"]}


def question_of(type_name: str):
    return tiny(f"type_{type_name}").question("answer")


def free(type_name: str, more: str = ""):
    return form_of(f"{{id: answer, type: {type_name}, label: {{fi: a, sv: a}}{more}}}").question("answer")


READ_AS = [
    ("text", "  Kesän  avajaiset ", "Kesän  avajaiset"),
    ("text", "Markkinat\tja\ntori", "Markkinat ja tori"),
    ("text", "A\u0308iti", "Äiti"),
    ("text", "Yksi\x00kaksi\u202e", "Yksikaksi"),
    ("long_text", "Ensin\r\nsitten\x0blopuksi", "Ensin\nsitten\nlopuksi"),
    ("integer", "1 250", 1250),
    ("integer", "1\u00a0250", 1250),
    ("decimal", "12,5", "12.5"),
    ("decimal", "12.50", "12.5"),
    ("decimal", "100", "100"),
    ("money", "1 250,00 €", "1250.00"),
    ("money", "1.250,50", "1250.50"),
    ("money", "1,250.50 EUR", "1250.50"),
    ("money", "12,5 euroa", "12.50"),
    ("money", "0", "0.00"),
    ("date", "5.3.2026", "2026-03-05"),
    ("date", "05. 03. 2026", "2026-03-05"),
    ("date", "2026-03-05", "2026-03-05"),
    ("time", "9", "09:00"),
    ("time", "9.30", "09:30"),
    ("time", "9:30", "09:30"),
    ("time", "0930", "09:30"),
    ("time", "klo 18", "18:00"),
    ("yes_no", "yes", True),
    ("yes_no", "no", False),
    ("one_of", "fair", "fair"),
    ("email", " Aino.Mallikas@example.fi ", "Aino.Mallikas@example.fi"),
    ("email", "info@järjestö.fi", "info@järjestö.fi"),
    ("phone", "040 123 4567", "0401234567"),
    ("phone", "+358 (0)40-123 4567", "+358401234567"),
    ("municipality", "091", "091"),
    ("property_id", "91-1-2-3", "91-1-2-3"),
    ("property_id", "091-001-0002-0003", "91-1-2-3"),
    ("property_id", "09100100020003", "91-1-2-3"),
    ("identity_code", "010190-900p", "010190-900P"),
    ("iban", "fi21 1234 5600 0007 85", "FI2112345600000785"),
    ("declaration", "yes", True),
]


@pytest.mark.parametrize(("type_name", "typed", "value"), READ_AS)
def test_reads_what_people_type(type_name, typed, value):
    assert parse(question_of(type_name), {"": [typed]}) == Parsed(value)


REFUSED = [
    ("text", "x", "too_short"),
    ("text", "x" * 21, "too_long"),
    ("text", "Rock 2026", "pattern"),
    ("text", "puoli \ud83d pari", "characters"),
    ("long_text", "x" * 101, "too_long"),
    ("integer", "12,5", "integer"),
    ("integer", "kymmenen", "integer"),
    ("integer", "99999999999999999999", "integer"),
    ("integer", "-1", "too_small"),
    ("integer", "20001", "too_large"),
    ("decimal", "1,2,3", "decimal"),
    ("decimal", "1,234", "too_many_decimals"),
    ("decimal", "0,4", "too_small"),
    ("decimal", "NaN", "decimal"),
    ("decimal", "1e5", "decimal"),
    ("money", "paljon", "money"),
    ("date", "3/5/2026", "date"),
    ("date", "5.3.26", "date"),
    ("date", "30.2.2026", "no_such_date"),
    ("time", "25", "time"),
    ("time", "24.00", "midnight"),
    ("time", "9.75", "time"),
    ("yes_no", "maybe", "choice"),
    ("one_of", "concert; DROP TABLE", "choice"),
    ("email", "aino@", "email"),
    ("email", "aino@example.fi\nBcc: bo@example.fi", "email"),
    ("phone", "soita iltaisin", "phone"),
    ("municipality", "Helsinki", "municipality"),
    ("property_id", "91-1-2", "property_id"),
    ("property_id", "0-1-2-3", "property_id"),
    ("identity_code", "010190-900X", "identity_code"),
    ("iban", "FI21 1234 5600 0007 86", "iban"),
    ("iban", "FI\u0662\u066112345600000785", "iban"),
]


@pytest.mark.parametrize(("type_name", "typed", "code"), REFUSED)
def test_says_why_it_cant_be_read(type_name, typed, code):
    parsed = parse(question_of(type_name), {"": [typed]})
    assert parsed.value is None
    assert parsed.problem.code == code


NOT_OPENLY_EMPTY = ("many_of",)


@pytest.mark.parametrize("type_name", [one for one in TYPES if one not in NOT_OPENLY_EMPTY])
def test_nothing_typed_is_no_answer_and_no_problem(type_name):
    question = free(type_name, MORE.get(type_name, ""))
    assert parse(question, {part: [""] for part in parts_of(question)}) == Parsed()
    assert parse(question, {}) == Parsed()


@pytest.mark.parametrize(
    "type_name", ["text", "long_text", "integer", "money", "date", "time", "email", "iban", "person"]
)
def test_blanks_alone_are_nothing(type_name):
    question = free(type_name)
    assert parse(question, {part: [" \u00a0 "] for part in parts_of(question)}) == Parsed()


def test_a_visited_question_with_nothing_chosen_is_an_empty_list():
    question = tiny("condition_on_choices").question("things")
    assert parse(question, {}) == Parsed([])


def test_none_of_these_is_chosen_by_itself():
    question = question_of("many_of")
    assert parse(question, {"": ["-"]}) == Parsed([])
    assert fields_of(question, []) == {"": ["-"]}
    assert parse(question, {"": ["-", "tent"]}).problem.code == "none_and_others"


def test_choices_are_kept_in_the_order_of_the_form():
    assert parse(question_of("many_of"), {"": ["tent", "stage"]}) == Parsed(["stage", "tent"])
    assert parse(question_of("many_of"), {"": ["tent", "stage", "fence"]}).problem.code == "too_many_chosen"
    assert parse(question_of("many_of"), {"": ["pool"]}).problem.code == "choice"


def test_files_are_counted():
    question = question_of("attachment")
    assert parse(question, {"": ["f1", "f2", "f1"]}) == Parsed(["f1", "f2"])
    assert parse(question, {"": ["f1", "f2", "f3"]}).problem.code == "too_many_files"


def test_a_period_reaches_over_midnight():
    value = {"first": "2026-12-01", "first_time": "18:00", "last": "2026-12-02", "last_time": "02:00"}
    assert parse(question_of("period"), PARTS) == Parsed(value)


@pytest.mark.parametrize(
    ("changed", "part", "code"),
    [
        ({"last": [""]}, "last", "required"),
        ({"last_time": []}, "last_time", "required"),
        ({"last": ["30.11.2026"]}, "last", "ends_before_start"),
        ({"last": ["1.12.2026"], "last_time": ["18.00"]}, "last_time", "ends_before_start"),
        ({"first_time": ["illalla"]}, "first_time", "time"),
    ],
)
def test_a_problem_of_a_period_names_its_part(changed, part, code):
    problem = parse(question_of("period"), PARTS | changed).problem
    assert (problem.part, problem.code) == (part, code)


def test_an_address_abroad_has_a_postcode_of_its_own_kind():
    typed = {"street": ["Storgatan 1"], "postcode": ["114 55"], "city": ["Stockholm"], "country": ["Ruotsi"]}
    assert parse(question_of("address"), typed).value["postcode"] == "114 55"
    assert parse(question_of("address"), typed | {"country": [""]}).value["postcode"] == "11455"
    assert parse(free("address"), typed | {"postcode": ["1145"]}).problem.code == "postcode"
    assert "country" not in parse(free("address"), typed).value


def test_an_optional_part_may_be_left_empty():
    typed = {"given_name": ["Aino"], "family_name": ["Mallikas"], "email": ["aino@example.fi"], "phone": [""]}
    assert "phone" not in parse(question_of("person"), typed).value
    assert parse(question_of("person"), typed | {"email": [""]}).problem.part == "email"


def test_a_business_id_is_checked():
    typed = {"kind": ["company"], "name": ["Esimerkki Oy"], "business_id": ["1234567-1"]}
    assert parse(question_of("organisation"), typed).value["business_id"] == "1234567-1"
    assert parse(question_of("organisation"), typed | {"business_id": ["1234567-2"]}).problem.code == "business_id"


@pytest.mark.parametrize("type_name", TYPES)
@FOR_EACH
@given(data=st.data())
def test_what_is_shown_is_read_back_the_same(type_name, data):
    question = question_of(type_name)
    value = data.draw(valid(question))
    assert parse(question, fields_of(question, value)) == Parsed(value)
    assert fault_in(question, value) is None


@pytest.mark.parametrize("type_name", TYPES)
@FOR_EACH
@given(data=st.data())
def test_reading_never_fails_and_gives_only_valid_answers(type_name, data):
    question = question_of(type_name)
    typed = st.lists(st.text() | st.sampled_from(["1", "9.30", "1.1.2027", "yes", "-", "\ud800", "\u0663"]), max_size=3)
    parsed = parse(question, data.draw(st.fixed_dictionaries(dict.fromkeys(parts_of(question), typed))))
    assert parsed.problem is None or parsed.value is None
    if parsed.value is not None:
        assert fault_in(question, parsed.value) is None


@pytest.mark.parametrize("name", NAMES)
@FOR_EACH
@given(value=anything)
def test_any_stored_value_can_be_judged_and_shown(name, value):
    for question in tiny(name).questions():
        fault = None if value is None else fault_in(question, value)
        if question.is_answered and not isinstance(question, RepeatQuestion):
            shown = fields_of(question, value)
            if value is not None and fault is None:
                assert parse(question, shown) == Parsed(value)


@WIDELY
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))).map(str.strip))
def test_typed_text_comes_back_letter_for_letter(text):
    letters = text.translate({ord(sign): None for sign in "\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e"})
    letters = letters.translate(dict.fromkeys(range(8294, 8298))).strip()
    question = free("long_text")
    if not letters:
        return
    value = parse(question, {"": [letters]}).value
    assert fields_of(question, value) == {"": [unicodedata.normalize("NFC", letters)]}
