import datetime as dt
from dataclasses import replace

import pytest

from kevytasiointi.authorities import queries
from kevytasiointi.authorities.models import Invitation, Role, RoleName
from kevytasiointi.authorities.services import give_role, people
from kevytasiointi.authorities.services.roles import Grant
from kevytasiointi.authorities.tasks import send_invitation
from kevytasiointi.authorities.tokens import token_of
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger.models import AuditEntry, Job
from support.makers import NOW, TODAY, a_person, an_authority

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + dt.timedelta(days=1)
READER = Grant(role=RoleName.READER)


@pytest.fixture
def porvoo():
    return an_authority("Porvoo")


@pytest.fixture
def eeva(porvoo):
    return _holding("Eeva", RoleName.ADMINISTRATOR, porvoo)


@pytest.fixture
def onni(porvoo):
    return _holding("Onni", RoleName.HANDLER, porvoo)


def _holding(name, role, authority) -> Account:
    account = a_person(name)
    give_role(account=account, role=role, authority=authority, actor=None, now=NOW)
    return account


def _invite(authority, actor, grant=READER, *, now=NOW):
    return people.invite(
        authority=authority, grant=grant, email="uusi@porvoo.example", language="sv", actor=actor, now=now
    )


def _accept(invitation, account, *, now=NOW):
    return people.accept_invitation(token=token_of(invitation.public_id), account=account, now=now)


def _role(account, role):
    return Role.objects.get(account=account, role=role)


class TestAppointing:
    def test_an_administrator_gives_a_known_person_a_role_for_one_procedure_and_some_days(self, porvoo, eeva, onni):
        grant = Grant(role=RoleName.READER, procedure="meluilmoitus", first=TOMORROW, last=TOMORROW)
        people.appoint(account=onni, authority=porvoo, grant=grant, actor=eeva, now=NOW)
        may = [
            queries.desk_of(onni, TODAY + dt.timedelta(days=days)).may("meluilmoitus", RoleName.READER, at=porvoo)
            for days in range(3)
        ]
        assert may == [False, True, False]
        assert not queries.desk_of(onni, TOMORROW).may("maastoliikenne", RoleName.READER, at=porvoo)

    def test_who_gave_and_who_took_it_stays_to_be_read(self, porvoo, eeva, onni):
        given = people.appoint(account=onni, authority=porvoo, grant=READER, actor=eeva, now=NOW)
        people.dismiss(role=given, actor=eeva, now=NOW + dt.timedelta(days=2))
        row = queries.roles_at(porvoo).get(pk=given.pk)
        assert (row.given_by, row.given_at) == (eeva, NOW)
        assert (row.taken_by, row.taken_at) == (eeva, NOW + dt.timedelta(days=2))

    def test_somebody_unknown_to_the_authority_is_invited_not_appointed(self, porvoo, eeva):
        with pytest.raises(NotFound):
            people.appoint(account=a_person("Outi"), authority=porvoo, grant=READER, actor=eeva, now=NOW)

    @pytest.mark.parametrize(
        "attempt",
        [
            (Grant(role=RoleName.SERVICE_OWNER), people.RoleNotGivenHere),
            (Grant(role=RoleName.AUTHOR), people.RoleNotGivenHere),
            (Grant(role=RoleName.ADMINISTRATOR, procedure="meluilmoitus"), people.AdministratorOfAll),
            (Grant(role=RoleName.READER, first=TODAY - dt.timedelta(days=1)), people.RoleBeginsInPast),
            (Grant(role=RoleName.READER, last=TODAY - dt.timedelta(days=1)), people.RoleEndsBeforeItBegins),
            (Grant(role=RoleName.READER, first=TOMORROW, last=TODAY), people.RoleEndsBeforeItBegins),
            (Grant(role=RoleName.HANDLER), people.RoleHeldAlready),
        ],
    )
    def test_what_can_not_be_given_is_refused_by_name_and_nothing_is_written(self, eeva, onni, attempt):
        grant, refusal = attempt
        porvoo, before = _role(onni, RoleName.HANDLER).authority, Role.objects.count()
        with pytest.raises(refusal):
            people.appoint(account=onni, authority=porvoo, grant=grant, actor=eeva, now=NOW)
        assert Role.objects.count() == before


