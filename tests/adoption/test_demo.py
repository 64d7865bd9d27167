import dataclasses

import pytest
from django.core.management import CommandError, call_command
from stdnum.fi import ytunnus

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.demo import NotInProduction, load_demo
from kevytasiointi.adoption.examples import EXAMPLES, OFFERS, POSTS
from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.authorities.models import Area, Authority, AuthorityType, RoleName, Territory
from kevytasiointi.authorities.queries import authority_for, desk_of, is_service_owner, municipality
from kevytasiointi.authorities.services import load_reference
from kevytasiointi.catalogue.folder import FOLDER
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.catalogue.queries import procedure
from kevytasiointi.catalogue.services import load_definitions
from kevytasiointi.config.environment import Mode
from kevytasiointi.identity.models import Account
from support.makers import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(db):
    load_reference(now=NOW)
    load_definitions(folder=FOLDER, now=NOW)


@pytest.fixture
def demo(country):
    return load_demo(now=NOW)


def test_porvoo_takes_noise_notifications_and_loviisa_shows_where_to_turn(demo):
    noise, porvoo, loviisa = procedure("meluilmoitus"), municipality("638"), municipality("434")
    assert queries.competent(noise, porvoo, TODAY).authority.slug == "porvoo-environment"
    assert queries.competent(noise, loviisa, TODAY) is None
    assert authority_for(loviisa, noise.authority_type, noise.sector, TODAY).email == "ymparisto@loviisa.example"


def test_police_and_rescue_take_what_comes_from_their_area(demo):
    event, plan = procedure("yleisotilaisuus"), procedure("pelastussuunnitelma")
    for code, police, rescue in (
        ("638", "ita-uusimaa-police", "ita-uusimaa-rescue"),
        ("434", "ita-uusimaa-police", "ita-uusimaa-rescue"),
        ("018", "ita-uusimaa-police", "ita-uusimaa-rescue"),
        ("710", "lansi-uusimaa-police", "lansi-uusimaa-rescue"),
        ("837", "sisa-suomi-police", "pirkanmaa-rescue"),
        ("564", "oulu-police", "pohjois-pohjanmaa-rescue"),
    ):
        place = municipality(code)
        assert queries.competent(event, place, TODAY).authority.slug == police
        assert queries.competent(plan, place, TODAY).authority.slug == rescue


def test_the_counties_that_are_there_take_first_aid_plans_from_their_area(demo):
    plan = procedure("ensiapusuunnitelma")
    for code, county in (("638", "ita-uusimaa-care"), ("753", "ita-uusimaa-care"), ("837", "pirkanmaa-care")):
        assert queries.competent(plan, municipality(code), TODAY).authority.slug == county
    assert queries.competent(plan, municipality("564"), TODAY) is None


def test_nobody_takes_events_of_helsinki_or_aland(demo):
    for code in ("091", "478"):
        assert queries.competent(procedure("yleisotilaisuus"), municipality(code), TODAY) is None


def test_the_state_agency_is_competent_in_all_the_mainland(demo):
    there = Territory.objects.filter(authority__type=AuthorityType.STATE_AGENCY)
    assert there.count() == 292
    assert not there.filter(municipality__is_aland=True).exists()


def test_each_shared_procedure_is_offered_in_the_demonstration(demo):
    shared = set(Procedure.objects.done_here().filter(owner=None).values_list("slug", flat=True))
    assert shared == set(Adoption.objects.values_list("procedure__slug", flat=True))
    assert shared <= {offer.procedure for offer in OFFERS}


def test_departments_are_called_as_their_areas(demo):
    for example in EXAMPLES:
        if example.area:
            area = Area.objects.get(kind=example.area[0], code=example.area[1])
            assert (example.name["fi"], example.name["sv"]) == (area.name["fi"], area.name["sv"])


def test_police_and_rescue_officials_see_their_own_department_only(demo):
    police, rescue = (Authority.objects.get(slug=f"ita-uusimaa-{kind}") for kind in ("police", "rescue"))
    pirkko, reino = (desk_of(Account.objects.get(subject=name), TODAY) for name in ("pirkko", "reino"))
    assert pirkko.may("yleisotilaisuus", RoleName.HANDLER, at=police)
    assert reino.may("pelastussuunnitelma", RoleName.HANDLER, at=rescue)
    assert list(pirkko.authorities) == [police]
    assert list(reino.authorities) == [rescue]


def test_loading_again_changes_nothing(demo):
    tables = (Authority, Territory, Adoption, Competence, Account)
    before = [table.objects.count() for table in tables]
    assert load_demo(now=NOW) == demo
    assert before == [table.objects.count() for table in tables]


def test_the_cast_has_its_roles(demo):
    porvoo, tampere = (Authority.objects.get(slug=f"{name}-environment") for name in ("porvoo", "tampere"))
    desks = {name: desk_of(Account.objects.get(subject=name), TODAY) for name in ("onni", "vaino", "eeva", "kerttu")}
    assert desks["onni"].may("meluilmoitus", RoleName.HANDLER, at=porvoo)
    assert desks["vaino"].may("meluilmoitus", RoleName.HANDLER, at=tampere)
    assert not desks["vaino"].may("meluilmoitus", RoleName.HANDLER, at=porvoo)
    assert desks["eeva"].may("meluilmoitus", RoleName.ADMINISTRATOR, at=porvoo)
    assert not desks["eeva"].has(RoleName.HANDLER)
    assert is_service_owner(desks["kerttu"].account, TODAY)


def test_everything_is_marked_as_made_up(demo):
    assert not Authority.objects.filter(is_example=False).exists()
    for authority in Authority.objects.select_related("organisation"):
        assert ytunnus.is_valid(authority.organisation.business_id)
        assert authority.organisation.business_id.startswith("999")
        assert "(esimerkki)" in authority.organisation.name["fi"]
        assert authority.email.endswith(".example")


def test_texts_are_in_three_languages(demo):
    for adoption in Adoption.objects.all():
        for text in (adoption.contact, adoption.fee, adoption.authority.name):
            assert set(text) == {"fi", "sv", "en"}
            assert "{" not in "".join(text.values())
    assert len(EXAMPLES) == demo.authorities
    assert len(POSTS) == demo.roles


def test_production_has_no_demonstration(country, settings):
    settings.ENVIRONMENT = dataclasses.replace(settings.ENVIRONMENT, mode=Mode.PRODUCTION)
    with pytest.raises(NotInProduction):
        load_demo(now=NOW)
    with pytest.raises(CommandError, match="demo mode only"):
        call_command("demo", "load")
    assert not Authority.objects.exists()


def test_the_command_says_what_to_load_first(capsys):
    with pytest.raises(CommandError, match="reference load"):
        call_command("demo", "load")
    load_reference(now=NOW)
    call_command("demo", "load")
    assert "definitions load" in capsys.readouterr().out
