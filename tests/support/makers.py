"""Rows that a test needs to exist and doesn't care about further: each maker takes what the test does care about."""

import datetime as dt
import hashlib
from itertools import count

from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality, Territory
from kevytasiointi.catalogue.models import Form, FormVersion, Procedure, ProcedureKind
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account, Organisation

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 23)
LONG_AGO = dt.date(2026, 1, 1)

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
