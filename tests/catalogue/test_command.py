import json

import pytest
from django.core.management import CommandError, call_command

from kevytasiointi.catalogue.models import FormVersion

NOISE = "procedures/noise.yaml"


@pytest.mark.django_db
def test_load_says_what_changed_and_then_that_nothing_did(folder, capsys):
    call_command("definitions", "load", folder.path)
    assert "procedure noise: new, version 1" in capsys.readouterr().out
    call_command("definitions", "load", folder.path)
    assert "0 loaded, 2 unchanged" in capsys.readouterr().out


@pytest.mark.django_db
def test_load_refuses_with_the_line_to_mend(folder):
    folder.change(NOISE, "kind: notification", "kind: wish")
    with pytest.raises(CommandError, match=rf"{NOISE}:3: "):
        call_command("definitions", "load", folder.path)
    assert not FormVersion.objects.exists()


@pytest.mark.django_db
def test_load_refuses_a_question_of_another_type(folder):
    call_command("definitions", "load", folder.path)
    folder.change(NOISE, "type: integer", "type: decimal")
    with pytest.raises(CommandError, match="visitors"):
        call_command("definitions", "load", folder.path)


@pytest.mark.django_db
def test_load_refuses_to_forget_an_outcome(folder):
    call_command("definitions", "load", folder.path)
    folder.change(NOISE, "outcomes: [received]", "outcomes: [noted]")
    folder.change("statuses.yaml", "  received:", "  noted:")
    with pytest.raises(CommandError, match="received"):
        call_command("definitions", "load", folder.path)


def test_check_ends_well_when_all_is_well(folder, capsys):
    call_command("definitions", "check", folder.path)
    assert "can be loaded; 0 to look at" in capsys.readouterr().out


def test_check_prints_every_error_with_its_line_and_fails(folder, capsys):
    folder.change(NOISE, "bundles: [event]", "bundles: [sauna, swim]")
    with pytest.raises(CommandError, match="2 to mend"):
        call_command("definitions", "check", folder.path)
    out = capsys.readouterr().out
    assert f"{NOISE}:5: error: there is no bundle “sauna”" in out
    assert "“swim”" in out


def test_check_gives_advice_without_failing(folder, capsys):
    folder.change(NOISE, "who: {fi: Sinä., sv: Du., en: You.}", "who: {fi: Sinä., sv: Du.}")
    call_command("definitions", "check", folder.path)
    assert "warning: the text has no “en”" in capsys.readouterr().out


def test_fmt_writes_files_in_one_form_and_only_once(folder, capsys):
    folder.write("bundles/event.yaml", folder.text("bundles/event.yaml").replace("position: 1", "position:    1\n\n\n"))
    with pytest.raises(CommandError, match="to format"):
        call_command("definitions", "fmt", "--check", folder.path)
    assert "position:    1" in folder.text("bundles/event.yaml"), "checking writes nothing"

    call_command("definitions", "fmt", folder.path)
    assert "position: 1\n" in folder.text("bundles/event.yaml")
    capsys.readouterr()
    call_command("definitions", "fmt", "--check", folder.path)
    assert capsys.readouterr().out == ""


def test_fmt_leaves_what_it_cant_read(folder):
    folder.write("bundles/event.yaml", "a: [1")
    with pytest.raises(CommandError, match=r"event\.yaml"):
        call_command("definitions", "fmt", folder.path / "bundles/event.yaml")
    assert folder.text("bundles/event.yaml") == "a: [1"


BRANCHING = """        - {id: loud, type: yes_no, label: {fi: Onko melua?, sv: Bullrar det?, en: Is it loud?}, purpose: {basis: ysl118}}
        - id: late
          type: text
          label: {fi: Miksi?, sv: Varför?, en: Why?}
          purpose: {basis: ysl118}
          show_if: loud
"""


def test_paths_tell_what_is_chosen_and_how_much_is_asked(folder, capsys):
    folder.write(NOISE, folder.text(NOISE) + BRANCHING)
    call_command("definitions", "paths", "noise", folder.path, language="sv")
    out = capsys.readouterr().out
    assert out.startswith("2 paths through 4 of 4 branches.")
    assert "Path 1: 1 page, 4 questions\n  Pages: Evenemanget\n  Bullrar det? → Ja\n" in out
    assert "Path 2: 1 page, 3 questions\n  Pages: Evenemanget\n  Bullrar det? → Nej\n" in out
    assert "No path" not in out


def test_paths_tell_what_nobody_reaches(folder, capsys):
    folder.write(NOISE, folder.text(NOISE) + BRANCHING.replace("show_if: loud", "show_if: loud && !loud"))
    call_command("definitions", "paths", "noise", folder.path)
    assert "No path goes through:\n  “late” is shown: nobody can get there\n" in capsys.readouterr().out


def test_paths_of_an_unknown_procedure_name_those_there_are(folder):
    with pytest.raises(CommandError, match="noise"):
        call_command("definitions", "paths", "nose", folder.path)


def test_paths_of_a_folder_that_cannot_be_read_say_why(folder):
    folder.change(NOISE, "kind: notification", "kind: wish")
    with pytest.raises(CommandError, match=rf"{NOISE}:3: "):
        call_command("definitions", "paths", "noise", folder.path)


def test_check_names_the_line_of_a_question_that_nobody_sees(folder, capsys):
    folder.write(NOISE, folder.text(NOISE) + BRANCHING.replace("show_if: loud", "show_if: loud && !loud"))
    with pytest.raises(CommandError, match="1 to mend"):
        call_command("definitions", "check", folder.path)
    line = folder.text(NOISE).splitlines().index("          show_if: loud && !loud") + 1
    assert f"{NOISE}:{line}: error: “late” is never shown, though an answer is required" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["bundle", "elsewhere", "form", "procedure", "statuses", "vocabulary"])
def test_schema_is_printed_for_an_editor(capsys, kind):
    call_command("definitions", "schema", kind)
    schema = json.loads(capsys.readouterr().out)
    assert "language_schema" in schema["properties"]
