"""From the wish to begin to the first day, and each thing that keeps an adoption from beginning."""

import datetime as dt
from dataclasses import replace

import pytest

from kevytasiointi.adoption import queries, refusals
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence, ConnectionMethod, TermsAcceptance
from kevytasiointi.adoption.rules import Days, State
from kevytasiointi.adoption.services.joining import (
    Terms,
    accept_terms,
    change_draft,
    confirm,
    give_up,
    prepare,
    send,
    send_back,
)
from kevytasiointi.adoption.services.leaving import end_authority
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities.models import AuthorityType, RoleName, Territory
from kevytasiointi.authorities.services import give_role
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.models import AuditEntry
from support.makers import (
    LONG_AGO,
    NOW,
    TODAY,
    a_mailbox,
    a_municipality,
    a_person,
    a_procedure,
    a_sent_adoption,
    an_adoption,
    an_authority,
)

pytestmark = pytest.mark.django_db

SOON = TODAY + dt.timedelta(days=10)
LATER = TODAY + dt.timedelta(days=100)
ADDRESS = "ymparisto@esimerkki.example"
TERMS = Terms(days=Days(SOON), alert_address=ADDRESS)


@pytest.fixture
def porvoo():
    return a_municipality("638")


@pytest.fixture
def authority(porvoo):
    return an_authority("Porvoo", covering=(porvoo,))


@pytest.fixture
def eeva(authority):
    return with_role(a_person("Eeva"), RoleName.ADMINISTRATOR, authority)


@pytest.fixture
def kerttu():
    return with_role(a_person("Kerttu"), RoleName.SERVICE_OWNER, None)


def with_role(person, role, authority, procedure=""):
    give_role(account=person, role=role, authority=authority, procedure=procedure, actor=None, now=NOW)
    return person


def a_draft(authority, *municipalities, actor=None, procedure=None, terms=TERMS):
    return prepare(
        authority=authority,
        procedure=procedure or a_procedure(),
        terms=terms,
        municipalities=municipalities,
        actor=actor,
        now=NOW,
    )


def sent(adoption, actor=None, now=NOW):
    return send(adoption=adoption, accepts=JOINING_TERMS_VERSION, actor=actor, now=now)


