"""The noise notification: each branch can be filled in, and what the provisions demand can't be left out."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import JSON, Answers
from kevytasiointi.formflow.engine import Shown, check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form, Question, RepeatQuestion
from kevytasiointi.formflow.values import parse

DEFINITIONS: Final = Path(__file__).parents[2] / "definitions"
TODAY: Final = dt.date(2027, 5, 3)

Typed = str | Text | list[str] | Mapping[str, str | Text]
Application = Mapping[str, Typed | list[Mapping[str, Typed]]]

NOTIFIER: Final[Application] = {
    "notifier_address": {
        "street": "Esimerkkikatu 1",
        "postcode": "00100",
        "city": Text(fi="Helsinki", sv="Helsingfors"),
    },
    "notifier_phone": "040 123 4567",
    "notifier_email": "aino@example.fi",
    "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "+358 40 123 4567"},
    "invoice_to_notifier": "yes",
}
SURROUNDINGS: Final[Application] = {
    "disturbed_sites": [
        {"kind": "home", "name": Text(fi="Rantatie 3", sv="Strandvägen 3"), "distance": "250", "level": "52"},
        {"kind": "school", "name": Text(fi="Rannan koulu", sv="Strandens skola"), "distance": "600"},
    ],
    "effects": Text(fi="Musiikki kuuluu lähimpiin taloihin.", sv="Musiken hörs i de närmaste husen."),
    "mitigation": Text(fi="Kaiuttimet osoittavat merelle.", sv="Högtalarna är riktade mot havet."),
    "informing": ["dwelling", "media"],
    "informing_details": Text(fi="Rantatien talot viikkoa ennen.", sv="Husen vid Strandvägen en vecka före."),
    "other_permits": ["land_use", "police"],
    "site_map": ["kartta1"],
    "true_information": "yes",
}
EVENT_BY_DAY: Final[Application] = {
    **NOTIFIER,
    **SURROUNDINGS,
    "activity_kind": "event",
    "notifier_kind": "person",
    "event_name": Text(fi="Rantakonsertti", sv="Strandkonserten"),
    "event_noise": ["outdoor_music", "speech"],
    "visitors": "400",
    "description": Text(fi="Kolme yhtyettä soittaa rannassa.", sv="Tre band spelar på stranden."),
    "activity_period": {"first": "12.6.2027", "last": "12.6.2027"},
    "noisy_times": [
        {
            "happening": Text(fi="Äänentarkistus", sv="Ljudkontroll"),
            "dates": {"first": "12.6.2027", "last": "12.6.2027"},
            "starts_at": "13",
            "ends_at": "14",
        },
        {
            "happening": Text(fi="Konsertti", sv="Konsert"),
            "dates": {"first": "12.6.2027", "last": "12.6.2027"},
            "starts_at": "16.00",
            "ends_at": "21.30",
        },
    ],
    "night_noise": "no",
    "place_name": Text(fi="Rantapuisto", sv="Strandparken"),
    "place_address": {"street": "Rantatie 1", "postcode": "00100", "city": Text(fi="Helsinki", sv="Helsingfors")},
    "sound_sources": Text(fi="Lava rannassa, 10 kW.", sv="Scen på stranden, 10 kW."),
    "level_10m": "100",
    "level_method": "data",
    "notifier_name": "Aino Esimerkki",
}
EVENT_AT_NIGHT: Final[Application] = {
    **EVENT_BY_DAY,
    "activity_period": {"first": "12.6.2027", "last": "13.6.2027"},
    "noisy_times": [
        {
            "happening": Text(fi="Festivaali", sv="Festival"),
            "dates": {"first": "12.6.2027", "last": "13.6.2027"},
            "weekdays": ["saturday", "sunday"],
            "starts_at": "18",
            "ends_at": "2.00",
        }
    ],
    "night_noise": "yes",
    "night_reason": Text(fi="Valoesitys vaatii pimeää. Öitä on kaksi.", sv="Ljusshowen kräver mörker. Två nätter."),
    "monitoring": Text(fi="Mittaamme melua koko yön.", sv="Vi mäter bullret hela natten."),
    "level_method": "model",
    "noise_report": ["malli1"],
}
CONSTRUCTION: Final[Application] = {
    **NOTIFIER,
    **SURROUNDINGS,
    "activity_kind": "construction",
    "notifier_kind": "company",
    "work_types": ["excavation", "blasting", "crushing"],
    "description": Text(fi="Louhimme talon pohjan.", sv="Vi spränger grunden till ett hus."),
    "activity_period": {"first": "1.7.2027", "last": "30.7.2027"},
    "noisy_times": [
        {
            "happening": Text(fi="Poraus ja räjäytykset", sv="Borrning och sprängning"),
            "dates": {"first": "1.7.2027", "last": "30.7.2027"},
            "weekdays": ["weekdays"],
            "starts_at": "7.00",
            "ends_at": "18.00",
        }
    ],
    "night_noise": "no",
    "place_name": Text(fi="Kortteli 12", sv="Kvarter 12"),
    "property_id": "91-1-2-3",
    "machines": Text(fi="Poravaunu, murskain.", sv="Borrvagn, kross."),
    "level_10m": "115",
    "level_method": "experience",
    "vibration": "yes",
    "vibration_description": Text(fi="Katselmoimme talot 100 metriin asti.", sv="Vi inspekterar husen inom 100 meter."),
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "invoice_to_notifier": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
}
OTHER: Final[Application] = {
    **{
        question: typed
        for question, typed in EVENT_BY_DAY.items()
        if question not in {"event_name", "event_noise", "visitors", "sound_sources"}
    },
    "activity_kind": "other",
    "notifier_kind": "association",
    "notifier_organisation": {"name": "Esimerkkiseura ry"},
    "machines": Text(fi="Kaksi lentokonetta.", sv="Två flygplan."),
    "vibration": "no",
}
BRANCHES: Final = {
    "event by day": EVENT_BY_DAY,
    "event at night": EVENT_AT_NIGHT,
    "construction": CONSTRUCTION,
    "other": OTHER,
}
DEMANDED: Final = {
    "all": [
        "activity_kind", "notifier_kind", "description", "activity_period", "noisy_times", "night_noise",
        "place_name", "disturbed_sites", "effects", "level_10m", "level_method", "mitigation", "informing",
        "informing_details", "notifier_address", "notifier_phone", "notifier_email", "on_call", "invoice_to_notifier",
        "other_permits", "site_map", "true_information",
    ],
    "event by day": ["event_name", "event_noise", "visitors", "sound_sources", "notifier_name"],
    "event at night": ["night_reason", "monitoring", "noise_report"],
    "construction": [
        "work_types", "machines", "vibration", "vibration_description", "property_id", "notifier_organisation",
        "invoice_recipient",
    ],
    "other": ["machines", "vibration", "notifier_organisation"],
}  # fmt: skip
LACKS: Final = [
    (branch, question) for branch in BRANCHES for question in [*DEMANDED["all"], *DEMANDED[branch]]
]  # fmt: skip


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    (found,) = (one for one in read_folder(DEFINITIONS).procedures if one.id == "meluilmoitus")
    return found


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

    unsent = answers.values.keys() - shown_answers(form, answers, today=TODAY).keys()

    # One may have said one's own name before saying that an organisation notifies.
    assert unsent <= {"notifier_name"}


@pytest.mark.parametrize("branch", BRANCHES)
def test_a_resident_in_a_hurry_meets_seven_pages_and_at_most_45_questions(form: Form, branch: str) -> None:
    journey = walk(form, filled_in(form, BRANCHES[branch], "fi"), today=TODAY)

    asked = {shown.question.id for step in journey.steps for one in step.questions for shown in with_rows(one)}

    assert len(journey.steps) == 7
    assert len(asked) <= 45


@pytest.mark.parametrize(("branch", "lacking"), LACKS)
def test_what_is_demanded_cannot_be_left_out(form: Form, branch: str, lacking: str) -> None:
    rest = {question: typed for question, typed in BRANCHES[branch].items() if question != lacking}
    answers = filled_in(form, rest, "fi")

    problems = check(form, answers, today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize("part", ["happening", "dates", "weekdays", "starts_at", "ends_at"])
def test_a_noisy_time_tells_what_happens_and_when(form: Form, part: str) -> None:
    assert problems_without_part(form, CONSTRUCTION, "noisy_times", part) == {(part, "required")}


@pytest.mark.parametrize("part", ["kind", "name", "distance"])
def test_a_disturbed_place_is_named_with_its_distance(form: Form, part: str) -> None:
    assert problems_without_part(form, EVENT_BY_DAY, "disturbed_sites", part) == {(part, "required")}


def test_days_of_the_week_are_asked_only_of_a_time_that_lasts_several_days(form: Form) -> None:
    by_day = walk(form, filled_in(form, EVENT_BY_DAY, "fi"), today=TODAY)
    at_night = walk(form, filled_in(form, EVENT_AT_NIGHT, "fi"), today=TODAY)

    assert "weekdays" not in asked_in(by_day.steps[1].questions)
    assert "weekdays" in asked_in(at_night.steps[1].questions)


def test_by_day_nobody_has_to_explain_the_night_or_plan_the_monitoring(form: Form) -> None:
    measures = walk(form, filled_in(form, EVENT_BY_DAY, "fi"), today=TODAY).step("measures")

    assert measures is not None
    assert "night_reason" not in asked_in(measures.questions)
    assert not measures.problems


def test_a_place_needs_an_address_or_a_property_identifier(form: Form) -> None:
    nowhere = {**CONSTRUCTION, "property_id": ""}
    by_address = {**nowhere, "place_address": {"street": "Rantatie 1", "postcode": "00100", "city": "Helsinki"}}

    assert check(form, filled_in(form, nowhere, "fi"), today=TODAY)
    assert not check(form, filled_in(form, by_address, "fi"), today=TODAY)


@pytest.mark.parametrize(("days_before", "is_asked"), [(31, False), (30, False), (29, True), (0, True)])
def test_who_begins_in_less_than_thirty_days_may_say_why(form: Form, days_before: int, is_asked: bool) -> None:  # noqa: FBT001 - a column of the table
    today = dt.date(2027, 6, 12) - dt.timedelta(days=days_before)

    journey = walk(form, filled_in(form, EVENT_BY_DAY, "fi"), today=today)

    measures = journey.step("measures")
    assert measures is not None
    assert ("early_start" in asked_in(measures.questions)) is is_asked
    assert journey.is_complete


def test_an_activity_in_the_past_cannot_be_notified(form: Form) -> None:
    answers = filled_in(form, EVENT_BY_DAY, "fi")

    problems = check(form, answers, today=dt.date(2027, 6, 13))

    assert [problem.code for problem in problems] == ["too_early"]


def test_who_informs_nobody_says_so_and_tells_no_details(form: Form) -> None:
    silent = {**EVENT_BY_DAY, "informing": ["-"], "informing_details": ""}

    assert not check(form, filled_in(form, silent, "fi"), today=TODAY)


@pytest.mark.parametrize("level", ["29", "201"])
def test_a_noise_level_nobody_can_measure_is_refused(form: Form, level: str) -> None:
    question = form.question("level_10m")

    assert question is not None
    assert parse(question, {"": [level]}).problem is not None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_the_answers_can_be_read_in_each_language(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)

    sections = sheet(form, answers, language=language, today=TODAY).sections

    assert [section.title for section in sections] == [page.title[language] for page in form.pages]
    assert all(line.label for section in sections for line in section.lines)


def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    without = [one.id for one in definition.form.questions() if one.purpose is None or one.purpose.basis not in cited]

    assert without == []


def test_names_addresses_and_numbers_of_people_are_personal(form: Form) -> None:
    of_people = ["notifier_name", "notifier_address", "notifier_phone", "notifier_email", "on_call"]

    assert {one.publicity for one in map(form.question, of_people) if one} == {"personal"}


def filled_in(form: Form, application: Application, language: str) -> Answers:
    """What is stored when somebody types this on the pages; fails on what can't be read."""
    values: dict[str, JSON] = {}
    for question_id, typed in application.items():
        question = form.question(question_id)
        assert question is not None, question_id
        if isinstance(question, RepeatQuestion):
            values[question_id] = rows_typed(question, typed, language)
        elif (value := value_typed(question, typed, language)) is not None:
            values[question_id] = value
    return Answers(values)


