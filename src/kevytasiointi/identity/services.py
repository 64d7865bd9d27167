"""People arrive, accept the terms, say where notices go, and end their sessions."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.identity.models import Account, Customer, new_session_salt
from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.ledger.audit import record


class AccountClosed(Refusal):
    """The account has been closed; who it belongs to is known, and may not come in."""

    code = "account_closed"


class OldTerms(Refusal):
    """The terms changed while the person was reading them."""

    code = "old_terms"


class NotAnEmail(Refusal):
    """The address for notices isn't an e-mail address."""

    code = "not_an_email"


class UnknownLanguage(Refusal):
    """The service doesn't speak that language."""

    code = "unknown_language"


@transaction.atomic
def arrive(*, issuer: str, subject: str, given_name: str, family_name: str, language: str, now: dt.datetime) -> Account:
    """The account of a person whom `issuer` has identified: made at the first arrival, with its customer.

    Names are taken from the identification each time; the language only the first time, for later
    it is the person's own choice. Raises `AccountClosed`.
    """
    names = {"given_name": given_name, "family_name": family_name}
    account, is_new = Account.objects.get_or_create(
        issuer=issuer, subject=subject, defaults={**names, "language": _spoken(language), "created_at": now}
    )
    if not account.is_active:
        raise AccountClosed
    if not is_new and (account.given_name, account.family_name) != (given_name, family_name):
        account.given_name, account.family_name = given_name, family_name
        account.save(update_fields=["given_name", "family_name"])
    Customer.objects.get_or_create(account=account)
    _log("account.arrived", account, now)
    return account


@transaction.atomic
def accept_terms(*, account: Account, version: str, email: str, now: dt.datetime) -> None:
    """The person has read terms `version`, and wants notices to `email` (empty: none by e-mail).

    Raises `OldTerms` if other terms are in force by now, or `NotAnEmail`.
    """
    if version != TERMS_VERSION:
        raise OldTerms
    account.email = _address(email)
    account.terms_version = version
    account.terms_accepted_at = now
    account.save(update_fields=["email", "terms_version", "terms_accepted_at"])
    _log("account.terms_accepted", account, now)


@transaction.atomic
def change_contact(*, account: Account, email: str, language: str, now: dt.datetime) -> None:
    """Notices go to `email` (empty: none by e-mail), in `language`. Raises `NotAnEmail` or `UnknownLanguage`."""
    if language not in LANGUAGES:
        raise UnknownLanguage
    account.email = _address(email)
    account.language = language
    account.save(update_fields=["email", "language"])
    _log("account.contact_changed", account, now)


@transaction.atomic
def end_sessions(*, account: Account, actor: Account, now: dt.datetime) -> None:
    """Sign the person out everywhere, at the next request of each session. `actor` may be the person."""
    account.session_salt = new_session_salt()
    account.save(update_fields=["session_salt"])
    _log("account.sessions_ended", account, now, actor=actor)


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


def _address(email: str) -> str:
    address = email.strip()
    if address:
        try:
            validate_email(address)
        except ValidationError:
            raise NotAnEmail from None
    return address


def _log(action: str, account: Account, now: dt.datetime, *, actor: Account | None = None) -> None:
    record(
        action=action,
        actor=(actor or account).public_id,
        authority="",
        object_kind="account",
        object_id=account.public_id,
        now=now,
    )
