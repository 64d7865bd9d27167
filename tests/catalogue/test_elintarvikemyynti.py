"""Temporary food sale: the seller's branch and the organiser's, and what can't be left out of them."""

import datetime as dt
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)

PLACE: Final[Application] = {
    "place_name": Text(fi="Kauppatori", sv="Salutorget"),
    "place_address": {"street": "Torikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "sale_dates": {"first": "12.6.2027", "last": "13.6.2027"},
    "sale_times": Text(fi="Lauantaina ja sunnuntaina klo 10 alkaen.", sv="Lördag och söndag från kl. 10."),
}
NOTIFIER: Final[Application] = {
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@example.fi",
    "on_site": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "true_information": "yes",
}
COMPANY: Final[Application] = {
    "notifier_kind": "company",
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
}
FOOD_TRUCK: Final[Application] = {
    **PLACE,
    **NOTIFIER,
    **COMPANY,
    "about": "own",
    "event_name": Text(fi="Kesämarkkinat", sv="Sommarmarknaden"),
    "stall": "14",
    "registration": "registered",
    "registered_in": "091",
    "premises": "vehicle",
    "foods": Text(fi="Muikkuja ja perunoita, kahvia.", sv="Siklöjor och potatis, kaffe."),
    "extent": Text(fi="300 annosta", sv="300 portioner"),
    "handling": ["cooking", "drinks"],
    "chilled": "yes",
    "water": Text(fi="Oma 100 litran säiliö.", sv="Egen tank på 100 liter."),
    "cold": Text(fi="Jääkaappi, lämpömittari.", sv="Kylskåp, termometer."),
    "waste": Text(fi="Oma säiliö.", sv="Egen tank."),
}
PACKED_ONLY: Final[Application] = {
    **without(FOOD_TRUCK, "event_name", "stall", "water", "cold", "waste", "notifier_organisation"),
    "notifier_kind": "person",
    "notifier_name": "Aino Esimerkki",
    "registration": "pending",
    "premises": "stand",
    "foods": Text(fi="Hunajaa purkeissa.", sv="Honung i burkar."),
    "handling": ["packed"],
    "chilled": "no",
}
PACKED_AND_COLD: Final[Application] = {
    **FOOD_TRUCK,
    "registration": "approved",
    "premises": "kiosk",
    "foods": Text(fi="Pakattua kalaa.", sv="Förpackad fisk."),
    "handling": ["packed"],
}
BY_ROWS: Final[Application] = {
    **PLACE,
    **NOTIFIER,
    "about": "all_sellers",
    "notifier_kind": "association",
    "notifier_organisation": {"name": Text(fi="Markkinayhdistys ry", sv="Marknadsföreningen rf")},
    "event_name": Text(fi="Kesämarkkinat", sv="Sommarmarknaden"),
    "sellers": [
        {
            "seller": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
            "seller_registered_in": "091",
            "seller_foods": Text(fi="Lettuja", sv="Plättar"),
            "seller_stall": "3",
        },
        {
            "seller": {"name": "Aino Esimerkki"},
            "seller_registered_in": "638",
            "seller_foods": Text(fi="Kahvia", sv="Kaffe"),
        },
    ],
    "water": Text(fi="Torin vesiposti.", sv="Torgets vattenpost."),
    "waste": Text(fi="Järjestäjän jäteastiat.", sv="Arrangörens avfallskärl."),
    "site_map": ["kartta1"],
}
BY_LIST: Final[Application] = {**without(BY_ROWS, "sellers"), "seller_list": ["luettelo1"]}

BRANCHES: Final = {
    "food truck": FOOD_TRUCK,
    "packed only": PACKED_ONLY,
    "packed and cold": PACKED_AND_COLD,
    "sellers by rows": BY_ROWS,
    "sellers by list": BY_LIST,
}
OWN: Final = [
    "registration", "registered_in", "premises", "foods", "extent", "handling", "chilled",
]  # fmt: skip
DEMANDED: Final = {
    "all": [
        "about", "notifier_kind", "place_name", "sale_dates", "sale_times", "notifier_phone", "notifier_email",
        "on_site", "true_information",
    ],
    "food truck": [*OWN, "water", "cold", "waste", "notifier_organisation"],
    "packed only": [*OWN, "notifier_name"],
    "packed and cold": [*OWN, "water", "cold", "waste"],
    "sellers by rows": ["event_name", "water", "waste", "notifier_organisation"],
    "sellers by list": ["event_name", "seller_list", "water", "waste"],
}  # fmt: skip
LACKS: Final = [(branch, question) for branch in BRANCHES for question in [*DEMANDED["all"], *DEMANDED[branch]]]
QUESTIONS_MET: Final = {
    "food truck": 24, "packed only": 21, "packed and cold": 24, "sellers by rows": 21, "sellers by list": 17,
}  # fmt: skip


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("elintarvikemyynti")


@pytest.fixture
def form(definition: ProcedureDefinition) -> Form:
    return definition.form


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_each_branch_can_be_filled_in_to_the_end(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete


@pytest.mark.parametrize("branch", BRANCHES)
def test_nothing_typed_on_a_branch_is_left_out_of_what_is_sent(form: Form, branch: str) -> None:
    answers = filled_in(form, BRANCHES[branch], "fi")

    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


@pytest.mark.parametrize("branch", BRANCHES)
def test_somebody_in_a_hurry_meets_no_more_questions_than_these(form: Form, branch: str) -> None:
    journey = walk(form, filled_in(form, BRANCHES[branch], "fi"), today=TODAY)

    assert len(journey.steps) <= 6
    assert len(asked(journey)) == QUESTIONS_MET[branch]


@pytest.mark.parametrize(("branch", "lacking"), LACKS)
def test_what_is_demanded_cannot_be_left_out(form: Form, branch: str, lacking: str) -> None:
    answers = filled_in(form, without(BRANCHES[branch], lacking), "fi")

    problems = check(form, answers, today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize("part", ["seller", "seller_registered_in", "seller_foods"])
def test_each_seller_is_told_with_what_the_register_needs(form: Form, part: str) -> None:
    first, second = BY_ROWS["sellers"]
    lacking = {question: typed for question, typed in first.items() if question != part}

    problems = check(form, filled_in(form, {**BY_ROWS, "sellers": [lacking, second]}, "fi"), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {(part, "required")}


def test_an_organiser_who_has_opened_the_rows_but_left_them_empty_must_give_a_list(form: Form) -> None:
    problems = check(form, filled_in(form, {**BY_ROWS, "sellers": []}, "fi"), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {("seller_list", "required")}


def test_a_place_without_address_needs_a_map(form: Form) -> None:
    nowhere = without(FOOD_TRUCK, "place_address")

    problems = check(form, filled_in(form, nowhere, "fi"), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {("site_map", "required")}
    assert not check(form, filled_in(form, {**nowhere, "site_map": ["kartta1"]}, "fi"), today=TODAY)


def test_who_sells_only_packed_food_at_room_temperature_tells_nothing_of_water_or_waste(form: Form) -> None:
    journey = walk(form, filled_in(form, PACKED_ONLY, "fi"), today=TODAY)

    assert journey.step("hygiene") is None


@pytest.mark.parametrize("deed", ["unpacked", "drinks", "heating", "cooking", "raw", "ice_cream"])
def test_who_handles_food_tells_of_water_and_waste(form: Form, deed: str) -> None:
    handling = {**PACKED_ONLY, "handling": ["packed", deed]}

    problems = check(form, filled_in(form, handling, "fi"), today=TODAY)

    assert {problem.question for problem in problems} == {"water", "waste"}


@pytest.mark.parametrize(
    ("registration", "days_before", "warnings"),
    [
        ("registered", 4, set()),
        ("registered", 3, {"late"}),
        ("registered", 0, {"late"}),
        ("approved", 14, set()),
        ("approved", 13, {"late_approved"}),
        ("approved", 4, {"late_approved"}),
        ("approved", 3, {"late"}),
    ],
)
def test_who_is_late_is_told_and_may_still_send(
    form: Form, registration: str, days_before: int, warnings: set[str]
) -> None:
    today = dt.date(2027, 6, 12) - dt.timedelta(days=days_before)
    answers = filled_in(form, {**FOOD_TRUCK, "registration": registration}, "fi")

    journey = walk(form, answers, today=today)

    assert asked(journey) & {"late", "late_approved"} == warnings
    assert journey.is_complete


def test_an_organiser_who_is_late_is_told_too(form: Form) -> None:
    journey = walk(form, filled_in(form, BY_LIST, "fi"), today=dt.date(2027, 6, 11))

    assert "late" in asked(journey)


def test_a_sale_in_the_past_cannot_be_notified(form: Form) -> None:
    problems = check(form, filled_in(form, FOOD_TRUCK, "fi"), today=dt.date(2027, 6, 13))

    assert [problem.code for problem in problems] == ["too_early"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_the_answers_can_be_read_in_each_language(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)
    titles = [step.page.title[language] for step in walk(form, answers, today=TODAY).steps]

    sections = sheet(form, answers, language=language, today=TODAY).sections

    assert [section.title for section in sections] == titles
    assert all(line.label for section in sections for line in section.lines)


def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    without_one = [
        one.id for one in definition.form.questions() if one.purpose is None or one.purpose.basis not in cited
    ]

    assert without_one == []


def test_names_and_numbers_of_people_are_personal(form: Form) -> None:
    of_people = ["notifier_name", "notifier_phone", "notifier_email", "on_site"]

    assert {one.publicity for one in map(form.question, of_people) if one} == {"personal"}