class TestTheWay:
    def test_an_authority_prepares_sends_is_confirmed_and_answers_from_its_first_day(
        self, porvoo, authority, eeva, kerttu
    ):
        a_mailbox(authority, ADDRESS)
        draft = a_draft(authority, porvoo, actor=eeva)
        assert draft.state_on(TODAY) is State.DRAFT
        asked = sent(draft, eeva)
        assert asked.state_on(TODAY) is State.SENT
        assert queries.competent(draft.procedure, porvoo, SOON) is None, "asking isn't answering"
        confirmed = confirm(adoption=asked, actor=kerttu, now=NOW)
        states = [confirmed.state_on(day) for day in (TODAY, SOON - dt.timedelta(days=1), SOON, LATER)]
        assert states == [State.CONFIRMED, State.CONFIRMED, State.IN_FORCE, State.IN_FORCE]
        assert queries.competent(draft.procedure, porvoo, TODAY) is None
        assert queries.competent(draft.procedure, porvoo, SOON) == draft

    def test_what_is_returned_says_why_and_can_be_mended_and_sent_again(self, porvoo, authority, eeva, kerttu):
        a_mailbox(authority, ADDRESS)
        draft = sent(a_draft(authority, porvoo, actor=eeva), eeva)
        returned = send_back(adoption=draft, reason="Hinta puuttuu.", actor=kerttu, now=NOW)
        assert (returned.state_on(TODAY), returned.returned_reason) == (State.RETURNED, "Hinta puuttuu.")
        terms = replace(TERMS, fee=Text(fi="100 euroa", sv="100 euro"))
        mended = change_draft(adoption=returned, terms=terms, municipalities=[porvoo], actor=eeva, now=NOW)
        again = sent(mended, eeva)
        assert (again.state_on(TODAY), again.returned_reason, again.fee["fi"]) == (State.SENT, "", "100 euroa")

    def test_everything_that_happened_is_told_in_order_with_who_did_it(self, porvoo, authority, eeva, kerttu):
        a_mailbox(authority, ADDRESS)
        draft = sent(a_draft(authority, porvoo, actor=eeva), eeva)
        send_back(adoption=draft, reason="Miksi?", actor=kerttu, now=NOW)
        confirm(adoption=sent(draft, eeva), actor=kerttu, now=NOW)
        told = [(event.kind, event.actor, event.note) for event in queries.history_of(draft)]
        assert told == [
            ("prepared", eeva, ""),
            ("sent", eeva, ""),
            ("returned", kerttu, "Miksi?"),
            ("sent", eeva, ""),
            ("confirmed", kerttu, ""),
        ]
        assert list(AuditEntry.objects.filter(object_id=draft.public_id).values_list("action", flat=True)) == [
            f"adoption.{kind}" for kind, _, _ in told
        ]

    def test_what_was_never_confirmed_can_be_given_up(self, porvoo, authority, eeva):
        draft = give_up(adoption=a_draft(authority, porvoo, actor=eeva), actor=eeva, now=NOW)
        assert draft.state_on(TODAY) is State.ENDED
        with pytest.raises(refusals.WrongState):
            sent(draft, eeva)

    def test_a_state_agency_is_asked_for_no_municipalities(self):
        here, there = a_municipality(), a_municipality()
        agency = an_authority(type=AuthorityType.STATE_AGENCY, sector="", covering=(here, there))
        own = a_procedure(owner=agency, authority_type=AuthorityType.STATE_AGENCY, sector="")
        adoption = an_adoption(agency, own)
        assert queries.municipalities_of(adoption, TODAY) == sorted([here, there], key=lambda m: m.code)

    def test_a_joint_authority_does_the_work_of_its_municipalities_row_by_row(self):
        here, there = a_municipality(), a_municipality()
        joint = an_authority(type=AuthorityType.JOINT_AUTHORITY, covering=(here, there))
        noise = a_procedure()
        adoption = an_adoption(joint, noise, here, there)
        assert Competence.objects.filter(adoption=adoption).count() == 2
        assert queries.competent(noise, there, TODAY) == adoption

    def test_a_municipality_that_is_known_to_end_is_answered_for_until_then(self, authority):
        ending = a_municipality(valid_to=LATER)
        Territory.objects.create(authority=authority, municipality=ending, valid_from=LONG_AGO)
        adoption = an_adoption(authority, a_procedure(), ending)
        assert Competence.objects.get(adoption=adoption).valid_to == LATER


