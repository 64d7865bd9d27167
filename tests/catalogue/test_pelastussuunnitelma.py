"""The rescue plan of a public event: each branch can be filled in, and what the decree demands can't be left out."""

import datetime as dt
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.values import parse
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)

BASIS: Final[Application] = {
    "event_name": Text(fi="Jokirannan kesäsoitto", sv="Sommarmusik vid ån"),
    "description": Text(fi="Kolme yhtyettä soittaa.", sv="Tre band spelar."),
    "event_period": {"first": "12.6.2027", "first_time": "14", "last": "12.6.2027", "last_time": "22"},
    "attendance_peak": "450",
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandens park"),
    "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "capacity": Text(fi="800 henkilöä: vapaata alaa 800 m².", sv="800 personer: fri yta 800 m²."),
    "risks": [
        {
            "danger": Text(fi="Tulipalo ruokateltassa", sv="Eldsvåda i mattältet"),
            "assessment": "moderate",
            "measures": Text(fi="Sammutin ja peite joka teltassa.", sv="Släckare och filt i varje tält."),
        },
        {
            "danger": Text(fi="Tungos lavan edessä", sv="Trängsel framför scenen"),
            "assessment": "great",
            "measures": Text(fi="Aita ja vartijat, musiikki seis.", sv="Staket och vakter, musiken stoppas."),
        },
    ],
    "exits": [
        {"exit_name": Text(fi="Portti A Jokikadulle, opaste", sv="Port A mot Ågatan, skylt"), "exit_width": "4,5"},
        {"exit_name": Text(fi="Portti B torille", sv="Port B mot torget"), "exit_width": "2,4"},
    ],
    "assembly_point": Text(fi="Tori", sv="Torget"),
    "rescue_roads": Text(fi="Jokikadulta, leveys 4 m.", sv="Från Ågatan, bredd 4 m."),
    "extinguishers": Text(fi="Kuusi sammutinta lavalla ja teltoissa.", sv="Sex släckare vid scenen och i tälten."),
    "safety_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "staff": Text(fi="Kuusi järjestyksenvalvojaa.", sv="Sex ordningsvakter."),
    "first_aid": Text(fi="Ensiaputeltta portin A vieressä.", sv="Första hjälpen-tält vid port A."),
    "alarm": Text(fi="Turvallisuusvastaava soittaa 112.", sv="Den säkerhetsansvariga ringer 112."),
    "interruption": Text(fi="Turvallisuusvastaava, tuuli 15 m/s.", sv="Den säkerhetsansvariga, vind 15 m/s."),
    "instructions": Text(fi="Perehdytys kello 12, kuulutukset.", sv="Genomgång kl. 12, utrop."),
    "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "organiser_phone": "000 999 0101",
    "organiser_email": "aino@example.fi",
    "site_map": ["kartta1"],
    "true_information": "yes",
}
CROWD: Final[Application] = {
    **BASIS,
    "grounds": ["crowd"],
    "organiser_kind": "person",
    "organiser_name": "Aino Esimerkki",
    "features": ["-"],
    "audience": ["everyone"],
    "setting": ["outdoors"],
}
FESTIVAL: Final[Application] = {
    **without(BASIS, "place_address"),
    "grounds": ["crowd", "fire", "exits", "danger", "requested"],
    "organiser_kind": "company",
    "organiser_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "features": ["structures", "fuels"],
    "audience": ["everyone", "families"],
    "property_id": "638-1-2-3",
    "setting": ["indoors", "outdoors"],
    "structures": [
        {
            "structure_name": Text(fi="Yleisöteltta", sv="Publiktält"),
            "structure_area": "200",
            "structure_details": Text(fi="150 henkilöä, B1, 8 m taloista.", sv="150 personer, B1, 8 m från hus."),
        }
    ],
    "flames": Text(fi="Ilotulitus kello 22, 60 m yleisöstä.", sv="Fyrverkeri kl. 22, 60 m från publiken."),
    "fuels": Text(fi="Nestekaasua 66 kg grilleissä.", sv="66 kg flytgas i grillar."),
    "special_groups": Text(fi="Kadonnut lapsi tuodaan infoon.", sv="Ett försvunnet barn förs till infon."),
    "floor_plan": ["pohja1"],
}
BRANCHES: Final = {"crowd": CROWD, "festival": FESTIVAL}
DEMANDED: Final = {
    "crowd": [
        "grounds", "organiser_kind", "features", "event_name", "description", "event_period", "attendance_peak",
        "audience", "place_name", "setting", "capacity", "risks", "exits", "assembly_point", "rescue_roads",
        "extinguishers", "safety_person", "staff", "first_aid", "alarm", "interruption", "instructions",
        "organiser_name", "organiser_address", "organiser_phone", "organiser_email", "site_map", "true_information",
    ],
    "festival": [
        "organiser_organisation", "property_id", "structures", "flames", "fuels", "special_groups", "floor_plan",
    ],
}  # fmt: skip
PARTS: Final = {
    "risks": ["danger", "assessment", "measures"],
    "exits": ["exit_name", "exit_width"],
    "structures": ["structure_name", "structure_area", "structure_details"],
}


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("pelastussuunnitelma")


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


