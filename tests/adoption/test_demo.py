import dataclasses

import pytest
from django.core.management import CommandError, call_command
from stdnum.fi import ytunnus

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.demo import EXAMPLES, NotInProduction, load_demo
from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.authorities.queries import authority_for, desk_of, is_service_owner, municipality
from kevytasiointi.authorities.services import load_reference
from kevytasiointi.catalogue.folder import FOLDER
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


def test_loading_again_changes_nothing(demo):
    before = (Authority.objects.count(), Adoption.objects.count(), Competence.objects.count(), Account.objects.count())
    assert load_demo(now=NOW) == demo
    assert before == (
        Authority.objects.count(),
        Adoption.objects.count(),
        Competence.objects.count(),
        Account.objects.count(),
    )


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
    assert len(EXAMPLES) == demo.authorities == demo.adoptions + 1


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
