"""The notification of hazardous chemicals: each branch can be filled in, and what is demanded can't be left out."""

import datetime as dt
from typing import Final

import pytest

from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from support.filling import Application, asked, filled_in, procedure, without

TODAY: Final = dt.date(2027, 5, 3)

OPERATOR: Final[Application] = {
    "operator_kind": "company",
    "site_name": Text(fi="Esimerkin varasto", sv="Exempellagret"),
    "property_id": "638-1-2-3",
    "operator_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "operator_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "operator_phone": "000 999 0101",
    "operator_email": "aino@asiakas.example",
    "contact_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
    "invoice_to_operator": "yes",
    "true_information": "yes",
}
PLANT: Final[Application] = {
    **OPERATOR,
    "description": Text(fi="Maalaamme metalliosia.", sv="Vi målar metalldelar."),
    "start_date": "1.7.2027",
    "substances": ["flammable", "environment"],
    "groundwater": "no",
    "neighbours": [
        {"neighbour_kind": "home", "neighbour_name": Text(fi="Rantatie 3", sv="Strandvägen 3"), "distance": "250"},
        {"neighbour_kind": "intake", "neighbour_name": Text(fi="Vedenottamo", sv="Vattentäkt"), "distance": "1200"},
    ],
    "hazards": Text(fi="Liuotin voi vuotaa ja syttyä.", sv="Lösningsmedel kan läcka och antändas."),
    "leak_control": ["bund", "absorbent"],
    "fire_safety": ["compartment", "extinguishers"],
    "safety_details": Text(fi="Allas on 2 m³. Varasto on lukittu.", sv="Tråget rymmer 2 m³. Lagret är låst."),
    "site_map": ["kartta1"],
    "layout": ["piirros1"],
}
NEW: Final[Application] = {
    **PLANT,
    "matter": "new",
    "listing": "file",
    "chemicals_file": ["luettelo1"],
}
CHANGE: Final[Application] = {
    **PLANT,
    "matter": "change",
    "changes": Text(fi="Nestekaasua tulee lisää.", sv="Mängden flytgas ökar."),
    "earlier_decision": "1/2020",
    "substances": ["lpg", "flammable", "oxidising", "health", "environment"],
    "lpg": Text(fi="Kaksi 500 kg:n säiliötä ulkona.", sv="Två cisterner på 500 kg utomhus."),
    "listing": "rows",
    "chemicals": [
        {
            "chemical_name": Text(fi="Nestekaasu", sv="Flytgas"),
            "hazard_class": "H220, H280",
            "in_equipment": "0",
            "stored_most": "1,0",
            "storage_way": "tank",
            "chemical_place": "S1",
        }
    ],
    "chemical_papers": ["tiedote1"],
    "explosion_document": ["asiakirja1"],
    "invoice_to_operator": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "trade_secrets": Text(fi="Reseptit.", sv="Recepten."),
}
TEMPORARY: Final[Application] = {
    **without(NEW, "operator_organisation"),
    "matter": "temporary",
    "end_date": "30.9.2027",
    "operator_kind": "person",
    "operator_name": "Aino Esimerkki",
}
OPERATOR_CHANGES: Final[Application] = {
    **OPERATOR,
    "matter": "operator",
    "earlier_decision": "1/2020",
    "former_operator": {"name": "Vanha Esimerkki Oy"},
    "handover_date": "1.6.2027",
    "unchanged": "yes",
}
ENDING: Final[Application] = {
    **OPERATOR,
    "matter": "ending",
    "ending_kind": "ends",
    "ending_date": "1.6.2027",
    "ending_measures": Text(fi="Säiliöt tyhjennetään ja viedään pois.", sv="Cisternerna töms och förs bort."),
}
BRANCHES: Final = {
    "new": NEW,
    "change": CHANGE,
    "temporary": TEMPORARY,
    "operator": OPERATOR_CHANGES,
    "ending": ENDING,
}
ALWAYS: Final = [
    "matter", "operator_kind", "site_name", "property_id", "operator_address", "operator_phone", "operator_email",
    "contact_person", "invoice_to_operator", "true_information",
]  # fmt: skip
OF_PLANT: Final = [
    "description", "start_date", "substances", "listing", "groundwater", "neighbours", "hazards", "leak_control",
    "fire_safety", "safety_details", "site_map", "layout",
]  # fmt: skip
DEMANDED: Final = {
    "new": [*OF_PLANT, "chemicals_file", "operator_organisation"],
    "change": [*OF_PLANT, "changes", "chemicals", "chemical_papers", "lpg", "invoice_recipient"],
    "temporary": [*OF_PLANT, "end_date", "operator_name"],
    "operator": ["former_operator", "handover_date", "unchanged"],
    "ending": ["ending_kind", "ending_date", "ending_measures"],
}
LACKS: Final = [(branch, question) for branch in BRANCHES for question in [*ALWAYS, *DEMANDED[branch]]]
PAGES: Final = {
    "new": ["start", "activity", "place", "chemicals", "safety", "operator", "attachments"],
    "operator": ["start", "place", "handover", "operator", "attachments"],
    "ending": ["start", "place", "ending", "operator", "attachments"],
}


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("kemikaali-ilmoitus")


@pytest.fixture
def form(definition: ProcedureDefinition) -> Form:
    return definition.form


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_each_branch_can_be_filled_in_to_the_end(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)

    assert check(form, answers, today=TODAY) == ()
    assert walk(form, answers, today=TODAY).is_complete
    assert answers.values.keys() == shown_answers(form, answers, today=TODAY).keys()


