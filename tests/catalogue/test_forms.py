"""Forms that are no procedure's, and choices whose options come from data."""

import shutil

import pytest
from django.conf import settings

from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.catalogue import queries
from kevytasiointi.catalogue.folder import FOLDER, read_folder
from kevytasiointi.catalogue.models import Form, Procedure
from kevytasiointi.catalogue.services import Loading, load_definitions
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import walk
from kevytasiointi.formflow.loading import DefinitionErrors, read
from kevytasiointi.formflow.spec import Form as SpecForm
from kevytasiointi.formflow.spec import InformationQuestion, OneOfQuestion, Option
from support.cast import load_small_definitions
from support.makers import NOW, TODAY

OPEN = """
pages:
  - id: first
    title: {fi: Sivu, sv: Sida}
    questions:
      - id: what
        type: repeat
        label: {fi: Mitä, sv: Vad}
        row_label: {fi: Yksi, sv: En}
        questions: [{id: which, type: one_of, label: {fi: Mikä, sv: Vilken}, options_from: fruits}]
"""
FRUITS = (Option(id="pear", label=Text(fi="Päärynä", sv="Päron")),)


@pytest.mark.django_db
def test_a_form_of_no_procedure_is_published_once_and_again_when_it_changes(tmp_path):
    load_small_definitions(tmp_path)
    first = queries.form_version("joining-notice")
    assert Form.objects.get(slug="joining-notice").procedure is None
    assert queries.form_of(first).form.question("alert_address")
    assert not Procedure.objects.filter(slug="joining-notice").exists()

    file = tmp_path / "forms" / "joining-notice.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes_to_fill: 30", "minutes_to_fill: 31"), "utf-8")
    changes = {each.slug: each.loading for each in load_definitions(folder=tmp_path, now=NOW)}
    assert [slug for slug, loading in changes.items() if loading is not Loading.UNCHANGED] == ["joining-notice"]
    assert queries.form_version("joining-notice").number == 2
    assert queries.form_of(first).minutes_to_fill == 30


@pytest.mark.django_db
def test_the_form_of_a_procedure_is_not_found_as_one_of_none(tmp_path):
    load_small_definitions(tmp_path)
    with pytest.raises(NotFound):
        queries.form_version("small")


def test_the_terms_on_the_joining_notice_are_those_in_force():
    (form,) = (each.form for each in read_folder(FOLDER).forms if each.id == "joining-notice")
    terms = form.question("terms_text")
    assert isinstance(terms, InformationQuestion)
    year, month, day = JOINING_TERMS_VERSION.split("-")
    assert f"{int(day)}.{int(month)}.{year}" in terms.label["fi"]


def test_an_open_choice_can_not_be_made_before_its_options_are_filled_in():
    form = read(OPEN, file="open.yaml", model=SpecForm)
    answers = Answers({"what": [{"id": "a", "values": {"which": "pear"}}]})
    assert walk(form, answers, today=TODAY).problems
    filled = form.with_options({"fruits": FRUITS})
    assert not walk(filled, answers, today=TODAY).problems
    assert walk(filled, Answers({"what": [{"id": "a", "values": {"which": "plum"}}]}), today=TODAY).problems
    question = form.question("which")
    assert isinstance(question, OneOfQuestion)
    assert question.options == (), "the form itself has not changed"


@pytest.mark.parametrize(
    "options",
    ["", ", options: [{id: a, label: {fi: A, sv: A}}]", ", options_from: x, options: [{id: a, label: {fi: A, sv: A}}]"],
)
def test_options_are_written_or_come_from_data_not_both_nor_neither(options):
    with pytest.raises(DefinitionErrors):
        read(OPEN.replace(", options_from: fruits", options), file="open.yaml", model=SpecForm)


def test_a_page_that_is_left_out_takes_its_questions_with_it(tmp_path):
    shutil.copytree(settings.BASE_DIR / "definitions", tmp_path, dirs_exist_ok=True)
    (form,) = (each.form for each in read_folder(tmp_path).forms if each.id == "joining-notice")
    assert form.without_pages("authority").question("authority_type") is None
    assert form.question("authority_type") is not None
