import datetime as dt

import pytest
from django.core.management import call_command

from kevytasiointi.authorities import queries, reference
from kevytasiointi.authorities.models import Area, AreaMembership, Municipality
from kevytasiointi.authorities.services import Loaded, load_reference
from support.makers import NOW, TODAY


@pytest.fixture(autouse=True)
def loaded(db) -> Loaded:
    return load_reference(now=NOW)


def test_the_country_has_308_municipalities_16_of_them_in_aland():
    existing = Municipality.objects.existing(TODAY)
    assert existing.count() == 308
    assert existing.filter(is_aland=True).count() == 16
    assert len(queries.municipalities(TODAY, "fi")) == 292


def test_loading_says_what_it_made_and_again_changes_nothing(loaded):
    assert loaded == Loaded(created=86 + 320 + 5 * 308, changed=0)
    assert load_reference(now=NOW) == Loaded(created=0, changed=0)


def test_each_municipality_is_in_one_area_of_each_kind():
    existing = set(Municipality.objects.existing(TODAY).values_list("code", flat=True))
    for kind in reference.KINDS_OF_AREA:
        members = AreaMembership.objects.filter(area__kind=kind).values_list("municipality__code", flat=True)
        assert len(members) == 308
        assert set(members) == existing


def test_a_merged_municipality_has_a_last_day_and_a_successor():
    pertunmaa = queries.municipality("588")
    assert pertunmaa.valid_to == dt.date(2025, 1, 1)
    assert pertunmaa.successor == queries.municipality("507")
    assert pertunmaa not in Municipality.objects.existing(dt.date(2025, 1, 1))
    assert pertunmaa in Municipality.objects.existing(dt.date(2024, 12, 31))


def test_names_come_in_three_languages():
    porvoo = queries.municipality("638")
    assert porvoo.name == {"fi": "Porvoo", "sv": "Borgå", "en": "Porvoo"}
    assert porvoo.languages == "fi+sv"
    assert queries.municipality("499").name["en"] == "Korsholm"


def test_a_changed_name_is_brought_back():
    Municipality.objects.filter(code="638").update(languages="fi")
    assert load_reference(now=NOW) == Loaded(created=0, changed=1)
    assert queries.municipality("638").languages == "fi+sv"


def test_a_municipality_that_changes_area_leaves_the_old_one_the_day_it_enters_the_new():
    porvoo = queries.municipality("638")
    old = AreaMembership.objects.get(municipality=porvoo, area__kind="region")
    other = Area.objects.exclude(pk=old.area_id).filter(kind="region").first()
    AreaMembership.objects.filter(pk=old.pk).update(area=other, valid_from=dt.date(2020, 1, 1))

    assert load_reference(now=NOW) == Loaded(created=1, changed=1)
    both = AreaMembership.objects.filter(municipality=porvoo, area__kind="region").order_by("valid_from")
    assert [(m.area, m.valid_to) for m in both] == [(other, dt.date(2026, 1, 1)), (old.area, None)]


def test_areas_say_what_is_general_knowledge_only():
    unofficial = Area.objects.filter(source="general_knowledge").values_list("kind", flat=True)
    assert set(unofficial) == {"police_department", "rescue_department"}


def test_the_command_says_what_it_did(capsys):
    call_command("reference", "load")
    assert "0 new, 0 changed" in capsys.readouterr().out
