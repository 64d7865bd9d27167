"""`kevytasiointi reference load`: municipalities and areas as the tables beside `authorities.reference` say."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kevytasiointi.authorities import services
from kevytasiointi.core import clock


class Command(BaseCommand):
    help = "Load municipalities and areas. Running it again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["load"])

    def handle(self, *_args: Any, **_options: Any) -> None:
        loaded = services.load_reference(now=clock.now())
        self.stdout.write(f"Municipalities and areas: {loaded.created} new, {loaded.changed} changed.")