class TestWhatIsRefused:
    """Each by its own name, and then nothing has changed."""

    def refused(self, refusal, authority, *municipalities, **changed):
        draft = a_draft(authority, *municipalities, terms=replace(TERMS, **changed))
        with pytest.raises(refusal) as raised:
            sent(draft)
        assert Adoption.objects.get().state_on(TODAY) is State.DRAFT
        assert not Competence.objects.exists()
        return raised.value

    def test_a_start_in_the_past(self, porvoo, authority):
        self.refused(refusals.StartsInThePast, authority, porvoo, days=Days(TODAY - dt.timedelta(days=1)))

    def test_a_start_that_was_to_come_when_it_was_sent(self, porvoo, authority):
        a_mailbox(authority, ADDRESS)
        late = NOW + dt.timedelta(days=11)
        with pytest.raises(refusals.StartsInThePast):
            confirm(adoption=sent(a_draft(authority, porvoo)), actor=None, now=late)

    def test_an_end_before_the_beginning(self, porvoo, authority):
        with pytest.raises(refusals.EndsBeforeItBegins):
            a_draft(authority, porvoo, terms=replace(TERMS, days=Days(SOON, SOON)))

    def test_a_mailbox_that_nobody_has_confirmed(self, porvoo, authority):
        refusal = self.refused(refusals.MailboxNotConfirmed, authority, porvoo)
        assert refusal.params == {"address": ADDRESS}

    def test_a_mailbox_that_another_authority_has_confirmed(self, porvoo, authority):
        a_mailbox(an_authority("Tampere"), ADDRESS)
        self.refused(refusals.MailboxNotConfirmed, authority, porvoo)

    @pytest.mark.parametrize("address", ["", "ymparisto", "ymparisto@", "a b@c.example"])
    def test_an_alert_address_that_is_none(self, porvoo, authority, address):
        self.refused(refusals.NotAMailbox, authority, porvoo, alert_address=address)

    def test_a_substitute_address_that_is_none(self, porvoo, authority):
        self.refused(refusals.NotAMailbox, authority, porvoo, substitute_address="toinen")

    def test_a_substitute_told_next_year(self, porvoo, authority):
        self.refused(refusals.TooManyWorkingDays, authority, porvoo, alert_after_working_days=250)

    def test_no_municipality_at_all(self, authority):
        a_mailbox(authority, ADDRESS)
        self.refused(refusals.NoMunicipality, authority)

    def test_a_municipality_of_another(self, porvoo, authority):
        a_mailbox(authority, ADDRESS)
        tampere = a_municipality("837", name=Text(fi="Tampere", sv="Tammerfors"))
        refusal = self.refused(refusals.OutsideTerritory, authority, porvoo, tampere)
        assert refusal.municipalities == (tampere,)
        assert refusal.params["municipalities"]["sv"] == "Tammerfors"

    def test_a_territory_that_ends_sooner_than_the_adoption(self, porvoo):
        authority = an_authority()
        Territory.objects.create(authority=authority, municipality=porvoo, valid_from=LONG_AGO, valid_to=LATER)
        a_mailbox(authority, ADDRESS)
        self.refused(refusals.OutsideTerritory, authority, porvoo)

    def test_a_municipality_that_is_no_more_names_the_one_that_is(self, authority, porvoo):
        a_mailbox(authority, ADDRESS)
        ended = a_municipality("613", valid_to=LONG_AGO, valid_from=dt.date(2013, 1, 1), successor=porvoo)
        Territory.objects.create(authority=authority, municipality=ended, valid_from=dt.date(2013, 1, 1))
        refusal = self.refused(refusals.MunicipalityHasEnded, authority, ended)
        assert refusal.params["successors"]["fi"] == porvoo.name["fi"]

    def test_aland(self, authority):
        mariehamn = a_municipality("478", is_aland=True, name=Text(fi="Maarianhamina", sv="Mariehamn"))
        with pytest.raises(refusals.AlandIsOutside) as raised:
            a_draft(authority, mariehamn)
        assert raised.value.params["municipalities"]["sv"] == "Mariehamn"

    def test_an_authority_that_has_ended(self, porvoo, authority):
        end_authority(authority=authority, last_day=TODAY, actor=None, now=NOW)
        refusal = self.refused(refusals.AuthorityHasEnded, authority, porvoo)
        assert refusal.params == {"authority": authority.name}

    def test_something_done_elsewhere_without_saying_where(self, porvoo, authority):
        self.refused(refusals.AddressMissing, authority, porvoo, method=ConnectionMethod.INTEGRATED)

    def test_what_is_done_elsewhere_altogether_needs_no_mailbox(self, porvoo, authority):
        terms = replace(TERMS, method=ConnectionMethod.INTEGRATED, address="https://a.example/", alert_address="")
        assert sent(a_draft(authority, porvoo, terms=terms)).state_on(TODAY) is State.SENT

    @pytest.mark.parametrize(
        "changed",
        [
            {"languages": ("fi",)},
            {"fee": Text(fi="100 euroa")},
            {"contact": Text(fi="Puhelin", sv="")},
        ],
    )
    def test_a_bilingual_municipality_in_one_language(self, changed):
        bilingual = a_municipality(languages="fi+sv")
        authority = an_authority(covering=(bilingual,))
        a_mailbox(authority, ADDRESS)
        refusal = self.refused(refusals.LanguageIncomplete, authority, bilingual, **changed)
        assert refusal.municipalities == (bilingual,)

    def test_a_procedure_of_another_sector(self, authority):
        with pytest.raises(refusals.WrongAuthority):
            a_draft(authority, procedure=a_procedure(sector="building_control"))

    def test_the_own_procedure_of_another_agency(self):
        agency, other = (an_authority(type=AuthorityType.STATE_AGENCY, sector="") for _ in range(2))
        own = a_procedure(owner=agency, authority_type=AuthorityType.STATE_AGENCY, sector="")
        with pytest.raises(refusals.WrongAuthority):
            a_draft(other, procedure=own)

    def test_a_procedure_that_is_only_shown_here(self, authority):
        with pytest.raises(refusals.WrongAuthority):
            a_draft(authority, procedure=a_procedure(elsewhere=Text(fi="Säteilyturvakeskus")))

    def test_a_police_department_with_a_municipality_s_procedure(self):
        with pytest.raises(refusals.WrongAuthority):
            a_draft(an_authority(type=AuthorityType.POLICE_DEPARTMENT))

    def test_a_reason_that_says_nothing(self, porvoo, authority):
        a_mailbox(authority, ADDRESS)
        draft = sent(a_draft(authority, porvoo))
        for reason, refusal in ((" ", refusals.ReasonMissing), ("x" * 1001, refusals.TooLong)):
            with pytest.raises(refusal):
                send_back(adoption=draft, reason=reason, actor=None, now=NOW)

    def test_confirming_what_was_not_sent_or_twice(self, porvoo, authority):
        a_mailbox(authority, ADDRESS)
        draft = a_draft(authority, porvoo)
        with pytest.raises(refusals.WrongState):
            confirm(adoption=draft, actor=None, now=NOW)
        confirm(adoption=sent(draft), actor=None, now=NOW)
        for again in (lambda: confirm(adoption=draft, actor=None, now=NOW), lambda: sent(draft)):
            with pytest.raises(refusals.WrongState):
                again()


