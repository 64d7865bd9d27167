"""Checks the files named on the command line in a process that may take 64 MiB more than it has now.

Prints what each was refused with, one a line.
"""

import resource
import sys
from pathlib import Path

from kevytasiointi.attachments.checks import check
from kevytasiointi.attachments.refusals import FileRefused
from kevytasiointi.attachments.rules import TYPES

_MORE_BYTES = 64 * 1024 * 1024
_CPU_SECONDS = 10


def main() -> None:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + _MORE_BYTES, used + _MORE_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    for path in sys.argv[1:]:
        with Path(path).open("rb") as file:
            try:
                check(file, name=path, accept=frozenset(TYPES))
            except FileRefused as refused:
                print(type(refused).__name__)  # noqa: T201
            else:
                print("accepted")  # noqa: T201


if __name__ == "__main__":
    main()
