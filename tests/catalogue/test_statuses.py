import pytest

from kevytasiointi.applications.rules import Status
from kevytasiointi.catalogue import queries, statuses
from kevytasiointi.catalogue.folder import FOLDER
from kevytasiointi.catalogue.models import ProcedureKind
from kevytasiointi.catalogue.services import load_definitions
from support.makers import NOW


@pytest.mark.parametrize("kind", ProcedureKind.values)
@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_name_for_every_kind_in_every_language(kind, status):
    words = statuses.status(kind, status)
    for language in ("fi", "sv", "en"):
        assert words.name[language]
        assert words.explanation[language]


def test_a_status_is_named_after_what_was_sent():
    assert statuses.status("notification", Status.SUBMITTED).name["fi"] == "Ilmoitus lähetetty"
    assert statuses.status("permit", Status.SUBMITTED).name["fi"] == "Hakemus lähetetty"


@pytest.mark.parametrize("kind", ProcedureKind.values)
def test_every_kind_of_procedure_can_end(kind):
    assert [outcome for outcome, words in statuses.words().outcomes.items() if kind in words.kinds]


@pytest.mark.django_db
def test_a_procedure_ends_in_its_own_outcomes_in_their_order():
    load_definitions(folder=FOLDER, now=NOW)
    noise = queries.procedure("meluilmoitus")
    outcomes = queries.outcomes_of(noise)
    assert tuple(outcomes) == queries.current_definition(noise).outcomes
    assert outcomes["decision_given"] == statuses.outcome("decision_given").name