class TestTwoOfThem:
    def test_both_authorities_are_named_and_nothing_is_half_adopted(self):
        shared, free, noise = a_municipality(), a_municipality(), a_procedure()
        first = an_authority("Porvoo", covering=(shared,))
        second = an_authority("Sipoo", covering=(shared, free))
        an_adoption(first, noise)
        asked = a_sent_adoption(second, noise, shared, free, days=Days(LATER))
        with pytest.raises(refusals.AlreadyOffered) as refusal:
            confirm(adoption=asked, actor=None, now=NOW)
        assert refusal.value.municipalities == (shared,)
        assert (refusal.value.authority, refusal.value.others) == (second, (first,))
        assert refusal.value.params["others"]["fi"] == "Porvoo"
        assert queries.competent(noise, free, LATER) is None, "all or none"
        assert Adoption.objects.get(pk=asked.pk).state_on(TODAY) is State.SENT

    def test_one_may_begin_on_the_day_another_ends(self, porvoo):
        noise = a_procedure()
        first, second = (an_authority(covering=(porvoo,)) for _ in range(2))
        an_adoption(first, noise, days=Days(TODAY, LATER))
        after = an_adoption(second, noise, days=Days(LATER))
        assert queries.competent(noise, porvoo, LATER) == after

    def test_another_procedure_is_another_matter(self, porvoo, authority):
        procedures = [a_procedure(), a_procedure()]
        adoptions = [an_adoption(authority, procedure) for procedure in procedures]
        assert [queries.competent(procedure, porvoo, TODAY) for procedure in procedures] == adoptions

    def test_what_stands_in_the_way_can_be_seen_before_asking(self, porvoo, authority):
        noise = a_procedure()
        present = an_adoption(authority, noise)
        found = queries.standing_in_the_way(noise, [porvoo], first=LATER, end=None)
        assert [row.adoption for row in found] == [present]


