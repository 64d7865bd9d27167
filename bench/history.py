"""308 municipalities, 60 procedures, and ten years in which who answers has changed each year: 184,800 rows."""

import datetime as dt
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from django.db import connection, transaction
from django.test import Client
from service import HOST

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption, Competence
from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality
from kevytasiointi.catalogue.models import Procedure, ProcedureKind
from kevytasiointi.core import clock
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Organisation

MUNICIPALITIES, PROCEDURES, YEARS = 308, 60, 10
QUESTIONS, PAGE_ROUNDS, WARM_UP = 2000, 60, 10
ADDRESSES = (
    "/fi/coverage/meluilmoitus/",
    "/sv/coverage/meluilmoitus/?state=not_offered",
    "/fi/coverage/municipalities/638/",
    "/fi/coverage/",
    "/coverage/meluilmoitus.json",
    "/coverage/meluilmoitus.csv",
)
_SOMETHING = Text(fi="Mittaus", sv="Mätning", en="Measurement")


@dataclass(frozen=True)
class History:
    procedures: list[Procedure]
    municipalities: list[Municipality]
    today: dt.date


@transaction.atomic
def ten_years() -> History:
    """Rows as services make them; made at once, because so many calls of services would take an hour."""
    today = clock.today()
    organisation = Organisation.objects.create(name=_SOMETHING)
    authority = Authority.objects.create(
        organisation=organisation,
        slug="mittaus",
        type=AuthorityType.MUNICIPALITY,
        sector="environment",
        name=_SOMETHING,
    )
    municipalities = list(Municipality.objects.filter(valid_to=None)[:MUNICIPALITIES])
    known = Procedure.objects.done_here()
    procedures = [*known, *(_a_procedure(number) for number in range(PROCEDURES - len(known)))]
    years = [dt.date(today.year - YEARS + 1 + number, 1, 1) for number in range(YEARS)]
    for procedure in procedures:
        for first, end in zip(years, [*years[1:], None], strict=True):
            adoption = _an_adoption(authority, procedure, first, end)
            Competence.objects.bulk_create(
                Competence(procedure=procedure, municipality=m, adoption=adoption, valid_from=first, valid_to=end)
                for m in municipalities
            )
    return History(procedures, municipalities, today)


def _a_procedure(number: int) -> Procedure:
    return Procedure.objects.create(
        slug=f"mittaus-{number}",
        kind=ProcedureKind.PERMIT,
        authority_type=AuthorityType.MUNICIPALITY,
        sector="environment",
        name=_SOMETHING,
        summary=_SOMETHING,
        keywords=_SOMETHING,
    )


def _an_adoption(authority: Authority, procedure: Procedure, first: dt.date, end: dt.date | None) -> Adoption:
    now = clock.now()
    return Adoption.objects.create(
        authority=authority,
        procedure=procedure,
        valid_from=first,
        valid_to=end,
        alert_address="a@mittaus.example",
        contact=_SOMETHING,
        fee=_SOMETHING,
        created_at=now,
        sent_at=now,
        confirmed_at=now,
    )


def measure() -> None:
    history = ten_years()
    print(f"{connection.vendor}, {Competence.objects.count():,} rows")
    _finding_out(history)
    client = Client(SERVER_NAME=HOST)
    for address in ADDRESSES:
        _tell(address, partial(_get, client, address), PAGE_ROUNDS)


def _finding_out(history: History) -> None:
    chance = random.Random(7)

    def somewhere() -> tuple[Procedure, Municipality, dt.date]:
        day = history.today - dt.timedelta(days=chance.randrange(365 * (YEARS - 1)))
        return chance.choice(history.procedures), chance.choice(history.municipalities), day

    asked = iter([somewhere() for _ in range(QUESTIONS + WARM_UP)])
    _tell("who answers", lambda: queries.competent(*next(asked)), QUESTIONS)
    rows = Competence.objects.in_force(history.today).filter(
        procedure=history.procedures[0], municipality=history.municipalities[0]
    )
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        _tell("the same query without making objects", lambda: cursor.execute(sql, parameters).fetchall(), QUESTIONS)
    print(rows.explain())


def _get(client: Client, address: str) -> None:
    status = client.get(address, secure=True).status_code
    if status != HTTPStatus.OK:
        raise SystemExit(f"{address} was answered {status}")


def _tell(name: str, ask: Callable[[], object], rounds: int) -> None:
    """Print the median and the slow end, by the clock and of processor time, in milliseconds."""
    took, worked = [], []
    for _ in range(WARM_UP + rounds):
        began, began_work = time.perf_counter(), time.process_time()
        ask()
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - began_work) * 1000)
    of_clock, of_processor = sorted(took[WARM_UP:]), worked[WARM_UP:]
    print(
        f"{name:44} median {statistics.median(of_clock):8.3f} ms, 99 of 100 within {of_clock[rounds * 99 // 100]:8.3f} ms, "
        f"of processor {statistics.median(of_processor):8.3f} ms"
    )
