"""How long the server works on the coverage pages: 308 municipalities, 60 procedures, ten years of history.

    python bench/coverage.py [--postgres URL]

Whole requests through the real middleware and templates in this process, without network. It makes a database of its
own in a scratch folder; with --postgres it takes an empty one that is given. It is not part of the tests: figures
depend on the machine, which they say, and on what else it does: "of processor" is what this process itself used.
"""

import argparse
import datetime as dt
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

PROCEDURES = 60
YEARS = 10
TIMES = 60
WARM_UP = 5
LIMIT_MS = 50.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--postgres", default="", help="URL of an empty PostgreSQL database")
    database = parser.parse_args().postgres
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder), database)
        rows = _fill()
        print(f"{os.cpu_count()} processors, Python {platform.python_version()}, {rows} rows of competence,"
              f" {'PostgreSQL' if database else 'SQLite'}")  # fmt: skip
        slow = [address for address in _addresses() if not _measure(address)]
    return 1 if slow else 0


def _set_up(folder: Path, database: str) -> None:
    os.environ["KEVYTASIOINTI_MODE"] = "test"
    os.environ["KEVYTASIOINTI_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kevytasiointi.config.settings"
    if database:
        os.environ["KEVYTASIOINTI_DATABASE_URL"] = database
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    import django  # noqa: PLC0415 - the settings read the environment
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    for command in (
        ("migrate", "--verbosity=0"),
        ("reference", "load"),
        ("definitions", "load"),
        ("messages", "compile"),
    ):
        call_command(*command, **({} if command[0] == "migrate" else {"stdout": open(os.devnull, "w")}))  # noqa: PTH123, SIM115


def _fill() -> int:
    """Every procedure has been offered everywhere, a year at a time, by one authority after another."""
    from django.db import transaction  # noqa: PLC0415 - models exist only now

    from kevytasiointi.adoption.models import Adoption, Competence  # noqa: PLC0415
    from kevytasiointi.authorities.models import Authority, Municipality  # noqa: PLC0415
    from kevytasiointi.catalogue.models import Procedure  # noqa: PLC0415
    from kevytasiointi.core import clock  # noqa: PLC0415
    from kevytasiointi.core.text import Text  # noqa: PLC0415
    from kevytasiointi.identity.models import Organisation  # noqa: PLC0415

    now = clock.now()
    name = Text(fi="Esimerkkilän ympäristönsuojelu", sv="Exempelby miljövård")
    organisation = Organisation.objects.create(name=name)
    mainland = list(Municipality.objects.existing(now.date()).mainland())
    with transaction.atomic():
        for number in range(Procedure.objects.count(), PROCEDURES):
            Procedure.objects.create(
                slug=f"bench-{number}", kind="permit", authority_type="municipality", sector="environment",
                name=Text(fi=f"Asia {number}"), summary=Text(fi=""), keywords=Text(),
            )  # fmt: skip
        authority = Authority.objects.create(
            slug="bench", organisation=organisation, type="municipality", sector="environment", name=name
        )
        for procedure in Procedure.objects.all():
            for year in range(YEARS):
                first = dt.date(now.year - YEARS + 1 + year, 1, 1)
                end = dt.date(first.year + 1, 1, 1)
                adoption = Adoption.objects.create(
                    authority=authority, procedure=procedure, valid_from=first, valid_to=end,
                    alert_address="a@bench.example", contact=Text(), fee=Text(), created_at=now,
                )  # fmt: skip
                Competence.objects.bulk_create(
                    Competence(
                        procedure=procedure, municipality=each, adoption=adoption, valid_from=first, valid_to=end
                    )
                    for each in mainland
                )
    return Competence.objects.count()


def _addresses() -> tuple[str, ...]:
    return (
        "/fi/coverage/meluilmoitus/",
        "/sv/coverage/meluilmoitus/?state=not_offered",
        "/fi/coverage/municipalities/638/",
        "/fi/coverage/",
        "/coverage/meluilmoitus.json",
        "/coverage/meluilmoitus.csv",
    )


def _measure(address: str) -> bool:
    """Print the figures; whether the median is within the limit."""
    from django.test import Client  # noqa: PLC0415

    client = Client()
    took, worked = [], []
    size = 0
    for _ in range(TIMES + WARM_UP):
        began, began_work = time.perf_counter(), time.process_time()
        response = client.get(address)
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - began_work) * 1000)
        assert response.status_code == 200, (address, response.status_code)  # noqa: PLR2004
        size = len(response.content)
    took = sorted(took[WARM_UP:])
    median, late, work = statistics.median(took), took[int(len(took) * 0.95)], statistics.median(worked[WARM_UP:])
    print(
        f"{address:46} median {median:6.1f} ms  least {took[0]:6.1f} ms  95 % {late:6.1f} ms"
        f"  of processor {work:6.1f} ms  {size / 1024:6.1f} kB"
    )
    return median <= LIMIT_MS


if __name__ == "__main__":
    sys.exit(main())
