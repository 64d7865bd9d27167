"""The joining notice: filled in, sent, returned, confirmed, for an authority that is there or isn't yet."""

import datetime as dt

import pytest

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption, Competence, JoiningNotice, TermsAcceptance
from kevytasiointi.adoption.refusals import (
    AlreadyOffered,
    LanguageIncomplete,
    MailboxNotConfirmed,
    NoticeClosed,
    NoticeIncomplete,
    NotYoursToDecide,
    OutsideTerritory,
    ProcedureTwice,
    ReasonMissing,
    StartsInThePast,
    UnknownMunicipality,
    WishesRefused,
)
from kevytasiointi.adoption.rules import NoticeState, State
from kevytasiointi.adoption.services import asking
from kevytasiointi.adoption.wishes import read_municipalities
from kevytasiointi.authorities.founding import AlreadyAnAuthority
from kevytasiointi.authorities.models import Authority, Municipality, Role, RoleName
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Change
from kevytasiointi.identity.models import Organisation
from kevytasiointi.ledger.models import AuditEntry
from support.joining import a_notice, a_wish, answers, filled
from support.makers import LONG_AGO, NOW, TODAY, a_municipality, a_procedure, an_adoption

pytestmark = pytest.mark.django_db

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def procedures(cast):
    return [Procedure.objects.get(slug="small"), a_procedure("toinen-asia"), a_procedure("kolmas-asia")]


@pytest.fixture
def new(cast, procedures):
    """Bo's notice of Helsinki, which isn't in the service, for three procedures."""
    return a_notice(cast.bo, values=answers(*procedures))


@pytest.fixture
def own(cast, procedures):
    """Eeva's notice of Porvoo, for the two procedures that it hasn't."""
    values = answers(*procedures[1:], municipalities="Porvoo", alert_address="uusi@porvoo.example")
    return a_notice(cast.eeva, authority=cast.porvoo, values=values)


def send(notice, by):
    return asking.send_notice(notice=notice, actor=by, now=NOW)


def confirm(notice, cast, *, now=NOW):
    return asking.confirm_notice(notice=notice, actor=cast.kerttu, now=now)


def reasons(refused):
    return [type(reason) for _procedure, reason in refused.value.reasons]


def test_a_new_authority_joins_with_three_procedures(cast, new, procedures):
    before, tomorrow = Authority.objects.count(), TODAY + dt.timedelta(days=1)
    new = filled(new, cast.bo, {"first_day": tomorrow.isoformat()})
    send(new, cast.bo)
    assert Authority.objects.count() == before, "nothing is made before it is confirmed"
    assert not Adoption.objects.filter(authority__name__fi="Helsingin ympäristönsuojelu").exists()

    notice = confirm(new, cast, now=LATER)

    authority = notice.authority
    assert authority.name == Text(fi="Helsingin ympäristönsuojelu", sv="Helsingfors miljövård")
    assert (authority.organisation.business_id, authority.organisation.name["sv"]) == ("0201256-6", "Helsingfors stad")
    assert Role.objects.get(authority=authority).account == cast.bo
    assert Role.objects.get(authority=authority).role == RoleName.ADMINISTRATOR
    helsinki = Municipality.objects.get(code="091")
    for procedure in procedures:
        assert queries.competent(procedure, helsinki, tomorrow).authority == authority
    accepted = TermsAcceptance.objects.get(authority=authority)
    trail = AuditEntry.objects.get(action="authority.terms_accepted", authority=authority.public_id)
    assert trail.actor == cast.bo.public_id
    assert (accepted.accepted_by, accepted.accepted_at) == (cast.bo, NOW)


def test_an_authority_of_the_service_sends_adoptions_and_the_owner_confirms_them(cast, own, procedures):
    notice = send(own, cast.eeva)
    assert {a.state_on(TODAY) for a in notice.adoptions.all()} == {State.SENT}
    notice = confirm(notice, cast)
    assert {a.state_on(TODAY) for a in notice.adoptions.all()} == {State.IN_FORCE}
    assert notice.state is NoticeState.CONFIRMED
    with pytest.raises(NoticeClosed):
        asking.save_notice(
            notice=notice, change=Change(values={"name_fi": "x"}), expected_revision=1, actor=cast.eeva, now=NOW
        )


def test_returned_and_sent_again_the_same_adoptions_go_on_and_the_left_out_is_given_up(cast, own, procedures):
    first = list(send(own, cast.eeva).adoptions.order_by("pk"))
    returned = asking.return_notice(notice=own, reason="Maksu puuttuu.", actor=cast.kerttu, now=NOW)
    assert returned.state is NoticeState.RETURNED
    assert {a.state_on(TODAY) for a in returned.adoptions.all()} == {State.RETURNED}
    assert returned.sheet.answers["alert_address"] == "uusi@porvoo.example", "nothing typed is lost"

    again = filled(returned, cast.eeva, {"procedures": [a_wish(procedures[1], handling_days=14)]})
    assert list(send(again, cast.eeva).adoptions.all()) == [first[0]]
    kept, dropped = (Adoption.objects.get(pk=a.pk) for a in first)
    assert (kept.state_on(TODAY), kept.handling_days) == (State.SENT, 14)
    assert dropped.state_on(TODAY) is State.ENDED


