import datetime as dt

import pytest

from kevytasiointi.authorities import queries
from kevytasiointi.authorities.models import Area, AreaKind, AreaMembership, Authority, Role, RoleName, Territory
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from support.makers import LONG_AGO, TODAY, a_municipality, a_person, an_authority

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)


def role_of(account, authority, role=RoleName.HANDLER, **facts):
    return Role.objects.create(account=account, authority=authority, role=role, **{"valid_from": LONG_AGO} | facts)


class TestMunicipalities:
    def test_an_unknown_code_is_not_found(self):
        with pytest.raises(NotFound):
            queries.municipality("000")

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("porv", ["Porvoo"]),
            ("BORGÅ", ["Porvoo"]),
            ("borga", ["Porvoo"]),
            ("ahtari", ["Ähtäri"]),
            ("kunta", ["Pedersören kunta"]),
            ("ii", ["Ii", "Iisalmi"]),
            ("  ", []),
            ("turku", []),
        ],
    )
    def test_a_municipality_is_found_by_how_people_write_it(self, typed, found):
        names = [("Porvoo", "Borgå"), ("Ähtäri", "Etseri"), ("Pedersören kunta", "Pedersöre"), ("Iisalmi", "Idensalmi"),
                 ("Ii", "Ijo")]  # fmt: skip
        for fi, sv in names:
            a_municipality(name=Text(fi=fi, sv=sv))
        assert [m.name["fi"] for m in queries.search_municipalities(typed, "fi", TODAY)] == found

    def test_an_ended_municipality_isnt_offered(self):
        a_municipality(name=Text(fi="Pertunmaa"), valid_to=TODAY)
        assert queries.search_municipalities("pertunmaa", "fi", TODAY) == []

    def test_the_alphabet_ends_in_a_ring_a_umlaut_o_umlaut(self):
        for name in ["Ähtäri", "Öja", "Åbo", "Zoo", "Akaa"]:
            a_municipality(name=Text(fi=name))
        assert [m.name["fi"] for m in queries.municipalities(TODAY, "fi")] == ["Akaa", "Zoo", "Åbo", "Ähtäri", "Öja"]

    def test_a_code_is_looked_up_as_chosen(self):
        porvoo = a_municipality("638")
        a_municipality("588", valid_to=TODAY)
        assert [queries.find_municipality(code, TODAY) for code in ("638", "588", "", "x")] == [
            porvoo,
            None,
            None,
            None,
        ]

    def test_an_area_has_those_that_belong_to_it_that_day(self):
        area = Area.objects.create(kind=AreaKind.RESCUE_DEPARTMENT, code="east", name=Text(fi="Itä"), source="test")
        Area.objects.create(kind=AreaKind.POLICE_DEPARTMENT, code="east", name=Text(fi="Itä"), source="test")
        now, left, ended, aland = (
            a_municipality("638"),
            a_municipality("753"),
            a_municipality("588", valid_to=TODAY),
            a_municipality("478", is_aland=True),
        )
        for one in (now, ended, aland):
            AreaMembership.objects.create(area=area, municipality=one, valid_from=LONG_AGO)
        AreaMembership.objects.create(area=area, municipality=left, valid_from=LONG_AGO, valid_to=TODAY)

        assert queries.municipalities_in(AreaKind.RESCUE_DEPARTMENT, "east", on=TODAY) == [now]
        assert queries.municipalities_in(AreaKind.POLICE_DEPARTMENT, "east", on=TODAY) == []
        with pytest.raises(NotFound):
            queries.municipalities_in(AreaKind.RESCUE_DEPARTMENT, "west", on=TODAY)

    def test_codes_have_names_also_when_the_municipality_has_ended(self):
        a_municipality("588", name=Text(fi="Pertunmaa"), valid_to=TODAY)
        assert queries.municipality_names()["588"] == Text(fi="Pertunmaa")


