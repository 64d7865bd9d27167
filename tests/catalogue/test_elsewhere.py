"""What is done elsewhere: read as strictly as a form, loaded without one, and never in the way of one."""

from pathlib import Path

import pytest

from kevytasiointi.catalogue import queries
from kevytasiointi.catalogue.checking import remarks_on
from kevytasiointi.catalogue.definition import ElsewhereDefinition, canonical, read_stored_elsewhere
from kevytasiointi.catalogue.folder import FOLDER, read_folder
from kevytasiointi.catalogue.models import ElsewhereEntry, FormVersion
from kevytasiointi.catalogue.services import Change, FormInUse, Loading, load_definitions
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.formflow.schema import json_schema
from kevytasiointi.ledger.models import AuditEntry
from support.makers import NOW, TODAY

LASER = "elsewhere/laser.yaml"
SMALL_ENTRY = Path(__file__).parents[1] / "support" / "small" / LASER
ENTRY = SMALL_ENTRY.read_text(encoding="utf-8").replace("bundles: []", "bundles: [event]")


@pytest.fixture
def folder(folder):
    folder.write(LASER, ENTRY)
    return folder


def load(folder):
    return load_definitions(folder=folder.path, now=NOW)


def test_it_is_read_beside_the_forms(folder):
    definitions = read_folder(folder.path)
    assert [entry.id for entry in definitions.elsewhere] == ["laser"]
    assert [procedure.id for procedure in definitions.procedures] == ["noise"]
    assert remarks_on(folder.path, today=TODAY) == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("fi: https://stuk.example/,", "fi: stuk.example,", "address:"),
        ("fi: https://stuk.example/,", 'fi: "javascript:alert(1)",', "address:"),
        ("fi: https://stuk.example/,", "fi: http://stuk.example/,", "address:"),
        ("bundles: [event]", "bundles: [sauna]", "bundles:"),
        ("id: laser", "id: lasers", "id:"),
        ("statutory_procedures: []", "form: {pages: []}\nstatutory_procedures: []", "form:"),
    ],
)
def test_a_wrong_entry_is_told_with_file_line_and_mend(folder, old, new, key):
    folder.change(LASER, old, new)
    with pytest.raises(DefinitionErrors) as refused:
        read_folder(folder.path)
    (error,) = refused.value.errors
    lines = folder.text(LASER).splitlines()
    assert error.file == LASER
    assert lines[error.line - 1].strip().startswith(key)
    assert error.mend


def test_one_id_is_done_either_here_or_elsewhere(folder):
    folder.write("elsewhere/noise.yaml", ENTRY.replace("id: laser", "id: noise"))
    with pytest.raises(DefinitionErrors) as refused:
        read_folder(folder.path)
    assert "has a form" in refused.value.errors[0].message


def test_a_text_without_english_is_worth_a_look(folder):
    folder.change(
        LASER, "how: {fi: Täytä lomake., sv: Fyll i blanketten., en: Fill in the form.}", "how: {fi: A, sv: B}"
    )
    (remark,) = remarks_on(folder.path, today=TODAY)
    assert not remark.is_error
    assert folder.text(LASER).splitlines()[remark.line - 1].strip().startswith("how:")


def test_what_is_stored_reads_back_the_same(folder):
    (entry,) = read_folder(folder.path).elsewhere
    assert read_stored_elsewhere(canonical(entry)) == entry


def test_editors_get_a_schema_of_it():
    assert "elsewhere" in json_schema(ElsewhereDefinition)["required"]


@pytest.mark.django_db
def test_loading_makes_a_procedure_without_a_form(folder):
    assert Change("elsewhere", "laser", Loading.NEW) in load(folder)
    laser = queries.procedure("laser")
    assert laser.is_elsewhere
    assert queries.entry_of(laser).elsewhere.address["sv"] == "https://stuk.example/sv"
    with pytest.raises(NotFound):
        queries.current_definition(laser)
    assert AuditEntry.objects.filter(action="entry.published", object_id=laser.public_id).count() == 1


@pytest.mark.django_db
def test_loading_the_same_again_changes_nothing_and_other_words_replace_the_former(folder):
    load(folder)
    assert Change("elsewhere", "laser", Loading.UNCHANGED) in load(folder)
    folder.change(LASER, "fi: Ajoissa.", "fi: Hyvissä ajoin.")
    assert Change("elsewhere", "laser", Loading.CHANGED) in load(folder)
    assert queries.entry_of(queries.procedure("laser")).when["fi"] == "Hyvissä ajoin."
    assert ElsewhereEntry.objects.count() == 1


@pytest.mark.django_db
def test_lists_and_search_have_it_after_what_is_done_here(folder):
    load(folder)
    assert [each.slug for each in queries.listed_procedures()] == ["noise", "laser"]
    assert [each.slug for each in queries.procedures()] == ["noise"]
    (bundle,) = queries.bundles()
    assert [each.slug for each in bundle.procedures.all()] == ["noise", "laser"]
    assert [each.slug for each in queries.search("laserlupa", "fi")] == ["laser"]


@pytest.mark.django_db
def test_it_may_come_here_but_what_has_a_form_never_leaves(folder):
    load(folder)
    text = folder.text("procedures/noise.yaml").replace("id: noise", "id: laser")
    (folder.path / LASER).unlink()
    folder.write("procedures/laser.yaml", text)
    load(folder)
    laser = queries.procedure("laser")
    assert not laser.is_elsewhere
    assert laser.authority_type == "municipality"
    assert queries.current_definition(laser)

    (folder.path / "procedures/laser.yaml").unlink()
    folder.write(LASER, ENTRY)
    with pytest.raises(FormInUse):
        load(folder)
    assert FormVersion.objects.filter(form__procedure=laser).exists()
    assert not queries.procedure("laser").is_elsewhere


@pytest.mark.parametrize("entry", read_folder(FOLDER).elsewhere, ids=lambda entry: entry.id)
def test_each_entry_of_the_service_tells_who_when_and_where_in_all_languages(entry):
    for text in (entry.name, entry.summary, entry.who, entry.when, *vars(entry.elsewhere).values(), *entry.at_hand):
        assert set(text) >= {"fi", "sv", "en"}
    assert len(set(entry.name.values())) == len(entry.name), "each language has its own name"
    assert entry.bundles