def test_a_returned_notice_of_a_new_authority_keeps_all_and_can_be_sent_again(cast, new):
    send(new, cast.bo)
    asking.return_notice(notice=new, reason="Nimi?", actor=cast.kerttu, now=NOW)
    again = filled(new, cast.bo, {"name_fi": "Helsingin ympäristö"})
    send(again, cast.bo)
    assert confirm(again, cast).authority.name["fi"] == "Helsingin ympäristö"
    events = [(event.state, event.note) for event in queries.events_of(again)]
    assert events == [("draft", ""), ("sent", ""), ("returned", "Nimi?"), ("sent", ""), ("confirmed", "")]


class TestRefusals:
    def nothing_half_made(self):
        return (
            Authority.objects.count(),
            Organisation.objects.count(),
            Adoption.objects.count(),
            Competence.objects.count(),
            TermsAcceptance.objects.count(),
            Role.objects.count(),
        )

    @pytest.mark.parametrize(
        "attempt",
        [
            ({"alert_address": None}, NoticeIncomplete),
            ({"name_sv": None}, NoticeIncomplete),
            ({"terms_accepted": None}, NoticeIncomplete),
            ({"first_day": "2026-11-01"}, NoticeIncomplete),
            ({"organisation": {"name": "Helsinki", "business_id": "0201256-7"}}, NoticeIncomplete),
            ({"municipalities": "Helsinki\nHelsinkki"}, UnknownMunicipality),
        ],
    )
    def test_what_is_wrong_on_the_form_stops_the_sending_whole(self, cast, new, attempt):
        values, refusal = attempt
        notice, before = filled(new, cast.bo, values), self.nothing_half_made()
        with pytest.raises(refusal):
            send(notice, cast.bo)
        assert self.nothing_half_made() == before
        assert queries.notice(notice.public_id).state is NoticeState.DRAFT

    def test_unknown_municipalities_are_named(self, cast, new):
        with pytest.raises(UnknownMunicipality) as refused:
            send(filled(new, cast.bo, {"municipalities": "Helsinki\nHelsinkki, \n999"}), cast.bo)
        assert refused.value.params["names"] == "Helsinkki, 999"

    def test_a_procedure_is_asked_for_once(self, cast, new, procedures):
        twice = [a_wish(procedures[1]), {**a_wish(procedures[1]), "id": "another"}]
        with pytest.raises(ProcedureTwice):
            send(filled(new, cast.bo, {"procedures": twice}), cast.bo)

    def test_every_reason_is_told_by_its_procedure(self, cast, procedures):
        values = answers(*procedures[1:], municipalities="Porvoo\nTampere", alert_address="uusi@porvoo.example")
        notice, before = a_notice(cast.eeva, authority=cast.porvoo, values=values), self.nothing_half_made()
        with pytest.raises(WishesRefused) as refused:
            send(notice, cast.eeva)
        assert reasons(refused) == [OutsideTerritory, OutsideTerritory]
        assert [procedure for procedure, _reason in refused.value.reasons] == procedures[1:]
        assert self.nothing_half_made() == before

    def test_an_unconfirmed_mailbox_stops_it(self, cast, new):
        notice = queries.notice(new.public_id)
        asking.save_notice(
            notice=notice,
            change=Change(values={"alert_address": "toinen@helsinki.example"}),
            expected_revision=notice.sheet.revision,
            actor=cast.bo,
            now=NOW,
        )
        with pytest.raises(WishesRefused) as refused:
            send(notice, cast.bo)
        assert set(reasons(refused)) == {MailboxNotConfirmed}

    def test_a_mailbox_that_somebody_else_confirmed_does_not_count(self, cast, procedures):
        a_notice(cast.aino, values=answers(*procedures))
        notice = asking.start_notice(authority=None, actor=cast.bo, language="fi", now=NOW)
        values = a_notice(cast.aino, values=answers(*procedures)).sheet.answers
        asking.save_notice(notice=notice, change=Change(values=values), expected_revision=0, actor=cast.bo, now=NOW)
        with pytest.raises(WishesRefused) as refused:
            send(notice, cast.bo)
        assert set(reasons(refused)) == {MailboxNotConfirmed}

    def test_a_bilingual_municipality_does_not_start_with_an_incomplete_language(self, cast, procedures):
        Municipality.objects.filter(code="091").update(languages="fi+sv")
        values = answers(procedures[1], languages=["fi"], contact_sv=None)
        with pytest.raises(WishesRefused) as refused:
            send(a_notice(cast.bo, values=values), cast.bo)
        assert reasons(refused) == [LanguageIncomplete]

    def test_an_authority_that_is_there_is_not_made_twice(self, cast, new):
        send(new, cast.bo)
        confirm(new, cast)
        again = a_notice(cast.aino, values=answers(a_procedure("neljas")))
        with pytest.raises(WishesRefused) as refused:
            send(again, cast.aino)
        assert reasons(refused) == [AlreadyAnAuthority]

    def test_where_another_answers_the_confirmation_names_both_and_makes_nothing(self, cast, new, procedures):
        send(new, cast.bo)
        helsinki = Municipality.objects.get(code="091")
        cast.tampere.territories.create(municipality=helsinki, valid_from=LONG_AGO)
        an_adoption(cast.tampere, procedures[1], helsinki)
        before = self.nothing_half_made()
        with pytest.raises(WishesRefused) as refused:
            confirm(new, cast)
        ((procedure, reason),) = refused.value.reasons
        assert (procedure, type(reason)) == (procedures[1], AlreadyOffered)
        assert reason.params["others"]["fi"] == "Tampere"
        assert reason.params["authority"]["fi"] == "Helsingin ympäristönsuojelu"
        assert self.nothing_half_made() == before
        assert queries.notice(new.public_id).state is NoticeState.SENT

    def test_what_was_to_begin_before_it_was_confirmed_is_refused(self, cast, new):
        send(new, cast.bo)
        with pytest.raises(WishesRefused) as refused:
            confirm(new, cast, now=LATER)
        assert set(reasons(refused)) == {StartsInThePast}

    def test_a_notice_is_returned_with_a_reason(self, cast, new):
        send(new, cast.bo)
        with pytest.raises(ReasonMissing):
            asking.return_notice(notice=new, reason="  ", actor=cast.kerttu, now=NOW)

    def test_what_is_sent_is_neither_changed_nor_sent_again_nor_given_up(self, cast, new):
        send(new, cast.bo)
        for attempt in (send, lambda notice, by: asking.give_up_notice(notice=notice, actor=by, now=NOW)):
            with pytest.raises(NoticeClosed):
                attempt(new, cast.bo)


