"""The one small world that every address is tried in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

from kevytasiointi.adoption.models import Adoption, ConnectionMethod, JoiningNotice
from kevytasiointi.adoption.services.asking import send_notice
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.services import handling
from kevytasiointi.attachments import services as files
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.authorities.models import Authority, Invitation, Role, RoleName
from kevytasiointi.authorities.services.people import invite
from kevytasiointi.authorities.services.roles import Grant
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
from kevytasiointi.exports import services as exports
from kevytasiointi.identity.auth import SEEN_AT, SIGNED_IN_AT
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.ledger.models import Job, JobState
from support.cast import Cast, a_cast, load_small_definitions
from support.joining import a_notice, answers
from support.own_service import an_adoption_of_sipoo, begun


@dataclass(frozen=True)
class World:
    cast: Cast
    draft: Application
    sent: Application
    file: StoredFile
    elsewhere: Application
    """Begun by Aino in the authority's own service, and not yet said to be sent there."""
    dead_job: Job
    invitation: Invitation
    notice: JoiningNotice
    sent_notice: JoiningNotice
    terms: str

    @property
    def role(self) -> str:
        """Onni's role at Porvoo."""
        return Role.objects.get(account=self.cast.onni).public_id

    @property
    def adoption(self) -> str:
        """What Porvoo receives."""
        return Adoption.objects.get(authority=self.cast.porvoo).public_id

    @property
    def seen(self) -> int:
        return self.cast.seen(self.sent)

    def first_page(self) -> Mapping[str, str | list[str]]:
        """What Aino's browser posts from the draft's page when she presses "continue"."""
        path = f"/fi/applications/{self.draft.public_id}/fill/first/"
        return _as_sent(self.cast.aino, path, {"q-what": "Soitto torilla", "do": "continue"})

    def notice_page(self) -> Mapping[str, str | list[str]]:
        """What Eeva's browser posts from the first page of the notice when she goes on later."""
        return _as_sent(self.cast.eeva, f"/fi/console/joining/{self.notice.public_id}/fill/start/", {"do": "save"})


def _as_sent(person: Account, path: str, pressed: Mapping[str, str]) -> Mapping[str, str | list[str]]:
    page = client_of(person).get(path)
    fields: dict[str, str | list[str]] = {**pressed}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()):
        if name != "csrfmiddlewaretoken":
            fields[name] = [*fields.get(name, []), value]
    return fields


def a_world(folder: Path) -> World:
    """Aino has a whole draft and an application in Porvoo that Onni has looked at; one job has died."""
    load_small_definitions(folder)
    cast = a_cast()
    now = clock.now()
    sent = cast.sent(cast.aino)
    handling.open_case(application=sent, actor=cast.onni, now=now)
    exports.ensure_receipt(submission=queries.first_submission(sent), now=now)
    return World(
        cast=cast,
        draft=cast.answer(cast.draft(cast.aino), what="Soitto torilla"),
        sent=sent,
        file=files.keep(
            owner=queries.files_owner(sent), name="kuva.png", media_type="image/png", content=b"picture", now=now
        ),
        elsewhere=_begun_elsewhere(cast),
        dead_job=Job.objects.create(task="a.task", state=JobState.DEAD, run_after=now, enqueued_at=now),
        invitation=invite(
            authority=cast.porvoo,
            grant=Grant(role=RoleName.HANDLER),
            email="uusi@porvoo.example",
            language="fi",
            actor=cast.eeva,
            now=now,
        ),
        notice=_notice(cast, cast.eeva, cast.porvoo),
        sent_notice=send_notice(notice=_notice(cast, cast.bo, None), actor=cast.bo, now=now),
        terms=TERMS_VERSION,
    )


def _begun_elsewhere(cast: Cast) -> Application:
    an_adoption_of_sipoo(ConnectionMethod.CONDITIONAL)
    return begun(cast, cast.aino)


def _notice(cast: Cast, by: Account, authority: Authority | None) -> JoiningNotice:
    """For a procedure that nobody has yet; of Porvoo, or of a new authority in Helsinki."""
    procedure, _ = Procedure.objects.get_or_create(
        slug="another",
        defaults={
            "authority_type": "municipality",
            "sector": "environment",
            "kind": "notification",
            "name": Text(fi="Toinen", sv="En annan"),
            "summary": Text(),
            "keywords": Text(),
        },
    )
    place = "Porvoo" if authority else "Helsinki"
    values = answers(procedure, municipalities=place, first_day=clock.today().isoformat())
    return a_notice(by, authority=authority, values=values)


def client_of(person: Account | None, **options: Any) -> Client:
    """A browser in which `person` has just signed in."""
    client = Client(raise_request_exception=False, **options)
    if person is not None:
        client.force_login(person, settings.AUTHENTICATION_BACKENDS[0])
        session = client.session
        session[SIGNED_IN_AT] = session[SEEN_AT] = int(clock.now().timestamp())
        session.save()
    return client