def rows_typed(group: RepeatQuestion, rows: object, language: str) -> JSON:
    assert isinstance(rows, list)
    by_id = {question.id: question for question in group.questions}
    return [
        {"id": f"row{number}", "values": {one: value_typed(by_id[one], typed, language) for one, typed in row.items()}}
        for number, row in enumerate(rows)
    ]


def value_typed(question: Question, typed: object, language: str) -> JSON:
    if isinstance(typed, Text) or not isinstance(typed, Mapping):
        typed = {"": typed}
    parsed = parse(question, {part: strings(one, language) for part, one in typed.items()})
    assert parsed.problem is None, parsed.problem
    return parsed.value


def strings(typed: object, language: str) -> list[str]:
    if isinstance(typed, Text):
        return [typed.in_language(language)]
    return [str(one) for one in typed] if isinstance(typed, list) else [str(typed)]


def problems_without_part(form: Form, application: Application, group: str, part: str) -> set[tuple[str, str]]:
    """Problems when the part is missing from the first row of the group."""
    rows = application[group]
    assert isinstance(rows, list)
    first, *others = rows
    assert isinstance(first, Mapping)
    assert part in first
    lacking = {question: typed for question, typed in first.items() if question != part}
    answers = filled_in(form, {**application, group: [lacking, *others]}, "fi")
    return {(problem.question, problem.code) for problem in check(form, answers, today=TODAY)}


def asked_in(questions: tuple[Shown, ...]) -> set[str]:
    return {shown.question.id for one in questions for shown in with_rows(one)}


def with_rows(shown: Shown) -> Iterator[Shown]:
    yield shown
    for row in shown.rows:
        yield from row.questions
