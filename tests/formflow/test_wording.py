import pytest

from kevytasiointi.formflow.outline import Room, outline
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.wording import Teller

TEXT = {"fi": "x", "sv": "x"}


def named(fi):
    return {"fi": fi, "sv": f"sv {fi}", "en": f"en {fi}"}


def question(question_id, question_type, **more):
    return {"id": question_id, "type": question_type, "label": named(question_id), **more}


OPTIONS = [{"id": one, "label": named(one.upper())} for one in ("fire", "stage", "tent")]


def a_form(*later):
    questions = [
        question("kind", "one_of", options=OPTIONS),
        question("things", "many_of", options=OPTIONS),
        question("invoice", "yes_no"),
        question("visitors", "integer"),
        question("weight", "decimal"),
        question("place", "text"),
        *later,
    ]
    return Form.model_validate({"pages": [{"id": "first", "title": TEXT, "questions": questions}]})


FORM = a_form()
NUMBERS = {one.id: str(n) for n, one in enumerate(FORM.questions(), start=1)}


def say(expression, language="fi"):
    return Teller(FORM, NUMBERS, language)(expression)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ('"fire" in things', "valitsit kohdassa 2 ”FIRE”"),
        ('!("fire" in things)', "et valinnut kohdassa 2 ”FIRE”"),
        ('kind == "stage"', "valitsit kohdassa 1 ”STAGE”"),
        ('kind != "stage"', "et valinnut kohdassa 1 ”STAGE”"),
        ('kind in ["fire", "stage", "tent"]', "valitsit kohdassa 1 ”FIRE”, ”STAGE” tai ”TENT”"),
        ('kind == "fire" || kind == "tent"', "valitsit kohdassa 1 ”FIRE” tai ”TENT”"),
        ('kind != "fire" && kind != "tent"', "et valinnut kohdassa 1 ”FIRE” tai ”TENT”"),
        ('"fire" in things && "tent" in things', "valitsit kohdassa 2 ”FIRE” ja valitsit kohdassa 2 ”TENT”"),
        ("invoice", "vastasit kohtaan 3 Kyllä"),
        ("!invoice", "vastasit kohtaan 3 Ei"),
        ("invoice == false", "vastasit kohtaan 3 Ei"),
        ("invoice != true", "vastasit kohtaan 3 Ei"),
        ("!answered.place", "jätit kohdan 6 tyhjäksi"),
        ("answered.place", "vastasit kohtaan 6"),
        ("visitors > 1000", "kohdan 4 luku on suurempi kuin 1\u00a0000"),
        ("weight <= 2.5", "kohdan 5 luku on enintään 2,5"),
        ('invoice && (kind == "fire")', "vastasit kohtaan 3 Kyllä ja valitsit kohdassa 1 ”FIRE”"),
    ],
)
def test_plain_shapes_have_plain_words(expression, words):
    assert say(expression) == words


def test_the_words_are_in_each_language():
    assert say('"fire" in things', "sv") == "du valde ”sv FIRE” i punkt 2"
    assert say('"fire" in things', "en") == "you chose “en FIRE” in question 2"


@pytest.mark.parametrize(
    "expression",
    [
        'invoice || kind == "fire" && visitors > 3',
        "period.days > 3",
        "size(things) > 1",
        "visitors * 2 > 3",
        'place == "Porvoo"',
        'kind == "no_such"',
        "no_such",
        "things",
        "visitors != 3",
        '"a\\"b" in things',
        "invoice &&",
        "",
        "(invoice",
        "{}",
    ],
)
def test_of_anything_else_it_says_nothing_rather_than_something_wrong(expression):
    assert say(expression) is None


class TestOutline:
    def test_numbers_run_through_and_inside_groups(self):
        group = question("stalls", "repeat", row_label=TEXT, questions=[question("seller", "text")])
        drawn = outline(a_form(group), "fi")
        assert [item.number for item in drawn.items()] == ["1", "2", "3", "4", "5", "6", "7", "7.1"]

    def test_when_a_question_is_asked_is_said_in_words(self):
        asked = question("fire_plan", "attachment", show_if='"fire" in things', required="visitors > 100")
        hard = question("how", "text", show_if="visitors * 2 > 100")
        items = {item.id: item for item in outline(a_form(asked, hard), "en").items()}
        assert items["fire_plan"].condition == "Answer if you chose “en FIRE” in question 2."
        assert items["fire_plan"].note == "This must be answered if the number in question 4 is more than 100."
        assert items["how"].condition == "Answer only if this is asked for."

    def test_attachments_are_listed_with_their_conditions(self):
        asked = question("route_map", "attachment", required=False, show_if="invoice")
        (enclosure,) = outline(a_form(asked), "sv").enclosures()
        assert (enclosure.number, enclosure.is_optional) == ("7", True)
        assert enclosure.condition == "Svara om du svarade Ja på punkt 3."

    def test_choices_are_boxes_and_texts_are_not_numbered(self):
        note = {"id": "note", "type": "information", "text": named("tieto")}
        items = {item.id: item for item in outline(a_form(note), "fi").items()}
        assert [choice.label for choice in items["kind"].choices] == ["FIRE", "STAGE", "TENT"]
        assert [choice.label for choice in items["invoice"].choices] == ["Kyllä", "Ei"]
        assert (items["note"].number, items["note"].room, items["note"].text) == ("", Room.NONE, "tieto")