@pytest.mark.parametrize(("branch", "lacking"), LACKS)
def test_what_is_demanded_cannot_be_left_out(form: Form, branch: str, lacking: str) -> None:
    answers = filled_in(form, without(BRANCHES[branch], lacking), "fi")

    problems = check(form, answers, today=TODAY)

    assert (lacking, "required") in {(problem.question, problem.code) for problem in problems}


@pytest.mark.parametrize(
    "part", ["chemical_name", "hazard_class", "in_equipment", "stored_most", "storage_way", "chemical_place"]
)
def test_each_chemical_is_told_with_its_hazards_and_largest_quantity(form: Form, part: str) -> None:
    assert problems_without_part(form, "chemicals", part) == {(part, "required")}


@pytest.mark.parametrize("part", ["neighbour_kind", "neighbour_name", "distance"])
def test_each_place_nearby_is_named_with_its_distance(form: Form, part: str) -> None:
    assert problems_without_part(form, "neighbours", part) == {(part, "required")}


@pytest.mark.parametrize("branch", PAGES)
def test_who_only_hands_over_or_ends_meets_no_pages_of_chemicals(form: Form, branch: str) -> None:
    journey = walk(form, filled_in(form, BRANCHES[branch], "fi"), today=TODAY)

    assert [step.page.id for step in journey.steps] == PAGES[branch]


@pytest.mark.parametrize(
    ("branch", "questions"), [("new", 34), ("change", 44), ("temporary", 35), ("operator", 19), ("ending", 19)]
)
def test_nobody_meets_more_than_45_questions(form: Form, branch: str, questions: int) -> None:
    """The change has everything that can be shown at once: gas, typed chemicals and an invoice to somebody else."""
    met = asked(walk(form, filled_in(form, BRANCHES[branch], "fi"), today=TODAY))

    assert len(met) == questions <= 45


def test_a_list_of_a_few_chemicals_needs_their_safety_data_sheets_but_a_file_does_not(form: Form) -> None:
    new = filled_in(form, NEW, "fi")
    change = filled_in(form, without(CHANGE, "chemical_papers"), "fi")

    assert not check(form, new, today=TODAY)
    assert [problem.question for problem in check(form, change, today=TODAY)] == ["chemical_papers"]


def test_gas_is_asked_of_those_who_have_gas(form: Form) -> None:
    assert "lpg" not in asked(walk(form, filled_in(form, NEW, "fi"), today=TODAY))
    assert "lpg" in asked(walk(form, filled_in(form, CHANGE, "fi"), today=TODAY))


def test_an_explosion_document_is_asked_of_flammable_chemicals_only(form: Form) -> None:
    harmless = {**NEW, "substances": ["environment"]}

    assert "explosion_document" in asked(walk(form, filled_in(form, NEW, "fi"), today=TODAY))
    assert "explosion_document" not in asked(walk(form, filled_in(form, harmless, "fi"), today=TODAY))


def test_a_place_needs_an_address_or_a_property_identifier(form: Form) -> None:
    by_address = {
        **without(NEW, "property_id"),
        "site_address": {"street": "Rantatie 1", "postcode": "06100", "city": "Porvoo"},
    }

    assert not check(form, filled_in(form, by_address, "fi"), today=TODAY)


def test_an_activity_in_the_past_cannot_be_notified_but_a_late_one_can(form: Form) -> None:
    answers = filled_in(form, NEW, "fi")

    assert [one.code for one in check(form, answers, today=dt.date(2027, 7, 2))] == ["too_early"]
    assert not check(form, answers, today=dt.date(2027, 6, 20))


def test_without_any_safeguards_one_says_so(form: Form) -> None:
    bare = {**NEW, "leak_control": ["-"], "fire_safety": ["-"]}

    assert not check(form, filled_in(form, bare, "fi"), today=TODAY)


@pytest.mark.parametrize("question", ["chemical_place", "safety_details", "layout"])
def test_where_chemicals_lie_and_how_they_are_guarded_is_secret(form: Form, question: str) -> None:
    found = form.question(question)

    assert found is not None
    assert (found.publicity, found.ground) == ("secret", "JulkL 24 § 1 mom. 7 ja 8 k")


def test_the_month_before_the_start_is_counted_from_the_day_it_begins(definition: ProcedureDefinition) -> None:
    assert definition.deadline is not None
    assert (definition.deadline.days, definition.deadline.counted_back_from) == (31, "start_date")


def test_each_question_names_a_provision(definition: ProcedureDefinition) -> None:
    assert [one.id for one in definition.form.questions() if one.purpose is None] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("branch", BRANCHES)
def test_the_answers_can_be_read_in_each_language(form: Form, branch: str, language: str) -> None:
    answers = filled_in(form, BRANCHES[branch], language)

    sections = sheet(form, answers, language=language, today=TODAY).sections

    titles = [step.page.title[language] for step in walk(form, answers, today=TODAY).steps]
    assert [section.title for section in sections] == titles
    assert all(line.label for section in sections for line in section.lines)


def problems_without_part(form: Form, group: str, part: str) -> set[tuple[str, str]]:
    """Problems of the change when the part is missing from the first row of the group."""
    whole = filled_in(form, CHANGE, "fi")
    rows = [dict(row, values=dict(row["values"])) for row in whole.values[group]]
    del rows[0]["values"][part]
    lacking = Answers({**whole.values, group: rows})
    return {(problem.question, problem.code) for problem in check(form, lacking, today=TODAY)}
