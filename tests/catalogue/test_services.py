import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kevytasiointi.catalogue import queries
from kevytasiointi.catalogue.models import Bundle, FormVersion, Procedure
from kevytasiointi.catalogue.services import Change, Loading, OutcomesForgotten, QuestionsRetyped, load_definitions
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.formflow.loading import DefinitionErrors
from kevytasiointi.ledger.models import AuditEntry
from support.makers import NOW, a_procedure

pytestmark = pytest.mark.django_db

NOISE = "procedures/noise.yaml"


def load(folder, *, later=0):
    return load_definitions(folder=folder.path, now=NOW + dt.timedelta(hours=later))


def test_the_first_loading_makes_bundles_procedures_and_first_versions(folder):
    assert load(folder) == (
        Change("bundle", "event", Loading.NEW),
        Change("procedure", "noise", Loading.NEW, 1),
    )
    noise = queries.procedure("noise")
    assert (noise.kind, noise.authority_type, noise.sector) == ("notification", "municipality", "environment")
    assert list(queries.procedures(Bundle.objects.get())) == [noise]
    assert queries.current_definition(noise).form.question("visitors")


def test_loading_the_same_again_changes_nothing(folder):
    load(folder)
    assert {change.loading for change in load(folder, later=1)} == {Loading.UNCHANGED}
    assert FormVersion.objects.get().published_at == NOW


def test_other_content_makes_a_new_version_and_leaves_the_old(folder):
    load(folder)
    first = queries.current_version(queries.procedure("noise"))
    folder.change(NOISE, "Montako?", "Montako kävijää?")
    assert load(folder)[1] == Change("procedure", "noise", Loading.CHANGED, 2)
    second = queries.current_version(queries.procedure("noise"))
    labels = [queries.definition_of(v).form.question("visitors").label["fi"] for v in (first, second)]
    assert labels == ["Montako?", "Montako kävijää?"]


def test_going_back_to_former_words_is_a_third_version(folder):
    for old, new in [("Montako?", "Montako kävijää?"), ("Montako kävijää?", "Montako?")]:
        load(folder)
        folder.change(NOISE, old, new)
    assert load(folder)[1].version == 3


def test_facts_of_lists_follow_the_definition(folder):
    load(folder)
    folder.change(NOISE, "fi: Meluilmoitus,", "fi: Ilmoitus melusta,")
    folder.change(NOISE, "bundles: [event]", "bundles: []")
    folder.change("bundles/event.yaml", "position: 1", "position: 7")
    assert load(folder)[0].loading is Loading.CHANGED
    assert queries.procedure("noise").name["fi"] == "Ilmoitus melusta"
    assert not queries.procedure("noise").bundles.exists()
    assert Bundle.objects.get().position == 7


def test_an_error_anywhere_loads_nothing(folder):
    folder.change(NOISE, "bundles: [event]", "bundles: [sauna]")
    with pytest.raises(DefinitionErrors):
        load(folder)
    assert not Bundle.objects.exists()


def test_a_question_id_is_never_given_another_type(folder):
    load(folder)
    folder.change(NOISE, "id: visitors", "id: guests")
    load(folder)
    folder.change(NOISE, "id: guests", "id: visitors")
    folder.change(NOISE, "type: integer", "type: decimal")
    folder.change("bundles/event.yaml", "position: 1", "position: 7")
    with pytest.raises(QuestionsRetyped) as refusal:
        load(folder)
    assert (refusal.value.procedure, refusal.value.questions) == ("noise", ("visitors",))
    assert Bundle.objects.get().position == 1, "nothing of the folder was loaded"


def test_a_procedure_that_left_the_folder_stays_in_the_catalogue(folder):
    load(folder)
    (folder.path / NOISE).unlink()
    load(folder)
    assert queries.current_definition(queries.procedure("noise"))


def test_publishing_is_audited(folder):
    load(folder)
    load(folder)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.object_id) == ("form.published", queries.procedure("noise").public_id)


def test_a_published_version_never_changes(folder):
    load(folder)
    with pytest.raises(IntegrityError), transaction.atomic():
        FormVersion.objects.update(content="{}")
    with pytest.raises(IntegrityError), transaction.atomic():
        FormVersion.objects.all()._raw_delete("default")
    assert queries.current_definition(Procedure.objects.get()).id == "noise"


def test_what_has_no_version_yet_isnt_found():
    with pytest.raises(NotFound):
        queries.current_version(a_procedure())
    with pytest.raises(NotFound):
        queries.procedure("no-such")


def test_an_outcome_that_old_cases_name_keeps_its_words(folder):
    load(folder)
    folder.change(NOISE, "outcomes: [received]", "outcomes: [noted]")
    folder.change("statuses.yaml", "  received:", "  noted:")
    with pytest.raises(OutcomesForgotten) as refusal:
        load(folder)
    assert refusal.value.outcomes == ("received",)
