"""A new authority, its territory, and its right to the national identification."""

import datetime as dt

import pytest

from kevytasiointi.authorities.founding import (
    AlreadyAnAuthority,
    AuthorityFacts,
    NoAuthoritiesInAland,
    NotYoursToSay,
    extend_territory,
    found_authority,
    write_right,
)
from kevytasiointi.authorities.models import Authority, AuthorityType, RoleName, SupportServiceRight, Territory
from kevytasiointi.authorities.queries import authority_for, municipality_on, territory_of
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Organisation
from kevytasiointi.ledger.models import AuditEntry
from support.makers import LONG_AGO, NOW, TODAY, a_municipality, a_person, an_authority

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
NAME = Text(fi="Itäisen seudun ympäristöpalvelu", sv="Östra regionens miljötjänst")
FACTS = AuthorityFacts(type=AuthorityType.JOINT_AUTHORITY, sector="environment", name=NAME)


@pytest.fixture
def organisation():
    return Organisation.objects.create(business_id="9990638-9", name=NAME)


def with_role(person, role, authority=None):
    give_role(account=person, role=role, authority=authority, actor=None, now=NOW)
    return person


def founded(organisation, *municipalities, facts=FACTS, actor=None):
    return found_authority(
        organisation=organisation, facts=facts, municipalities=municipalities, since=TODAY, actor=actor, now=NOW
    )


def test_a_new_authority_is_competent_from_its_first_day_on(organisation):
    places = a_municipality("638"), a_municipality("753")
    kerttu = with_role(a_person("Kerttu"), RoleName.SERVICE_OWNER)
    authority = founded(organisation, *places, actor=kerttu)
    assert authority.slug == "itaisen-seudun-ymparistopalvelu"
    assert set(territory_of(authority, TODAY)) == set(places)
    assert not territory_of(authority, TODAY - DAY).exists()
    assert AuditEntry.objects.get(action="authority.founded").actor == kerttu.public_id


def test_an_organisation_has_one_authority_of_a_type_and_sector(organisation):
    first = founded(organisation)
    with pytest.raises(AlreadyAnAuthority) as refusal:
        founded(organisation)
    assert refusal.value.authority == first
    other = AuthorityFacts(type=AuthorityType.JOINT_AUTHORITY, sector="health", name=NAME)
    assert founded(organisation, facts=other).slug == "itaisen-seudun-ymparistopalvelu-2"


def test_one_that_has_ended_makes_room_for_another(organisation):
    founded(organisation)
    Authority.objects.update(valid_to=TODAY)
    assert founded(organisation).valid_to is None


def test_aland_is_nobody_s_territory_here_and_nothing_is_half_made(organisation):
    with pytest.raises(NoAuthoritiesInAland):
        founded(organisation, a_municipality("638"), a_municipality("478", is_aland=True))
    assert not Authority.objects.exists()


@pytest.mark.parametrize(
    "held",
    [
        [],
        [(LONG_AGO, None)],
        [(LONG_AGO, TODAY)],
        [(TODAY + 9 * DAY, None)],
        [(LONG_AGO, TODAY), (TODAY + 9 * DAY, TODAY + 20 * DAY)],
        [(LONG_AGO, TODAY - 9 * DAY)],
        [(TODAY, TODAY)],
    ],
)
def test_after_extending_every_day_is_covered_and_none_before_is_added(held):
    porvoo, authority = a_municipality("638"), an_authority()
    for first, end in held:
        Territory.objects.create(authority=authority, municipality=porvoo, valid_from=first, valid_to=end)
    before = territory_of(authority, TODAY - 5 * DAY).exists()
    for _ in range(2):
        extend_territory(authority=authority, municipalities=[porvoo], since=TODAY, actor=None, now=NOW)
    for number in (0, 1, 8, 9, 19, 20, 900):
        assert list(territory_of(authority, TODAY + number * DAY)) == [porvoo], number
    assert territory_of(authority, TODAY - 5 * DAY).exists() == before


def test_a_joint_authority_is_the_other_channel_of_its_municipalities(organisation):
    porvoo = a_municipality("638")
    joint = founded(organisation, porvoo)
    assert authority_for(porvoo, "municipality", "environment", TODAY) == joint
    Authority.objects.update(valid_to=TODAY)
    assert authority_for(porvoo, "municipality", "environment", TODAY) is None


def test_a_merged_municipality_goes_on_as_its_successor():
    last = a_municipality("003")
    middle = a_municipality("002", valid_to=TODAY, successor=last)
    first = a_municipality("001", valid_to=TODAY - DAY, successor=middle)
    assert [municipality_on(first, TODAY + number * DAY) for number in (-2, -1, 0)] == [first, middle, last]


def test_a_right_is_written_by_its_last_day_and_corrected_by_its_first():
    porvoo = an_authority()
    for last in (TODAY, TODAY + 300 * DAY):
        write_right(authority=porvoo, first=LONG_AGO, last=last, actor=None, now=NOW)
    assert SupportServiceRight.objects.get().valid_to == TODAY + 301 * DAY


def test_only_the_service_owner_founds_and_extends_and_only_its_own_people_write_a_right(organisation):
    porvoo, place = an_authority("Porvoo"), a_municipality("638")
    eeva = with_role(a_person("Eeva"), RoleName.ADMINISTRATOR, porvoo)
    stranger = with_role(a_person("Väinö"), RoleName.ADMINISTRATOR, an_authority("Tampere"))
    for act in (
        lambda: founded(organisation, actor=eeva),
        lambda: extend_territory(authority=porvoo, municipalities=[place], since=TODAY, actor=eeva, now=NOW),
        lambda: write_right(authority=porvoo, first=LONG_AGO, last=TODAY, actor=stranger, now=NOW),
    ):
        with pytest.raises(NotYoursToSay):
            act()
    assert write_right(authority=porvoo, first=LONG_AGO, last=TODAY, actor=eeva, now=NOW)
    assert not Territory.objects.exists()
