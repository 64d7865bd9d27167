"""A joining notice filled in, as its sender would have."""

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import JoiningNotice
from kevytasiointi.adoption.services import asking, mailboxes
from kevytasiointi.adoption.wishes import option_of, wishes_of
from kevytasiointi.authorities.models import Authority
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.formflow.answers import JSON, Change
from kevytasiointi.identity.models import Account
from support.makers import NOW, TODAY

NEW_AUTHORITY: dict[str, JSON] = {
    "authority_type": "municipality",
    "sector": "environment",
    "name_fi": "Helsingin ympäristönsuojelu",
    "name_sv": "Helsingfors miljövård",
    "organisation": {"name": "Helsingin kaupunki", "business_id": "0201256-6"},
    "organisation_name_sv": "Helsingfors stad",
}


def a_wish(procedure: Procedure, **values: JSON) -> JSON:
    given = {
        "procedure": option_of(procedure),
        "method": "light",
        "why_light": "Kymmenen ilmoitusta vuodessa.",
        "handling_days": 30,
        "fee_fi": "Päätös maksaa 100 euroa.",
        "fee_sv": "Beslutet kostar 100 euro.",
    }
    return {"id": procedure.slug[:22], "values": {**given, **values}}


def answers(*procedures: Procedure, **values: JSON) -> dict[str, JSON]:
    given: dict[str, JSON] = {
        "contact_person": {"given_name": "Eeva", "family_name": "Esimerkki", "email": "eeva@helsinki.example"},
        "has_second_contact": False,
        "procedures": [a_wish(procedure) for procedure in procedures],
        "municipalities": "Helsinki",
        "languages": ["fi", "sv"],
        "contact_fi": "Puhelin 000 123",
        "contact_sv": "Telefon 000 123",
        "alert_address": "ymparisto@helsinki.example",
        "alert_language": "fi",
        "first_day": TODAY.isoformat(),
        "terms_accepted": True,
    }
    return {**given, **values}


def a_notice(by: Account, *, authority: Authority | None = None, values: dict[str, JSON]) -> JoiningNotice:
    """Filled in, with its mailboxes confirmed; not sent."""
    notice = asking.start_notice(authority=authority, actor=by, language="fi", now=NOW)
    return filled(notice, by, {**({} if authority else NEW_AUTHORITY), **values})


def filled(notice: JoiningNotice, by: Account, values: dict[str, JSON]) -> JoiningNotice:
    notice = queries.notice(notice.public_id)
    revision = notice.sheet.revision
    asking.save_notice(notice=notice, change=Change(values=values), expected_revision=revision, actor=by, now=NOW)
    notice = queries.notice(notice.public_id)
    for address in wishes_of(notice, today=TODAY).alert_addresses:
        confirm_mailbox(address, by, notice.authority)
    return notice


def confirm_mailbox(address: str, by: Account, authority: Authority | None) -> None:
    asked = mailboxes.ask_mailbox(address=address, language="fi", authority=authority, actor=by, now=NOW)
    mailboxes.confirm_mailbox(token=mailboxes.token_of(asked), now=NOW)
