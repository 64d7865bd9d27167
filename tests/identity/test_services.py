import datetime as dt

import pytest

from kevytasiointi.identity.models import Account, Customer
from kevytasiointi.identity.principal import own_principal
from kevytasiointi.identity.queries import customers_of
from kevytasiointi.identity.services import (
    AccountClosed,
    NotAnEmail,
    OldTerms,
    UnknownLanguage,
    accept_terms,
    arrive,
    change_contact,
    end_sessions,
)
from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.ledger.models import AuditEntry

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


def come(subject="aino", *, given_name="Aino", language="fi"):
    return arrive(
        issuer="urn:test", subject=subject, given_name=given_name, family_name="Esimerkki", language=language, now=NOW
    )


@pytest.fixture
def aino():
    return come()


def test_who_arrives_first_gets_an_account_and_is_a_customer(aino):
    assert (aino.name, aino.language, aino.created_at, aino.email) == ("Aino Esimerkki", "fi", NOW, "")
    assert own_principal(aino).customer == Customer.objects.get(account=aino)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.object_id) == ("account.arrived", aino.public_id, aino.public_id)


def test_who_arrives_again_is_the_same_person_and_customer(aino):
    assert come() == aino
    assert Account.objects.count() == Customer.objects.count() == 1
    assert AuditEntry.objects.count() == 2


def test_a_name_that_has_changed_is_changed(aino):
    assert come(given_name="Aino Maria").name == "Aino Maria Esimerkki"
    assert Account.objects.get().given_name == "Aino Maria"


def test_the_language_is_the_persons_own_choice_from_then_on(aino):
    change_contact(account=aino, email="", language="sv", now=NOW)

    assert come(language="en").language == "sv"


def test_a_language_we_do_not_speak_is_finnish_at_first():
    assert come(language="de").language == "fi"


def test_the_same_subject_of_another_issuer_is_another_person(aino):
    other = arrive(issuer="urn:other", subject="aino", given_name="A", family_name="B", language="fi", now=NOW)
    assert other != aino


def test_who_has_been_closed_out_stays_out(aino):
    Account.objects.update(is_active=False)

    with pytest.raises(AccountClosed):
        come()


def test_a_person_sees_only_their_own(aino):
    bo = come("bo")
    assert [customer.account for customer in customers_of(aino)] == [aino]
    assert own_principal(bo).customer not in customers_of(aino)


@pytest.mark.parametrize("email", ["", "aino@example.invalid", "  aino@example.invalid "])
def test_terms_are_accepted_with_or_without_an_address_for_notices(aino, email):
    accept_terms(account=aino, version=TERMS_VERSION, email=email, now=NOW)

    aino.refresh_from_db()
    assert (aino.terms_version, aino.terms_accepted_at, aino.email) == (TERMS_VERSION, NOW, email.strip())


@pytest.mark.parametrize(
    ("version", "email", "refusal"),
    [
        ("2020-01-01", "", OldTerms),
        ("", "", OldTerms),
        (TERMS_VERSION, "aino at example", NotAnEmail),
        (TERMS_VERSION, "aino@example.invalid\nBcc: all@example.invalid", NotAnEmail),
    ],
)
def test_terms_that_are_not_in_force_and_addresses_that_are_none_are_refused(aino, version, email, refusal):
    with pytest.raises(refusal):
        accept_terms(account=aino, version=version, email=email, now=NOW)

    aino.refresh_from_db()
    assert (aino.terms_version, aino.email) == ("", "")


def test_contact_can_be_changed(aino):
    change_contact(account=aino, email="aino@example.invalid", language="en", now=NOW)

    aino.refresh_from_db()
    assert (aino.email, aino.language) == ("aino@example.invalid", "en")
    assert AuditEntry.objects.latest("id").action == "account.contact_changed"
    assert AuditEntry.objects.latest("id").detail == {}


@pytest.mark.parametrize(("email", "language", "refusal"), [("no", "fi", NotAnEmail), ("", "de", UnknownLanguage)])
def test_contact_that_does_not_work_is_refused(aino, email, language, refusal):
    with pytest.raises(refusal):
        change_contact(account=aino, email=email, language=language, now=NOW)


def test_ending_sessions_is_noted_with_who_did_it(aino):
    eeva = come("eeva")
    before = aino.get_session_auth_hash()

    end_sessions(account=aino, actor=eeva, now=NOW)
    aino.refresh_from_db()
    assert aino.get_session_auth_hash() != before
    assert AuditEntry.objects.latest("id").actor == eeva.public_id
