import pytest

from kevytasiointi.catalogue.definition import canonical, digest, read_stored, retyped
from kevytasiointi.catalogue.folder import FOLDER, read_folder

NOISE = "procedures/noise.yaml"


@pytest.fixture
def procedure(folder):
    return read_folder(folder.path).procedures[0]


def test_what_is_stored_says_the_same_without_the_vocabulary(procedure):
    stored = read_stored(canonical(procedure))
    assert stored == procedure
    assert canonical(stored) == canonical(procedure)
    assert stored.form.question("event_name").label["fi"] == "Tapahtuman nimi"


def test_what_comes_with_the_service_can_be_stored():
    for procedure in read_folder(FOLDER).procedures:
        assert read_stored(canonical(procedure)) == procedure


def test_comments_and_the_order_of_keys_change_nothing(folder, procedure):
    text = folder.text(NOISE)
    head, kind, rest = text.partition("kind: notification\n")
    folder.write(NOISE, f"# a comment\n{head}{rest}{kind}")
    assert digest(canonical(read_folder(folder.path).procedures[0])) == digest(canonical(procedure))


def test_a_word_changed_in_the_vocabulary_changes_the_procedure(folder, procedure):
    folder.change("vocabulary.yaml", "Tapahtuman nimi", "Tapahtuman virallinen nimi")
    assert canonical(read_folder(folder.path).procedures[0]) != canonical(procedure)


def test_a_question_id_means_one_type_of_answer(folder, procedure):
    folder.change(NOISE, "type: integer", "type: decimal")
    changed = read_folder(folder.path).procedures[0]
    assert retyped([procedure.form], changed.form) == ("visitors",)
    assert retyped([procedure.form], procedure.form) == ()
    assert retyped([], changed.form) == ()
