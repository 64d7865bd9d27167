"""Rows that a test needs to exist and doesn't care about further: each maker takes what the test does care about."""

import datetime as dt
import hashlib
from itertools import count

from kevytasiointi.adoption.models import Adoption, Competence, MailboxConfirmation
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.joining import Terms, confirm, prepare, send
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality, Territory
from kevytasiointi.catalogue.models import Form, FormVersion, Procedure, ProcedureKind
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account, Organisation

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
LONG_AGO = dt.date(2026, 1, 1)
BEFORE_ALL = dt.datetime(2025, 12, 1, 10, 0, tzinfo=dt.UTC)

_numbers = count(1)


def a_person(name: str = "Onni", **facts: object) -> Account:
    return Account.objects.create(
        issuer="test", subject=f"{name}-{next(_numbers)}", given_name=name, created_at=NOW, **facts
    )


def a_municipality(code: str = "", **facts: object) -> Municipality:
    code = code or f"{next(_numbers) % 1000:03}"
    given = {"name": Text(fi=f"Kunta {code}", sv=f"Kommun {code}"), "languages": "fi", "valid_from": LONG_AGO}
    return Municipality.objects.create(code=code, **given | facts)


def an_authority(name: str = "Esimerkkilä", *, covering: tuple[Municipality, ...] = (), **facts: object) -> Authority:
    given = {"type": AuthorityType.MUNICIPALITY, "sector": "environment", "name": Text(fi=name, sv=name)}
    authority = Authority.objects.create(
        slug=f"authority-{next(_numbers)}",
        organisation=Organisation.objects.create(name=Text(fi=name, sv=name)),
        **given | facts,
    )
    for municipality in covering:
        Territory.objects.create(authority=authority, municipality=municipality, valid_from=LONG_AGO)
    return authority


def a_procedure(slug: str = "", **facts: object) -> Procedure:
    slug = slug or f"procedure-{next(_numbers)}"
    given = {
        "kind": ProcedureKind.NOTIFICATION,
        "authority_type": AuthorityType.MUNICIPALITY,
        "sector": "environment",
        "name": Text(fi=slug, sv=slug, en=slug),
        "summary": Text(fi="", sv=""),
        "keywords": Text(),
    }
    return Procedure.objects.create(slug=slug, **given | facts)


def a_version(content: str = "{}") -> FormVersion:
    form = Form.objects.create(slug=f"form-{next(_numbers)}")
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return FormVersion.objects.create(
        form=form, number=1, content=content, sha256=sha256, language_schema=1, change_note=Text(), published_at=NOW
    )


def a_mailbox(authority: Authority, address: str = "ymparisto@esimerkki.example") -> MailboxConfirmation:
    """One that has been confirmed."""
    return MailboxConfirmation.objects.create(
        authority=authority, address=address, language="fi", sent_at=BEFORE_ALL, confirmed_at=BEFORE_ALL
    )


def a_sent_adoption(
    authority: Authority,
    procedure: Procedure,
    *municipalities: Municipality,
    days: Days | None = None,
    **terms: object,
) -> Adoption:
    """Asked for long before it begins; in all the territory, if no municipality is named."""
    days = days or Days(LONG_AGO)
    given = {"alert_address": "ymparisto@esimerkki.example"} | terms
    if not MailboxConfirmation.objects.filter(authority=authority, address=given["alert_address"]).exists():
        a_mailbox(authority, str(given["alert_address"]))
    adoption = prepare(
        authority=authority,
        procedure=procedure,
        terms=Terms(days=days, **given),
        municipalities=municipalities or [row.municipality for row in authority.territories.all()],
        actor=None,
        now=BEFORE_ALL,
    )
    return send(adoption=adoption, accepts=JOINING_TERMS_VERSION, actor=None, now=BEFORE_ALL)


def an_adoption(authority: Authority, procedure: Procedure, *municipalities: Municipality, **facts: object) -> Adoption:
    """Confirmed: it answers on its days."""
    adoption = a_sent_adoption(authority, procedure, *municipalities, **facts)
    return confirm(adoption=adoption, actor=None, now=BEFORE_ALL)


def an_offer(
    procedure: Procedure,
    *municipalities: Municipality,
    begins: dt.date = LONG_AGO,
    ends: dt.date | None = None,
    **facts: object,
) -> Adoption:
    """That some authority answers for the procedure in the municipalities."""
    given = {"authority": facts.pop("authority", None) or an_authority(covering=municipalities)}
    days = {"valid_from": begins, "valid_to": ends}
    adoption = Adoption.objects.create(
        procedure=procedure,
        alert_address="rooli@esimerkki.example",
        created_at=NOW,
        contact=Text(),
        fee=Text(),
        **days,
        **given | facts,
    )
    for municipality in municipalities:
        Competence.objects.create(procedure=procedure, municipality=municipality, adoption=adoption, **days)
    return adoption
