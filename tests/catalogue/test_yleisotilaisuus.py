"""The notification of a public event: each branch can be filled in, and what the police need can't be left out."""

import datetime as dt
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.values import parse
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)
CODES: Final = frozenset({f"temporary_stewards.row{number}.steward_code" for number in range(2)})
"""Identity codes are kept sealed, apart from the answers."""

BASIS: Final[Application] = {
    "event_name": Text(fi="Jokirannan juhla", sv="Åstrandens fest"),
    "description": Text(
        fi="Asukkaiden yhteinen juhla. Kuoro laulaa kello 15.", sv="Invånarnas gemensamma fest. En kör sjunger kl. 15."
    ),
    "event_period": {"first": "12.6.2027", "first_time": "14", "last": "12.6.2027", "last_time": "20"},
    "attendance": "150",
    "attendance_peak": "90",
    "audience": ["everyone"],
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandens park"),
    "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "setting": ["outdoors"],
    "owner_consent": "received",
    "order_plan": Text(fi="Talkooväki kiertää alueella.", sv="Talkofolk rör sig på området."),
    "first_aid": Text(fi="Kaksi ensiapukoulutettua teltassa.", sv="Två förstahjälpare i tältet."),
    "rescue_plan": "not_needed",
    "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "organiser_phone": "000 999 0101",
    "organiser_email": "aino@example.fi",
    "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "invoice_to_organiser": "yes",
    "other_permits": ["land_use"],
    "site_map": ["kartta1"],
    "true_information": "yes",
}
SMALL: Final[Application] = {
    **BASIS,
    "event_kind": ["party"],
    "organiser_kind": "person",
    "organiser_name": "Aino Esimerkki",
    "arrangements": ["-"],
}
PARADE: Final[Application] = {
    **without(BASIS, "place_address"),
    "event_kind": ["parade", "concert"],
    "organiser_kind": "association",
    "organiser_organisation": {"name": "Esimerkkiseura ry"},
    "arrangements": ["traffic", "traffic_directors"],
    "property_id": "638-1-2-3",
    "route": Text(fi="Torilta Jokikatua satamaan.", sv="Från torget längs Ågatan till hamnen."),
    "traffic_description": Text(fi="Jokikatu suljetaan tunniksi.", sv="Ågatan stängs i en timme."),
    "traffic_directors": [
        {
            "director_name": {"given_name": "Bo", "family_name": "Exempel", "phone": "000 999 0202"},
            "director_born": "3.3.1976",
        }
    ],
    "directors_consent": "yes",
    "traffic_plan": ["suunnitelma1"],
}
FESTIVAL: Final[Application] = {
    **without(PARADE, "first_aid"),
    "event_kind": ["concert", "market", "parade"],
    "organiser_kind": "company",
    "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "arrangements": ["alcohol", "fire", "structures", "stewards", "traffic", "traffic_directors"],
    "event_period": {"first": "12.6.2027", "first_time": "12", "last": "14.6.2027", "last_time": "2.00"},
    "attendance": "6 000",
    "attendance_peak": "3 000",
    "alcohol_details": Text(fi="Ravintola Esimerkki aidatulla alueella.", sv="Restaurang Exempel."),
    "fire_details": Text(fi="Ilotulitus lauantaina kello 23.", sv="Fyrverkeri på lördag kl. 23."),
    "structures_details": Text(fi="Lava 100 m², kolme telttaa.", sv="En scen på 100 m² och tre tält."),
    "stewards_count": "32",
    "stewards_from": ["company", "card", "temporary"],
    "security_company": {"name": "Esimerkkivartiointi Oy", "business_id": "9999999-2"},
    "temporary_stewards": [
        {"steward_name": {"given_name": "Onni", "family_name": "Esimerkki"}},
        {"steward_name": {"given_name": "Li", "family_name": "Exempel"}},
    ],
    "rescue_plan": "sent",
    "insurance": Text(fi="Esimerkkivakuutus, 1 000 000 euroa", sv="Exempelförsäkring, 1 000 000 euro"),
    "invoice_to_organiser": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
}
BRANCHES: Final = {"small": SMALL, "parade": PARADE, "festival": FESTIVAL}
PAGES: Final = {"small": 6, "parade": 7, "festival": 9}
DEMANDED: Final = {
    "small": [
        "event_kind", "organiser_kind", "arrangements", "event_name", "description", "event_period", "attendance",
        "attendance_peak", "audience", "place_name", "setting", "owner_consent", "order_plan", "first_aid",
        "rescue_plan", "organiser_name", "organiser_address", "organiser_phone", "organiser_email", "on_call",
        "invoice_to_organiser", "other_permits", "site_map", "true_information",
    ],
    "parade": [
        "property_id", "route", "traffic_description", "traffic_directors", "directors_consent", "traffic_plan",
        "organiser_organisation",
    ],
    "festival": [
        "alcohol_details", "fire_details", "structures_details", "stewards_count", "stewards_from",
        "security_company", "temporary_stewards", "invoice_recipient",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("yleisotilaisuus")


@pytest.fixture
def form(definition: ProcedureDefinition) -> Form:
    return definition.form


def answered(form: Form, application: Application, language: str = "fi") -> Answers:
    return Answers(filled_in(form, application, language).values, CODES)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_each_branch_can_be_filled_in_to_the_end(form: Form, branch: str, language: str) -> None:
    answers = answered(form, BRANCHES[branch], language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete


@pytest.mark.parametrize("branch", BRANCHES)
def test_nothing_typed_on_a_branch_is_left_out_of_what_is_sent(form: Form, branch: str) -> None:
    answers = answered(form, BRANCHES[branch])

    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


@pytest.mark.parametrize("branch", BRANCHES)
def test_nobody_is_asked_more_than_45_questions(form: Form, branch: str) -> None:
    journey = walk(form, answered(form, BRANCHES[branch]), today=TODAY)

    assert len(journey.steps) == PAGES[branch]
    assert len(asked(journey)) <= 45


def test_a_small_party_is_notified_with_28_questions(form: Form) -> None:
    assert len(asked(walk(form, answered(form, SMALL), today=TODAY))) == 28


@pytest.mark.parametrize(
    ("branch", "lacking"), [(branch, one) for branch, demanded in DEMANDED.items() for one in demanded]
)
def test_what_is_demanded_cannot_be_left_out(form: Form, branch: str, lacking: str) -> None:
    problems = check(form, answered(form, without(BRANCHES[branch], lacking)), today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize("part", ["director_name", "director_born"])
def test_a_traffic_director_is_named_with_day_of_birth(form: Form, part: str) -> None:
    (director,) = PARADE["traffic_directors"]
    lacking = {**PARADE, "traffic_directors": [without(director, part)]}

    problems = check(form, answered(form, lacking), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {(part, "required")}


def test_a_steward_without_a_card_needs_name_and_identity_code(form: Form) -> None:
    nameless = {**FESTIVAL, "temporary_stewards": [{}, {}]}
    unknown = Answers(filled_in(form, FESTIVAL, "fi").values)

    of_names = {(one.question, one.code) for one in check(form, answered(form, nameless), today=TODAY)}
    of_codes = {(one.question, one.code) for one in check(form, unknown, today=TODAY)}

    assert of_names == {("steward_name", "required")}
    assert of_codes == {("steward_code", "required")}


def test_stewards_with_a_card_are_counted_but_not_named(form: Form) -> None:
    known = {**without(FESTIVAL, "security_company", "temporary_stewards"), "stewards_from": ["card"]}

    journey = walk(form, answered(form, known), today=TODAY)

    assert journey.is_complete
    assert journey.step("stewards") is None


@pytest.mark.parametrize(("plan", "is_asked"), [("not_needed", True), ("being_made", False), ("sent", False)])
def test_first_aid_is_told_here_or_in_the_rescue_plan(form: Form, plan: str, is_asked: bool) -> None:  # noqa: FBT001 - a column of the table
    journey = walk(form, answered(form, {**SMALL, "rescue_plan": plan}), today=TODAY)

    assert ("first_aid" in asked(journey)) is is_asked
    assert journey.is_complete


def test_a_race_may_stay_on_its_field_but_a_procession_has_a_route(form: Form) -> None:
    race = {**without(PARADE, "route"), "event_kind": ["sports"]}

    assert walk(form, answered(form, race), today=TODAY).is_complete
    assert not walk(form, answered(form, without(PARADE, "route")), today=TODAY).is_complete


@pytest.mark.parametrize(("born", "is_taken"), [("3.5.2009", True), ("1.6.2009", False), ("3.5.2012", False)])
def test_a_traffic_director_is_grown_up(form: Form, born: str, is_taken: bool) -> None:  # noqa: FBT001 - a column of the table
    (director,) = PARADE["traffic_directors"]
    young = {**PARADE, "traffic_directors": [{**director, "director_born": born}]}

    assert walk(form, answered(form, young), today=TODAY).is_complete is is_taken


def test_an_event_in_the_past_cannot_be_notified(form: Form) -> None:
    problems = check(form, answered(form, SMALL), today=dt.date(2027, 6, 13))

    assert [problem.code for problem in problems] == ["too_early"]


def test_an_event_that_ends_before_it_begins_is_no_event(form: Form) -> None:
    question = form.question("event_period")
    assert question is not None

    typed = {"first": ["12.6.2027"], "first_time": ["20"], "last": ["12.6.2027"], "last_time": ["2"]}

    assert parse(question, typed).problem is not None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_the_answers_can_be_read_in_each_language(form: Form, branch: str, language: str) -> None:
    sections = sheet(form, answered(form, BRANCHES[branch], language), language=language, today=TODAY).sections

    titles = [page.title[language] for page in form.pages]
    assert [section.title for section in sections] == [
        title for title in titles if title in {s.title for s in sections}
    ]
    assert all(line.label for section in sections for line in section.lines)


def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    assert [q.id for q in definition.form.questions() if q.purpose is None or q.purpose.basis not in cited] == []


def test_how_order_is_kept_is_secret_and_people_are_personal(form: Form) -> None:
    publicity = {question.id: question.publicity for question in form.questions()}

    assert [one for one, kept in publicity.items() if kept == "secret"] == ["order_plan"]
    assert {one for one, kept in publicity.items() if kept == "personal"} == {
        "steward_name", "steward_code", "director_name", "director_born", "organiser_name", "organiser_address",
        "organiser_phone", "organiser_email", "on_call", "invoice_recipient",
    }  # fmt: skip
