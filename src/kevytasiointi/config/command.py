"""The `kevytasiointi` command: Django's commands under our name."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kevytasiointi.config.settings")
    execute_from_command_line(sys.argv)
