"""The one small world that every address is tried in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client

from kevytasiointi.adoption.models import Adoption, JoiningNotice
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
from kevytasiointi.exports import services as exports
from kevytasiointi.identity.auth import SEEN_AT, SIGNED_IN_AT
from kevytasiointi.identity.models import Account
from kevytasiointi.identity.terms import TERMS_VERSION
from kevytasiointi.ledger.models import Job, JobState
from support.cast import Cast, a_cast, load_small_definitions
from support.joining import a_notice, answers
from support.makers import a_procedure


@dataclass(frozen=True)
class World:
    cast: Cast
    draft: Application
    sent: Application
    file: StoredFile
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
        page = client_of(self.cast.aino).get(f"/fi/applications/{self.draft.public_id}/fill/first/")
        fields: dict[str, str | list[str]] = {"q-what": "Soitto torilla", "do": "continue"}
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()):
            if name != "csrfmiddlewaretoken":
                fields[name] = [*fields.get(name, []), value]
        return fields


def a_world(folder: Path) -> World:
    """Aino has a whole draft and an application in Porvoo that Onni has looked at; one job has died."""
    load_small_definitions(folder)
    cast = a_cast()
    another = a_procedure("another")
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
        dead_job=Job.objects.create(task="a.task", state=JobState.DEAD, run_after=now, enqueued_at=now),
        invitation=invite(
            authority=cast.porvoo,
            grant=Grant(role=RoleName.HANDLER),
            email="uusi@porvoo.example",
            language="fi",
            actor=cast.eeva,
            now=now,
        ),
        notice=_notice(another, cast.eeva, cast.porvoo),
        sent_notice=send_notice(notice=_notice(another, cast.bo, None), actor=cast.bo, now=now),
        terms=TERMS_VERSION,
    )


def _notice(procedure: Procedure, by: Account, authority: Authority | None) -> JoiningNotice:
    """For a procedure that nobody has yet; of Porvoo, or of a new authority in Helsinki."""
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
