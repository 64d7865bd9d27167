"""What a measurement needs in the database, made by the services that make real ones."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from kevytasiointi.adoption.models import MailboxConfirmation
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.joining import Terms, confirm, prepare, send
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, AuthorityType, Territory
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.services import load_definitions
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
from kevytasiointi.identity import auth
from kevytasiointi.identity import services as people
from kevytasiointi.identity.models import Account, Organisation
from kevytasiointi.identity.terms import TERMS_VERSION

MUNICIPALITY = "638"
_SINCE = dt.date(2026, 1, 1)
_JOINED_AT = dt.datetime(2025, 12, 15, 9, 0, tzinfo=dt.UTC)
_DEFINITIONS = Path(__file__).with_name("definitions")


def load(*folders: Path) -> None:
    """Load the procedures of the folders with the words and shared questions that the service really uses."""
    with tempfile.TemporaryDirectory() as scratch:
        joined = Path(scratch) / "definitions"
        for folder in (settings.BASE_DIR / "definitions", *folders):
            shutil.copytree(folder, joined, dirs_exist_ok=True)
        load_definitions(folder=joined, now=clock.now())


def load_measured_form() -> None:
    load(_DEFINITIONS)


def an_example_authority() -> Authority:
    """An authority marked as an example, competent in one municipality."""
    name = Text(fi="Mittauskunta (esimerkki)", sv="Mätkommunen (exempel)", en="Measurement municipality (example)")
    authority = Authority.objects.create(
        organisation=Organisation.objects.create(business_id="9990638-9", name=name),
        slug="mittauskunta",
        type=AuthorityType.MUNICIPALITY,
        sector="environment",
        name=name,
        email="ymparisto@mittauskunta.example",
        is_example=True,
    )
    municipality = authorities.municipality(MUNICIPALITY)
    Territory.objects.create(authority=authority, municipality=municipality, valid_from=_SINCE)
    return authority


def offer(authority: Authority, slug: str) -> None:
    now = _JOINED_AT
    MailboxConfirmation.objects.get_or_create(
        authority=authority,
        address=authority.email,
        defaults={"language": "fi", "sent_at": now, "confirmed_at": now},
    )
    adoption = prepare(
        authority=authority,
        procedure=catalogue.procedure(slug),
        terms=Terms(days=Days(_SINCE), alert_address=authority.email, handling_days=30),
        municipalities=[authorities.municipality(MUNICIPALITY)],
        actor=None,
        now=now,
    )
    send(adoption=adoption, accepts=JOINING_TERMS_VERSION, actor=None, now=now)
    confirm(adoption=adoption, actor=None, now=now)


def a_person(number: int) -> Account:
    """Somebody who has signed in before and accepted the terms."""
    now = clock.now()
    account = people.arrive(
        issuer="bench",
        subject=f"person-{number}",
        given_name="Aino",
        family_name=f"Mittaaja-{number}",
        language="fi",
        now=now,
    )
    people.accept_terms(account=account, version=TERMS_VERSION, email=f"aino{number}@customer.example", now=now)
    return account


def a_session(account: Account) -> str:
    """The session key of a person who has just been identified. In production there is no test identification."""
    request = HttpRequest()
    request.session = SessionStore()
    auth.sign_in(request, account, now=clock.now())
    request.session.save()
    return str(request.session.session_key)