@pytest.mark.parametrize(("branch", "pages"), [("crowd", 8), ("festival", 9)])
def test_nobody_is_asked_more_than_45_questions(form: Form, branch: str, pages: int) -> None:
    late = dt.date(2027, 6, 11)

    journey = walk(form, filled_in(form, BRANCHES[branch], "fi"), today=late)

    assert len(journey.steps) == pages
    assert len(asked(journey)) <= 45


@pytest.mark.parametrize(
    ("branch", "lacking"), [(branch, one) for branch, demanded in DEMANDED.items() for one in demanded]
)
def test_what_is_demanded_cannot_be_left_out(form: Form, branch: str, lacking: str) -> None:
    problems = check(form, filled_in(form, without(BRANCHES[branch], lacking), "fi"), today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(("group", "part"), [(group, part) for group, parts in PARTS.items() for part in parts])
def test_each_risk_exit_and_structure_is_told_whole(form: Form, group: str, part: str) -> None:
    first, *others = FESTIVAL[group]
    lacking = {**FESTIVAL, group: [without(first, part), *others]}

    problems = check(form, filled_in(form, lacking, "fi"), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {(part, "required")}


@pytest.mark.parametrize(("days_before", "is_asked"), [(15, False), (14, False), (13, True), (0, True)])
def test_who_is_late_tells_the_special_reason(form: Form, days_before: int, is_asked: bool) -> None:  # noqa: FBT001 - a column of the table
    today = dt.date(2027, 6, 12) - dt.timedelta(days=days_before)
    told = {**CROWD, "late_reason": Text(fi="Edellinen paikka peruuntui.", sv="Den förra platsen föll bort.")}

    without_reason = check(form, filled_in(form, CROWD, "fi"), today=today)

    assert [problem.question for problem in without_reason] == (["late_reason"] if is_asked else [])
    assert check(form, filled_in(form, told, "fi"), today=today) == ()


@pytest.mark.parametrize("group", ["families", "under_18", "older", "limited"])
def test_who_expects_people_that_need_help_tells_how_they_get_it(form: Form, group: str) -> None:
    audience = {**CROWD, "audience": ["everyone", group]}

    problems = check(form, filled_in(form, audience, "fi"), today=TODAY)

    assert [problem.question for problem in problems] == ["special_groups"]


def test_an_event_in_the_past_has_no_plan(form: Form) -> None:
    codes = {one.code for one in check(form, filled_in(form, CROWD, "fi"), today=dt.date(2027, 6, 13))}

    assert "too_early" in codes


@pytest.mark.parametrize("width", ["0,5", "101", "leveä"])
def test_an_exit_is_wide_enough_for_a_person(form: Form, width: str) -> None:
    question = form.question("exit_width") or next(one for one in form.questions() if one.id == "exit_width")

    assert parse(question, {"": [width]}).problem is not None


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_the_answers_can_be_read_in_each_language(form: Form, branch: str, language: str) -> None:
    sections = sheet(form, filled_in(form, BRANCHES[branch], language), language=language, today=TODAY).sections

    titles = [page.title[language] for page in form.pages]
    assert [section.title for section in sections] == [
        title for title in titles if title in {s.title for s in sections}
    ]
    assert all(line.label for section in sections for line in section.lines)


def test_each_question_names_a_provision_that_the_procedure_cites(definition: ProcedureDefinition) -> None:
    cited = {provision.id for provision in definition.legal_basis}

    assert [q.id for q in definition.form.questions() if q.purpose is None or q.purpose.basis not in cited] == []


def test_how_threats_are_met_is_secret_and_people_are_personal(form: Form) -> None:
    publicity = {question.id: question.publicity for question in form.questions()}

    assert {one for one, kept in publicity.items() if kept == "secret"} == {"measures", "staff"}
    assert {one for one, kept in publicity.items() if kept == "personal"} == {
        "safety_person", "organiser_name", "organiser_address", "organiser_phone", "organiser_email",
    }  # fmt: skip
