"""Sets the stage in a database of its own: `stage.py <folder> <drafts> <sent>`; says what is on it as JSON.

A program, not a module: the servers that get killed run outside of the test's own Django.
"""

import datetime as dt
import json
import sys
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from kevytasiointi.core import clock  # noqa: E402
from kevytasiointi.identity.auth import SEEN_AT, SIGNED_IN_AT  # noqa: E402
from kevytasiointi.identity.models import Account  # noqa: E402
from kevytasiointi.ledger import mode  # noqa: E402
from kevytasiointi.ledger.models import Job  # noqa: E402
from support.cast import Cast, a_cast, load_small_definitions  # noqa: E402

LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


def main(folder: Path, drafts: int, sent: int) -> None:
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        mode.mark(mode=settings.ENVIRONMENT.mode)
        load_small_definitions(folder)
        cast = a_cast()
        Job.objects.update(run_after=LATER)
        stage = {
            "session": _session_of(cast.aino),
            "drafts": [_draft(cast) for _ in range(drafts)],
            "sent": [_sent(cast) for _ in range(sent)],
        }
    json.dump(stage, sys.stdout)


def _session_of(person: Account) -> str:
    session = SessionStore()
    now = int(clock.now().timestamp())
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session[SIGNED_IN_AT] = session[SEEN_AT] = now
    session.save()
    return str(session.session_key)


def _draft(cast: Cast) -> str:
    return cast.answer(cast.draft(cast.aino), what="Soitto torilla").public_id


def _sent(cast: Cast) -> dict[str, object]:
    """A sent application whose jobs wait until they are let go."""
    before = set(Job.objects.values_list("pk", flat=True))
    application = cast.sent(cast.aino)
    jobs = Job.objects.exclude(pk__in=before)
    made = {"application": application.public_id, "jobs": list(jobs.values_list("pk", flat=True))}
    jobs.update(run_after=LATER)
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
