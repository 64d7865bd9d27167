"""Makes worker processes fast: Django is loaded once, and each worker is a fork that begins stopped.

For each line on standard input: says the worker's process id, waits for its end, says its status.
"""

import os
import signal
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up first


def main() -> None:
    for _line in sys.stdin:
        worker = os.fork()
        if worker == 0:
            os.kill(os.getpid(), signal.SIGSTOP)  # until the test says go
            call_command("worker", "--until-empty")
            os._exit(0)
        sys.stdout.write(f"{worker}\n")
        sys.stdout.flush()
        _, status = os.waitpid(worker, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