class TestTheTermsOfJoining:
    def test_the_first_sending_accepts_them_and_who_and_when_is_kept(self, porvoo, authority, eeva):
        a_mailbox(authority, ADDRESS)
        sent(a_draft(authority, porvoo, actor=eeva), eeva)
        kept = TermsAcceptance.objects.get()
        assert (kept.authority, kept.version, kept.accepted_by, kept.accepted_at) == (
            authority,
            JOINING_TERMS_VERSION,
            eeva,
            NOW,
        )
        second = a_draft(authority, porvoo, actor=eeva)
        send(adoption=second, accepts="", actor=eeva, now=NOW)
        assert TermsAcceptance.objects.count() == 1

    def test_without_them_nothing_is_sent(self, porvoo, authority, eeva):
        a_mailbox(authority, ADDRESS)
        draft = a_draft(authority, porvoo, actor=eeva)
        for accepts in ("", "2020-01-01"):
            with pytest.raises(refusals.TermsNotAccepted):
                send(adoption=draft, accepts=accepts, actor=eeva, now=NOW)

    def test_the_service_owner_can_t_accept_them_for_an_authority(self, authority, kerttu):
        with pytest.raises(refusals.NotYoursToDecide):
            accept_terms(authority=authority, version=JOINING_TERMS_VERSION, actor=kerttu, now=NOW)


class TestWhoMay:
    def test_nobody_of_another_authority_nor_a_handler_touches_a_draft(self, porvoo, authority, eeva):
        a_mailbox(authority, ADDRESS)
        draft = a_draft(authority, porvoo, actor=eeva)
        stranger = with_role(a_person("Väinö"), RoleName.ADMINISTRATOR, an_authority("Tampere"))
        handler = with_role(a_person("Onni"), RoleName.HANDLER, authority)
        for person in (stranger, handler, a_person("Aino")):
            for act in (
                lambda who=person: a_draft(authority, porvoo, actor=who),
                lambda who=person: change_draft(
                    adoption=draft, terms=TERMS, municipalities=[porvoo], actor=who, now=NOW
                ),
                lambda who=person: sent(draft, who),
                lambda who=person: give_up(adoption=draft, actor=who, now=NOW),
            ):
                with pytest.raises(refusals.NotYoursToDecide):
                    act()
        assert AdoptionEvent.objects.count() == 1

    def test_an_administrator_of_one_procedure_has_that_one_only(self, porvoo, authority):
        noise, waste = a_procedure("noise"), a_procedure("waste")
        person = with_role(a_person(), RoleName.ADMINISTRATOR, authority, "noise")
        a_draft(authority, porvoo, actor=person, procedure=noise)
        with pytest.raises(refusals.NotYoursToDecide):
            a_draft(authority, porvoo, actor=person, procedure=waste)

    def test_only_the_service_owner_decides(self, porvoo, authority, eeva):
        a_mailbox(authority, ADDRESS)
        asked = sent(a_draft(authority, porvoo, actor=eeva), eeva)
        for act in (
            lambda: confirm(adoption=asked, actor=eeva, now=NOW),
            lambda: send_back(adoption=asked, reason="En halua", actor=eeva, now=NOW),
        ):
            with pytest.raises(refusals.NotYoursToDecide):
                act()

    def test_each_sees_their_own_and_the_service_owner_all(self, porvoo, authority, eeva, kerttu):
        own = a_draft(authority, porvoo)
        others = a_draft(an_authority("Tampere"))
        assert list(queries.adoptions_seen_by(eeva, TODAY)) == [own]
        assert set(queries.adoptions_seen_by(kerttu, TODAY)) == {own, others}
        assert queries.adoption_seen_by(eeva, own.public_id, TODAY) == own
        with pytest.raises(NotFound):
            queries.adoption_seen_by(eeva, others.public_id, TODAY)
