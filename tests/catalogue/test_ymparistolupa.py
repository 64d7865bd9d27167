"""The environmental permit: each branch can be filled in, and what the provisions demand can't be left out."""

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
LIMIT: Final = 60

CRUSHING: Final[Application] = {
    "matter": "new",
    "applicant_kind": "company",
    "activity_name": Text(fi="Kivenmurskaamo", sv="Stenkrossverk"),
    "permit_grounds": ["annex"],
    "emission_kinds": ["noise", "odour_dust"],
    "treats_waste": "no",
    "uses_materials": "no",
    "early_start": "no",
    "site_name": Text(fi="Esimerkkikallio", sv="Exempelberget"),
    "properties": [{"property_id": "638-1-2-3"}],
    "holding": "own",
    "plan": ["regional"],
    "groundwater": "no",
    "environment": Text(fi="Vanha louhos metsässä.", sv="Ett gammalt stenbrott i skogen."),
    "sensitive_sites": [
        {"place_kind": "home", "place_label": Text(fi="Louhostie 8", sv="Stenbrottsvägen 8"), "distance": "450"}
    ],
    "natura": "none",
    "summary": Text(fi="Murskaamme kiveä.", sv="Vi krossar sten."),
    "description": Text(fi="Murskain on louhoksen pohjalla.", sv="Krossen står på stenbrottets botten."),
    "start_date": "1.3.2028",
    "operating_times": Text(fi="60 päivää, klo 7-18.", sv="60 dagar, kl. 7-18."),
    "products": [{"product": Text(fi="Murske", sv="Kross"), "volume": "40 000 t"}],
    "energy_water": Text(fi="Polttoöljyä ja kasteluvettä.", sv="Brännolja och vatten för bevattning."),
    "sewage": "none",
    "traffic": Text(fi="20 autoa vuorokaudessa.", sv="20 bilar per dygn."),
    "noise": Text(fi="118 dB, pihalla 53 dB.", sv="118 dB, på gården 53 dB."),
    "odour_dust": Text(fi="Pölyä kuivalla säällä.", sv="Damm vid torrt väder."),
    "soil_protection": Text(fi="Tiivis tankkauspaikka.", sv="Tät tankningsplats."),
    "reduction": Text(fi="Koteloidut kuljettimet.", sv="Inbyggda transportband."),
    "wastes": [
        {
            "waste_name": Text(fi="Jäteöljy 13 02 05*", sv="Spillolja 13 02 05*"),
            "waste_amount": "400 kg",
            "waste_destination": Text(fi="Luvan saanut kerääjä", sv="Godkänd insamlare"),
        }
    ],
    "waste_reduction": Text(fi="Öljyt vaihdetaan harvoin.", sv="Oljorna byts sällan."),
    "risks": Text(fi="Polttoainevuoto.", sv="Bränsleläckage."),
    "impacts_people": Text(fi="Melu kuuluu taloon.", sv="Bullret hörs i huset."),
    "impacts_nature": Text(fi="Maisema muuttuu.", sv="Landskapet förändras."),
    "monitoring": Text(fi="Melu mitataan kerran.", sv="Bullret mäts en gång."),
    "eia": "no",
    "applicant_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "applicant_address": {"street": "Esimerkkikatu 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "applicant_phone": "000 999 0101",
    "applicant_email": "aino@asiakas.example",
    "contact_person": {
        "given_name": "Aino",
        "family_name": "Esimerkki",
        "email": "aino@asiakas.example",
        "phone": "000 999 0101",
    },
    "invoice_to_applicant": "yes",
    "other_permits": ["-"],
    "site_map": ["kartta1"],
    "site_plan": ["piirros1"],
    "plan_extract": ["ote1"],
    "process_chart": ["kaavio1"],
    "parties": ["luettelo1"],
    "true_information": "yes",
}
EVERYTHING: Final[Application] = {
    **CRUSHING,
    "matter": "change",
    "activity_name": Text(fi="Jätteen käsittely", sv="Avfallsbehandling"),
    "permit_grounds": ["annex", "groundwater", "change"],
    "emission_kinds": ["water", "air", "noise", "odour_dust"],
    "treats_waste": "yes",
    "uses_materials": "yes",
    "early_start": "yes",
    "site_address": {"street": "Jätetie 1", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")},
    "holding": "rented",
    "groundwater": "partly",
    "groundwater_name": "Esimerkkiharju 0163801",
    "natura": "assessed",
    "valid_years": "10",
    "materials": [
        {"material": Text(fi="Polttoöljy", sv="Brännolja"), "consumption": "30 t", "storage": "5 m³"},
    ],
    "sewage": "public",
    "water_emissions": Text(fi="Hulevettä 10 m³ päivässä.", sv="Dagvatten 10 m³ per dag."),
    "air_emissions": Text(fi="Hiukkasia 1 t vuodessa.", sv="Partiklar 1 t per år."),
    "received_waste": Text(fi="Betonia 17 01 01, 9 000 t.", sv="Betong 17 01 01, 9 000 t."),
    "eia": "decision",
    "early_start_reasons": Text(fi="Urakka alkaa. Vakuus 20 000 euroa.", sv="Arbetet börjar. Säkerhet 20 000 euro."),
    "invoice_to_applicant": "no",
    "invoice_recipient": {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"},
    "other_permits": ["environmental", "sewer"],
    "permit_copies": ["lupa1"],
    "tenure": ["sopimus1"],
    "waste_plan": ["suunnitelma1"],
    "waste_security": ["laskelma1"],
    "natura_report": ["arviointi1"],
    "eia_documents": ["paatos1"],
    "secret_file": ["salainen1"],
}
PRIVATE_PERSON: Final[Application] = {
    **without(CRUSHING, "applicant_organisation", "noise", "odour_dust", "plan_extract"),
    "matter": "existing",
    "activity_name": Text(fi="Jätevesien johtaminen ojaan", sv="Avledning av avloppsvatten i ett dike"),
    "permit_grounds": ["ditch", "neighbours"],
    "applicant_kind": "person",
    "applicant_name": "Aino Esimerkki",
    "emission_kinds": ["water"],
    "water_emissions": Text(fi="2 m³ päivässä.", sv="2 m³ per dag."),
    "plan": ["-"],
    "start_date": "1.3.2020",
}
BRANCHES: Final = {"crushing": CRUSHING, "everything": EVERYTHING, "private person": PRIVATE_PERSON}
ALWAYS: Final = [
    "matter", "applicant_kind", "activity_name", "permit_grounds", "emission_kinds", "treats_waste", "uses_materials", "early_start",
    "site_name", "properties", "holding", "plan", "groundwater", "environment", "sensitive_sites", "natura",
    "summary", "description", "start_date", "operating_times", "products", "energy_water", "sewage", "traffic",
    "soil_protection", "reduction", "wastes", "waste_reduction",
    "risks", "impacts_people", "impacts_nature", "monitoring", "eia",
    "applicant_address", "applicant_phone", "applicant_email", "contact_person", "invoice_to_applicant",
    "other_permits", "site_map", "site_plan", "process_chart", "parties", "true_information",
]  # fmt: skip
DEMANDED: Final = {
    "crushing": ["noise", "odour_dust", "plan_extract", "applicant_organisation"],
    "everything": [
        "groundwater_name", "materials", "water_emissions", "air_emissions", "received_waste", "early_start_reasons",
        "invoice_recipient", "permit_copies", "tenure", "waste_plan", "waste_security", "natura_report",
        "eia_documents",
    ],
    "private person": ["applicant_name", "water_emissions"],
}  # fmt: skip
LACKS: Final = [(branch, question) for branch in BRANCHES for question in [*ALWAYS, *DEMANDED[branch]]]


@pytest.fixture(scope="module")
def definition() -> ProcedureDefinition:
    return procedure("ymparistolupa")


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
    ("group", "part"),
    [
        ("properties", "property_id"),
        ("sensitive_sites", "place_kind"),
        ("sensitive_sites", "place_label"),
        ("sensitive_sites", "distance"),
        ("products", "product"),
        ("products", "volume"),
        ("materials", "material"),
        ("materials", "consumption"),
        ("materials", "storage"),
        ("wastes", "waste_name"),
        ("wastes", "waste_amount"),
        ("wastes", "waste_destination"),
    ],
)
def test_a_row_of_a_table_is_whole(form: Form, group: str, part: str) -> None:
    whole = filled_in(form, EVERYTHING, "fi")
    rows = [dict(row, values=dict(row["values"])) for row in whole.values[group]]
    del rows[0]["values"][part]

    problems = check(form, Answers({**whole.values, group: rows}), today=TODAY)

    assert {(problem.question, problem.code) for problem in problems} == {(part, "required")}


@pytest.mark.parametrize("branch", BRANCHES)
def test_nobody_meets_more_than_sixty_questions_beside_the_attachments(form: Form, branch: str) -> None:
    """A table's heading isn't a question of its own; its columns are."""
    met = map(form.question, asked(walk(form, filled_in(form, BRANCHES[branch], "fi"), today=TODAY)))

    questions = [one.id for one in met if one and one.type not in ("attachment", "repeat")]

    assert len(questions) <= LIMIT


def test_only_emissions_that_arise_are_asked(form: Form) -> None:
    crushing = asked(walk(form, filled_in(form, CRUSHING, "fi"), today=TODAY))
    by_ditch = asked(walk(form, filled_in(form, PRIVATE_PERSON, "fi"), today=TODAY))

    of_kinds = {"water_emissions", "air_emissions", "noise", "odour_dust"}
    assert crushing & of_kinds == {"noise", "odour_dust"}
    assert by_ditch & of_kinds == {"water_emissions"}


def test_who_treats_no_waste_meets_no_plan_or_security_of_it(form: Form) -> None:
    met = asked(walk(form, filled_in(form, CRUSHING, "fi"), today=TODAY))

    assert not met & {"received_waste", "waste_plan", "waste_security"}


def test_the_page_of_an_early_start_is_for_those_who_ask_for_one(form: Form) -> None:
    patient = walk(form, filled_in(form, CRUSHING, "fi"), today=TODAY)
    hasty = walk(form, filled_in(form, EVERYTHING, "fi"), today=TODAY)

    assert patient.step("early") is None
    assert hasty.step("early") is not None


def test_where_no_plan_applies_no_extract_is_needed(form: Form) -> None:
    unplanned = {**without(CRUSHING, "plan_extract"), "plan": ["-"]}

    assert not check(form, filled_in(form, unplanned, "fi"), today=TODAY)


def test_the_list_of_neighbours_is_personal_and_the_trade_secrets_are_secret(form: Form) -> None:
    parties, secrets = form.question("parties"), form.question("secret_file")

    assert parties is not None
    assert parties.publicity == "personal"
    assert secrets is not None
    assert (secrets.publicity, secrets.ground) == ("secret", "JulkL 24 § 1 mom. 14 ja 20 k")


def test_emissions_and_monitoring_are_public(form: Form) -> None:
    of_environment = [
        "water_emissions", "air_emissions", "noise", "odour_dust", "soil_protection", "reduction", "wastes",
        "monitoring", "environment",
    ]  # fmt: skip

    assert {one.publicity for one in map(form.question, of_environment) if one} == {"public"}


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