class TestWho:
    def test_only_its_writer_fills_in_a_notice_of_a_new_authority(self, cast, new):
        for other in (cast.aino, cast.eeva, cast.kerttu):
            with pytest.raises(NotYoursToDecide):
                send(new, other)
            with pytest.raises(NotFound):
                queries.notice_to_fill(other, new.public_id, TODAY)
            with pytest.raises(NotFound):
                queries.notice_seen_by(other, new.public_id, TODAY)

    def test_only_administrators_fill_in_a_notice_of_their_authority(self, cast, own):
        for other in (cast.tarja, cast.onni, cast.aino, cast.kerttu):
            with pytest.raises(NotYoursToDecide):
                send(own, other)
            with pytest.raises(NotFound):
                queries.notice_to_fill(other, own.public_id, TODAY)
        for other in (cast.tarja, cast.onni, cast.kerttu):
            with pytest.raises(NotYoursToDecide):
                asking.start_notice(authority=cast.porvoo, actor=other, language="fi", now=NOW)

    def test_only_the_service_owner_decides(self, cast, own):
        send(own, cast.eeva)
        for other in (cast.eeva, cast.tarja, cast.onni):
            with pytest.raises(NotYoursToDecide):
                asking.confirm_notice(notice=own, actor=other, now=NOW)
            with pytest.raises(NotYoursToDecide):
                asking.return_notice(notice=own, reason="x", actor=other, now=NOW)
            with pytest.raises(NotFound):
                queries.notice_to_decide(other, own.public_id, TODAY)

    def test_the_service_owner_sees_a_notice_once_it_has_been_sent(self, cast, own):
        with pytest.raises(NotFound):
            queries.notice_seen_by(cast.kerttu, own.public_id, TODAY)
        send(own, cast.eeva)
        assert queries.notice_seen_by(cast.kerttu, own.public_id, TODAY) == own
        assert list(queries.notices_to_decide()) == [own]


def test_a_notice_begins_with_what_is_known_and_a_double_click_begins_one(cast):
    first, second = (
        asking.start_notice(authority=cast.porvoo, actor=cast.eeva, language="fi", now=NOW) for _ in range(2)
    )
    assert first == second
    known = queries.notice(first.public_id).sheet.answers
    assert (known["municipalities"], known["alert_address"]) == ("Porvoo", "ymparisto@porvoo.example")
    asking.start_notice(authority=None, actor=cast.bo, language="fi", now=NOW)
    asking.start_notice(authority=None, actor=cast.bo, language="fi", now=NOW)
    assert JoiningNotice.objects.filter(authority=None).count() == 1


def test_municipalities_are_read_by_name_in_any_language_or_by_code(cast):
    a_municipality("049", name=Text(fi="Espoo", sv="Esbo"))
    found, unknown = read_municipalities("helsingfors\n 049 \nEspoo,\n\nMordor\n", TODAY)
    assert [m.code for m in found] == ["091", "049"]
    assert unknown == ["Mordor"]
