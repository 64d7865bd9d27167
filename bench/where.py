"""`python bench/where.py [--postgres]`: how long it takes to find out who answers, and to show it, in `history`.

It says figures and the machine they are from; nothing hangs on them in CI.
"""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

import django
from database import a_database
from service import prepare, set_environment


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure finding out who answers where.")
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL of this run's own")
    options = parser.parse_args()
    with a_database(is_postgres=options.postgres) as (url, _pid), tempfile.TemporaryDirectory() as folder:
        set_environment(Path(folder), database_url=url, smtp_port=25)
        prepare()
        django.setup()
        from history import measure  # noqa: PLC0415 - models exist only when Django is set up

        machine = platform.processor() or platform.machine()
        print(
            f"{machine}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"
        )
        measure()
    return 0


if __name__ == "__main__":
    sys.exit(main())
