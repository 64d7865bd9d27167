"""`python bench/competence.py`, with `--postgres` too: how long it takes to find out who answers.

308 municipalities, 60 procedures and 10 years in which the answerer changes each year: 184,800 rows, in a
database of this run's own. It says figures and the machine they are from; nothing hangs on them in CI.
"""

import argparse
import datetime as dt
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from service import prepare, set_environment

MUNICIPALITIES, PROCEDURES, YEARS = 308, 60, 10
FIRST_YEAR = 2017
TODAY = dt.date(FIRST_YEAR + YEARS - 1, 11, 24)
ASKED, WARM_UP = 2000, 200


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure how long it takes to find out who answers.")
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL of this run's own")
    options = parser.parse_args()
    with _a_database(is_postgres=options.postgres) as url, tempfile.TemporaryDirectory() as folder:
        set_environment(Path(folder), database_url=url, smtp_port=25)
        django.setup()
        prepare()
        _measure(platform.processor() or platform.machine())
    return 0


@contextmanager
def _a_database(*, is_postgres: bool) -> Iterator[str]:
    if not is_postgres:
        yield ""
        return
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from support.cluster import start_cluster  # noqa: PLC0415 - needed by this alone

    cluster = start_cluster()
    try:
        yield cluster.url
    finally:
        cluster.stop()


def _measure(machine: str) -> None:
    from django.db import connection  # noqa: PLC0415 - settings must be chosen first

    from kevytasiointi.adoption import queries  # noqa: PLC0415 - models exist only now
    from kevytasiointi.adoption.models import Competence  # noqa: PLC0415

    procedures, municipalities = _history()
    chance = random.Random(7)
    asked = [
        (chance.choice(procedures), chance.choice(municipalities), TODAY - dt.timedelta(days=chance.randrange(3000)))
        for _ in range(ASKED)
    ]
    load = os.getloadavg()[0]
    print(
        f"{machine}, {os.cpu_count()} processors, load {load:.1f}, Python {platform.python_version()}, {connection.vendor}, {Competence.objects.count():,} rows"
    )
    _tell("competent(procedure, municipality, day)", lambda each: queries.competent(*each), asked)
    rows = Competence.objects.in_force(TODAY).filter(procedure=procedures[0], municipality=municipalities[0])
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:

        def bare(_each: object) -> None:
            cursor.execute(sql, parameters)
            cursor.fetchall()

        _tell("the same without making objects", bare, asked)
    print(rows.explain())


def _tell(name: str, ask: Callable[..., object], asked: list[tuple[object, ...]]) -> None:
    times, began_with = [], 0.0
    for number, each in enumerate(asked):
        if number == WARM_UP:
            began_with = time.process_time()
        began = time.perf_counter()
        ask(each)
        times.append((time.perf_counter() - began) * 1000)
    own = (time.process_time() - began_with) / (len(asked) - WARM_UP) * 1000
    times = sorted(times[WARM_UP:])
    print(
        f"{name}: median {statistics.median(times):.3f} ms, 99 % under {times[len(times) * 99 // 100]:.3f} ms, "
        f"own processor time {own:.3f} ms each"
    )


def _history() -> tuple[list[object], list[object]]:
    """Rows as services make them; made at once, because so many calls of services would take an hour."""
    from kevytasiointi.adoption.models import Adoption, Competence  # noqa: PLC0415 - models exist only now
    from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality  # noqa: PLC0415
    from kevytasiointi.catalogue.models import Procedure, ProcedureKind  # noqa: PLC0415
    from kevytasiointi.core import clock  # noqa: PLC0415
    from kevytasiointi.core.text import Text  # noqa: PLC0415
    from kevytasiointi.identity.models import Organisation  # noqa: PLC0415

    name, now = Text(fi="Mittaus", sv="Mätning", en="Measurement"), clock.now()
    organisation = Organisation.objects.create(name=name)
    authority = Authority.objects.create(
        organisation=organisation, slug="mittaus", type=AuthorityType.MUNICIPALITY, sector="environment", name=name
    )
    municipalities = list(Municipality.objects.filter(valid_to=None)[:MUNICIPALITIES])
    procedures = [
        Procedure.objects.create(
            slug=f"mittaus-{number}",
            kind=ProcedureKind.PERMIT,
            authority_type=AuthorityType.MUNICIPALITY,
            sector="environment",
            name=name,
            summary=name,
            keywords=name,
        )
        for number in range(PROCEDURES)
    ]
    years = [dt.date(FIRST_YEAR + number, 1, 1) for number in range(YEARS)]
    for procedure in procedures:
        for first, end in zip(years, [*years[1:], None], strict=True):
            adoption = Adoption.objects.create(
                authority=authority,
                procedure=procedure,
                valid_from=first,
                valid_to=end,
                alert_address="a@mittaus.example",
                contact=name,
                fee=name,
                created_at=now,
                sent_at=now,
                confirmed_at=now,
            )
            Competence.objects.bulk_create(
                Competence(procedure=procedure, municipality=m, adoption=adoption, valid_from=first, valid_to=end)
                for m in municipalities
            )
    return list(procedures), list(municipalities)


if __name__ == "__main__":
    sys.exit(main())
