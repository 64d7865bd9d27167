"""`kevytasiointi adoption daily`: what a new day brings; the worker does it by itself each morning from then on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from kevytasiointi.adoption.services.daily import do_the_day
from kevytasiointi.adoption.tasks import queue_next_day
from kevytasiointi.core import clock


class Command(BaseCommand):
    help = "Put announced terms into force, follow mergers of municipalities, warn of rights that end. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["daily"])

    def handle(self, *_args: Any, **_options: Any) -> None:
        done = do_the_day(now=clock.now())
        with transaction.atomic():
            queue_next_day()
        self.stdout.write(
            f"Adoptions: {done.changes} changes of terms, {done.mergers} followed a merger"
            f" ({done.unserved} left places unserved), {done.warnings} warnings of ending rights."
        )