class TestDesk:
    def test_an_official_sees_their_own_authority_and_no_other(self):
        onni, porvoo, tampere = a_person(), an_authority("Porvoo"), an_authority("Tampere")
        role_of(onni, porvoo)
        role_of(a_person("Väinö"), tampere)
        desk = queries.desk_of(onni, TODAY)
        assert list(desk.authorities) == [porvoo]
        assert desk.has(RoleName.HANDLER)
        assert desk.may("meluilmoitus", RoleName.HANDLER, at=porvoo)
        assert not desk.may("meluilmoitus", RoleName.HANDLER, at=tampere)
        assert not desk.may("meluilmoitus", RoleName.ADMINISTRATOR, at=porvoo)

    def test_a_role_in_one_procedure_reaches_that_one_only(self):
        onni, porvoo = a_person(), an_authority()
        role_of(onni, porvoo, procedure="meluilmoitus")
        desk = queries.desk_of(onni, TODAY)
        assert desk.may("meluilmoitus", RoleName.HANDLER, at=porvoo)
        assert not desk.may("maastoliikenne", RoleName.HANDLER, at=porvoo)

    @pytest.mark.parametrize(
        ("first", "end", "holds"),
        [(TODAY, None, True), (TOMORROW, None, False), (LONG_AGO, TODAY, False), (LONG_AGO, TOMORROW, True)],
    )
    def test_a_role_holds_from_its_first_day_until_the_day_it_ends(self, first, end, holds):
        onni = a_person()
        role_of(onni, an_authority(), valid_from=first, valid_to=end)
        assert queries.desk_of(onni, TODAY).has(RoleName.HANDLER) is holds

    def test_a_closed_account_has_no_desk(self):
        onni = a_person(is_active=False)
        role_of(onni, an_authority())
        assert not queries.desk_of(onni, TODAY).roles
        assert not queries.authorities_of(onni, RoleName.HANDLER, TODAY).exists()

    def test_somebody_without_a_role_reaches_nothing(self):
        an_authority()
        desk = queries.desk_of(a_person("Aino"), TODAY)
        assert not desk.authorities.exists()
        assert not Authority.objects.filter(desk.scope(authority="pk", procedure="slug")).exists()

    def test_scope_follows_handler_roles_and_their_procedures(self):
        onni, wide, narrow, administered = a_person(), an_authority("A"), an_authority("B"), an_authority("C")
        role_of(onni, wide)
        role_of(onni, narrow, procedure="something-else")
        role_of(onni, administered, role=RoleName.ADMINISTRATOR)
        # The authority stands in for an application: its slug for the slug of a procedure.
        reached = queries.desk_of(onni, TODAY).scope(authority="pk", procedure="slug")
        assert list(Authority.objects.filter(reached)) == [wide]

    def test_the_service_owner_has_no_authority(self):
        kerttu, onni = a_person("Kerttu"), a_person()
        role_of(kerttu, None, role=RoleName.SERVICE_OWNER)
        role_of(onni, an_authority())
        assert queries.is_service_owner(kerttu, TODAY)
        assert not queries.is_service_owner(onni, TODAY)
        assert not queries.desk_of(kerttu, TODAY).authorities.exists()

    def test_a_case_can_be_handed_to_those_who_may_handle_it(self):
        porvoo = an_authority()
        everything, this, other, former, closed = (
            a_person(name, is_active=name != "E") for name in ("A", "B", "C", "D", "E")
        )
        role_of(everything, porvoo)
        role_of(this, porvoo, procedure="meluilmoitus")
        role_of(other, porvoo, procedure="maastoliikenne")
        role_of(former, porvoo, valid_to=TODAY)
        role_of(closed, porvoo)
        assert list(queries.handlers_of(porvoo, "meluilmoitus", TODAY)) == [everything, this]


class TestOtherChannel:
    def test_the_authority_is_known_by_type_sector_and_territory(self):
        porvoo = a_municipality()
        environment = an_authority(covering=(porvoo,), phone="000 123 4567")
        an_authority(covering=(porvoo,), sector="building_control")
        an_authority(covering=(a_municipality(),))
        assert queries.authority_for(porvoo, "municipality", "environment", TODAY) == environment

    def test_which_of_two_isnt_guessed(self):
        porvoo = a_municipality()
        assert queries.authority_for(porvoo, "municipality", "environment", TODAY) is None
        an_authority(covering=(porvoo,))
        an_authority(covering=(porvoo,))
        assert queries.authority_for(porvoo, "municipality", "environment", TODAY) is None


def test_territory_is_what_is_in_force_that_day():
    now, before, others = a_municipality(), a_municipality(), a_municipality()
    porvoo = an_authority(covering=(now,))
    an_authority(covering=(others,))
    Territory.objects.create(authority=porvoo, municipality=before, valid_from=LONG_AGO, valid_to=TODAY)
    assert list(queries.territory_of(porvoo, TODAY)) == [now]
    assert set(queries.territory_of(porvoo, YESTERDAY)) == {now, before}
