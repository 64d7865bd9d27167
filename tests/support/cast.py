"""The cast: Aino applies; Bo applies too; Onni handles at Porvoo, Ilona beside him, and Rauni only reads there;
Eeva administers Porvoo; Väinö handles at Tampere, which Tarja administers, and may see nothing of Porvoo's;
Kerttu owns the service.

Made by the services that make real ones, on a form of four questions.
"""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.rules import Days
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.applications.services import drafting, sending
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.authorities.queries import Desk, desk_of
from kevytasiointi.authorities.services import give_role
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.services import load_definitions
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Change
from kevytasiointi.identity import services as people
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.principal import Principal, own_principal
from kevytasiointi.identity.terms import TERMS_VERSION
from support.makers import a_municipality, an_adoption, an_authority

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 23, 10, 5, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
SINCE = dt.date(2026, 1, 1)
_SMALL = Path(__file__).parent / "small"


@dataclass(frozen=True)
class Cast:
    aino: Account
    bo: Account
    onni: Account
    ilona: Account
    rauni: Account
    eeva: Account
    vaino: Account
    tarja: Account
    kerttu: Account
    porvoo: Authority
    tampere: Authority

    def desk(self, official: Account) -> Desk:
        return desk_of(official, TODAY)

    def principal(self, person: Account) -> Principal:
        return own_principal(person)

    def draft(self, by: Account, *, municipality: str = "638", language: str = "fi") -> Application:
        return drafting.start(
            applicant=own_principal(by),
            procedure_slug="small",
            municipality_code=municipality,
            language=language,
            now=NOW,
        )

    def answer(self, application: Application, **values: object) -> Application:
        self._save(application, Change(values=dict(values)))
        return self.as_now(application)

    def type_into(self, application: Application, **typed: dict[str, list[str]]) -> None:
        """Leave text that is no answer in a question."""
        self._save(application, Change(typed=dict(typed)))

    def whisper(self, application: Application, **secrets: str) -> None:
        """Give a secret answer."""
        self._save(application, Change(secrets=dict(secrets)))

    def _save(self, application: Application, change: Change) -> None:
        fresh = self.as_now(application)
        drafting.save(application=fresh, change=change, expected_revision=fresh.filled_sheet.revision, now=LATER)

    def send(self, application: Application, by: Account, *, now: dt.datetime = NOW) -> Submission:
        return sending.submit(application=application, sender=own_principal(by), now=now)

    def sent(self, by: Account, *, municipality: str = "638", what: str = "Soitto torilla") -> Application:
        """An application that has been sent."""
        draft = self.answer(self.draft(by, municipality=municipality), what=what)
        self.send(draft, by)
        return self.as_now(draft)

    def as_now(self, application: Application) -> Application:
        return Application.with_rehearsals.select_related("sheet", "adoption", "procedure").get(pk=application.pk)

    def seen(self, application: Application) -> int:
        return queries.history_of(application).count()


def load_small_definitions(folder: Path) -> None:
    """The small form, with the words of statuses that the service really uses."""
    shutil.copytree(_SMALL, folder, dirs_exist_ok=True)
    (folder / "forms").mkdir(exist_ok=True)
    for name in ("statuses.yaml", "vocabulary.yaml", "forms/joining-notice.yaml"):
        shutil.copy(settings.BASE_DIR / "definitions" / name, folder / name)
    load_definitions(folder=folder, now=NOW)


def a_cast() -> Cast:
    """The small definitions must have been loaded."""
    porvoo = an_authority("Porvoo", covering=(a_municipality("638", name=Text(fi="Porvoo", sv="Borgå")),))
    tampere = an_authority("Tampere", covering=(a_municipality("837", name=Text(fi="Tampere", sv="Tammerfors")),))
    a_municipality("091", name=Text(fi="Helsinki", sv="Helsingfors"))
    for authority in (porvoo, tampere):
        offer(authority, "small")
    cast = Cast(
        aino=customer("Aino", "fi"),
        bo=customer("Bo", "sv"),
        onni=customer("Onni", "fi"),
        ilona=customer("Ilona", "fi"),
        rauni=customer("Rauni", "fi"),
        eeva=customer("Eeva", "fi"),
        vaino=customer("Väinö", "fi"),
        tarja=customer("Tarja", "fi"),
        kerttu=customer("Kerttu", "fi"),
        porvoo=porvoo,
        tampere=tampere,
    )
    _give(cast.onni, RoleName.HANDLER, porvoo)
    _give(cast.ilona, RoleName.HANDLER, porvoo)
    _give(cast.rauni, RoleName.READER, porvoo)
    _give(cast.eeva, RoleName.ADMINISTRATOR, porvoo)
    _give(cast.vaino, RoleName.HANDLER, tampere)
    _give(cast.tarja, RoleName.ADMINISTRATOR, tampere)
    _give(cast.kerttu, RoleName.SERVICE_OWNER, None)
    return cast


def customer(name: str, language: str) -> Account:
    """Somebody who has come by identification and accepted the terms."""
    account = people.arrive(
        issuer="test", subject=name, given_name=name, family_name="Esimerkki", language=language, now=NOW
    )
    email = f"{name.lower().replace('ä', 'a').replace('ö', 'o')}@customer.example"
    people.accept_terms(account=account, version=TERMS_VERSION, email=email, now=NOW)
    return account


def _give(account: Account, role: RoleName, authority: Authority | None) -> None:
    give_role(account=account, role=role, authority=authority, actor=None, now=NOW)


def offer(authority: Authority, procedure: str) -> Adoption:
    """The authority takes the procedure in, in all of its territory."""
    address = f"ymparisto@{authority.name['fi'].lower()}.example"
    return an_adoption(authority, catalogue.procedure(procedure), days=Days(SINCE), alert_address=address)