class TestTenancy:
    def test_another_authoritys_administrator_handler_or_reader_decides_nothing(self, porvoo, eeva, onni):
        tampere = an_authority("Tampere")
        strangers = [
            _holding("Tarja", RoleName.ADMINISTRATOR, tampere),
            _holding("Rauni", RoleName.READER, porvoo),
            onni,
            a_person("Aino"),
        ]
        invitation = _invite(porvoo, eeva)
        for stranger in strangers:
            for attempt in (
                lambda who: people.appoint(account=onni, authority=porvoo, grant=READER, actor=who, now=NOW),
                lambda who: people.dismiss(role=_role(onni, RoleName.HANDLER), actor=who, now=NOW),
                lambda who: _invite(porvoo, who),
                lambda who: people.withdraw_invitation(invitation=invitation, actor=who, now=NOW),
            ):
                with pytest.raises(people.NotAdministrator):
                    attempt(stranger)
            with pytest.raises(NotFound):
                queries.authority_administered(stranger, porvoo.public_id, TODAY)

    def test_people_roles_and_invitations_of_another_authority_are_not_found(self, porvoo, eeva, onni):
        tampere = an_authority("Tampere")
        invitation = _invite(porvoo, eeva)
        for look in (
            lambda: queries.person_of(tampere, onni.public_id),
            lambda: queries.role_of_person(tampere, onni, _role(onni, RoleName.HANDLER).public_id),
            lambda: queries.invitation_of(tampere, invitation.public_id),
        ):
            with pytest.raises(NotFound):
                look()

    def test_the_service_owner_lets_in_the_first_administrator(self, porvoo):
        kerttu = a_person("Kerttu")
        give_role(account=kerttu, role=RoleName.SERVICE_OWNER, authority=None, actor=None, now=NOW)
        role = _accept(_invite(porvoo, kerttu, Grant(role=RoleName.ADMINISTRATOR)), a_person("Eeva"))
        assert role.authority == porvoo

    def test_an_administrator_that_was_dismissed_decides_nothing_at_the_next_click(self, porvoo, eeva, onni):
        people.appoint(account=onni, authority=porvoo, grant=Grant(role=RoleName.ADMINISTRATOR), actor=eeva, now=NOW)
        people.dismiss(role=_role(eeva, RoleName.ADMINISTRATOR), actor=onni, now=NOW)
        with pytest.raises(people.NotAdministrator):
            _invite(porvoo, eeva)


class TestTheLastAdministrator:
    def test_stays(self, porvoo, eeva):
        with pytest.raises(people.LastAdministrator):
            people.dismiss(role=_role(eeva, RoleName.ADMINISTRATOR), actor=eeva, now=NOW)
        assert queries.may_administer(eeva, porvoo, TODAY)

    def test_is_not_replaced_by_one_whose_days_are_counted(self, porvoo, eeva, onni):
        substitute = Grant(role=RoleName.ADMINISTRATOR, last=TOMORROW)
        people.appoint(account=onni, authority=porvoo, grant=substitute, actor=eeva, now=NOW)
        with pytest.raises(people.LastAdministrator):
            people.dismiss(role=_role(eeva, RoleName.ADMINISTRATOR), actor=onni, now=NOW)

    def test_is_not_replaced_by_a_closed_account(self, porvoo, eeva):
        closed = _holding("Kalle", RoleName.ADMINISTRATOR, porvoo)
        Account.objects.filter(pk=closed.pk).update(is_active=False)
        with pytest.raises(people.LastAdministrator):
            people.dismiss(role=_role(eeva, RoleName.ADMINISTRATOR), actor=eeva, now=NOW)

    def test_may_go_when_another_stays(self, porvoo, eeva):
        other = _holding("Kaisa", RoleName.ADMINISTRATOR, porvoo)
        people.dismiss(role=_role(eeva, RoleName.ADMINISTRATOR), actor=other, now=NOW)
        assert not queries.may_administer(eeva, porvoo, TODAY)


