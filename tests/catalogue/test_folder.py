import pytest

from kevytasiointi.catalogue.checking import remarks_on
from kevytasiointi.catalogue.folder import FOLDER, read_folder
from kevytasiointi.formflow.loading import DefinitionErrors
from tiny_forms import TODAY

NOISE = "procedures/noise.yaml"


def errors_in(folder):
    with pytest.raises(DefinitionErrors) as refused:
        read_folder(folder.path)
    return refused.value.errors


def line_of(folder, file, beginning):
    return next(n for n, line in enumerate(folder.text(file).splitlines(), 1) if line.strip().startswith(beginning))


def test_a_good_folder_is_read_whole(folder):
    definitions = read_folder(folder.path)
    assert [bundle.id for bundle in definitions.bundles] == ["event"]
    assert [procedure.id for procedure in definitions.procedures] == ["noise"]
    assert remarks_on(folder.path, today=TODAY) == ()


def test_the_definitions_that_come_with_the_service_are_without_error():
    assert [str(remark) for remark in remarks_on(FOLDER, today=TODAY) if remark.is_error] == []


def test_a_procedure_stands_alone_with_what_the_vocabulary_says(folder):
    (procedure,) = read_folder(folder.path).procedures
    name = procedure.form.question("event_name")
    assert (name.label["sv"], name.max_length) == ("Evenemangets namn", 100)


@pytest.mark.parametrize(
    ("change", "key", "word"),
    [
        (("id: noise", "id: melu"), "id:", "melu.yaml"),
        (("bundles: [event]", "bundles: [sauna]"), "bundles:", "sauna"),
        (("outcomes: [received]", "outcomes: [granted]"), "outcomes:", "notification"),
        (("outcomes: [received]", "outcomes: [eaten]"), "outcomes:", "eaten"),
        (("kind: notification", "kind: wish"), "kind:", "wish"),
        (('"2026-11-23"', '"23.11.2026"'), "- {id: ysl118", "23.11.2026"),
        (("minutes_to_fill: 5", "minutes_to_fil: 5"), "minutes_to_fil:", "minutes_to_fil"),
    ],
)
def test_each_error_names_file_line_and_mend(folder, change, key, word):
    folder.change(NOISE, *change)
    named = [e for e in errors_in(folder) if e.line == line_of(folder, NOISE, key)]
    assert [e.file for e in named] == [NOISE]
    assert word in f"{named[0].message} {named[0].mend}"
    assert named[0].mend


def test_a_question_s_provision_must_be_among_the_legal_basis(folder):
    folder.change(NOISE, "          purpose: {basis: ysl118}", "          purpose: {basis: ysl119}")
    (error,) = errors_in(folder)
    assert "“ysl119”" in error.message
    assert "visitors" in error.message


def test_a_deadline_is_counted_from_a_question_that_is_asked(folder):
    folder.change(
        NOISE,
        "minutes_to_fill: 5",
        "deadline: {days: 30, basis: ysl118, counted_back_from: period, text: {fi: Ajoissa, sv: I tid}}\n"
        "minutes_to_fill: 5",
    )
    (error,) = errors_in(folder)
    assert "“period”" in error.message


def test_errors_of_all_files_are_told_at_once(folder):
    folder.change("vocabulary.yaml", "type: text", "type: txt")
    folder.change("bundles/event.yaml", "position: 1", "position: first")
    assert {error.file for error in errors_in(folder)} == {"vocabulary.yaml", "bundles/event.yaml"}


def test_a_missing_file_is_named(folder):
    (folder.path / "statuses.yaml").unlink()
    assert [error.file for error in errors_in(folder)] == ["statuses.yaml"]


def test_a_text_without_english_and_a_question_without_purpose_are_worth_a_look(folder):
    folder.change(NOISE, "who: {fi: Sinä., sv: Du., en: You.}", "who: {fi: Sinä., sv: Du.}")
    folder.change(NOISE, "          purpose: {basis: ysl118}", "          help: {fi: Arvio, sv: Uppskattning}")
    remarks = remarks_on(folder.path, today=TODAY)
    assert not any(remark.is_error for remark in remarks)
    assert line_of(folder, NOISE, "who:") in {remark.line for remark in remarks}
    assert any("visitors" in remark.message for remark in remarks)
    assert read_folder(folder.path)