class TestInviting:
    def test_whoever_accepts_gets_the_role_and_the_link_opens_once(self, porvoo, eeva):
        invitation = _invite(porvoo, eeva, Grant(role=RoleName.HANDLER, procedure="meluilmoitus"))
        outi = a_person("Outi")
        role = _accept(invitation, outi)
        assert (role.role, role.procedure, role.given_by) == ("handler", "meluilmoitus", eeva)
        assert queries.desk_of(outi, TODAY).may("meluilmoitus", RoleName.HANDLER, at=porvoo)
        with pytest.raises(people.InvitationUsed):
            _accept(invitation, a_person("Toinen"))

    def test_accepting_again_is_accepting_once(self, porvoo, eeva):
        invitation, outi = _invite(porvoo, eeva), a_person("Outi")
        assert _accept(invitation, outi) == _accept(invitation, outi)
        assert Role.objects.filter(account=outi).count() == 1

    def test_a_role_taken_away_does_not_come_back_by_its_old_link(self, porvoo, eeva):
        invitation, outi = _invite(porvoo, eeva), a_person("Outi")
        people.dismiss(role=_accept(invitation, outi), actor=eeva, now=NOW)
        with pytest.raises(people.InvitationUsed):
            _accept(invitation, outi)
        assert not queries.desk_of(outi, TODAY).roles

    def test_a_link_is_open_for_14_days(self, porvoo, eeva):
        invitation = _invite(porvoo, eeva)
        with pytest.raises(people.InvitationExpired):
            _accept(invitation, a_person(), now=NOW + dt.timedelta(days=14))
        assert _accept(invitation, a_person(), now=NOW + dt.timedelta(days=14, seconds=-1))

    def test_a_role_whose_days_are_over_is_not_accepted(self, porvoo, eeva):
        invitation = _invite(porvoo, eeva, Grant(role=RoleName.READER, last=TODAY))
        with pytest.raises(people.InvitationExpired):
            _accept(invitation, a_person(), now=NOW + dt.timedelta(days=1))

    def test_of_somebody_who_was_dismissed_meanwhile_opens_nothing(self, porvoo, eeva):
        colleague = _holding("Toinen", RoleName.ADMINISTRATOR, porvoo)
        invitation = _invite(porvoo, colleague)
        people.dismiss(role=_role(colleague, RoleName.ADMINISTRATOR), actor=eeva, now=NOW)
        with pytest.raises(people.InvitationWithdrawn):
            _accept(invitation, colleague)

    def test_a_withdrawn_link_opens_nothing_and_an_accepted_one_is_not_withdrawn(self, porvoo, eeva):
        withdrawn, accepted = _invite(porvoo, eeva), _invite(porvoo, eeva)
        people.withdraw_invitation(invitation=withdrawn, actor=eeva, now=NOW)
        with pytest.raises(people.InvitationWithdrawn):
            _accept(withdrawn, a_person())
        _accept(accepted, a_person())
        with pytest.raises(people.InvitationUsed):
            people.withdraw_invitation(invitation=accepted, actor=eeva, now=NOW)

    def test_a_token_that_was_never_given_is_not_found(self, porvoo, eeva):
        _invite(porvoo, eeva)
        for token in ("", "no-such-token", Invitation.objects.get().token_hash):
            with pytest.raises(NotFound):
                people.accept_invitation(token=token, account=a_person(), now=NOW)

    @pytest.mark.parametrize("email", ["", "onni", "onni@", "a@b.example\nBcc: c@d.example"])
    def test_without_an_address_nobody_is_invited(self, porvoo, eeva, email):
        with pytest.raises(people.InvitationNeedsEmail):
            people.invite(authority=porvoo, grant=READER, email=email, language="fi", actor=eeva, now=NOW)
        assert not Invitation.objects.exists()

    def test_so_many_wait_that_no_more_are_sent(self, porvoo, eeva, monkeypatch):
        monkeypatch.setattr(people, "MOST_WAITING", 2)
        first = _invite(porvoo, eeva)
        _invite(porvoo, eeva)
        with pytest.raises(people.TooManyInvitations):
            _invite(porvoo, eeva)
        people.withdraw_invitation(invitation=first, actor=eeva, now=NOW)
        assert _invite(porvoo, eeva)

    def test_the_database_and_the_jobs_hold_no_link(self, porvoo, eeva):
        invitation = _invite(porvoo, eeva)
        token = token_of(invitation.public_id)
        assert token not in str(Invitation.objects.values().get())
        assert token not in "".join(str(row) for row in [*Job.objects.values(), *AuditEntry.objects.values()])


class TestTheLetter:
    @pytest.fixture
    def post(self, smtp, settings):
        settings.ENVIRONMENT = replace(settings.ENVIRONMENT, smtp_url=smtp.url)
        return smtp

    def test_leads_to_the_invitation_in_its_language_and_names_nobody(self, porvoo, eeva, post):
        invitation = _invite(porvoo, eeva)
        send_invitation.func(invitation.pk, "job")
        (letter,) = post.letters
        assert letter.recipients == ("uusi@porvoo.example",)
        assert f"/sv/console/invitations/{token_of(invitation.public_id)}/" in letter.text
        assert "Porvoo" in letter.text
        assert "Eeva" not in letter.text

    def test_is_not_sent_of_an_invitation_that_was_withdrawn_meanwhile(self, porvoo, eeva, post):
        invitation = _invite(porvoo, eeva)
        people.withdraw_invitation(invitation=invitation, actor=eeva, now=NOW)
        send_invitation.func(invitation.pk, "job")
        assert not post.letters
