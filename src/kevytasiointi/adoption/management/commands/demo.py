"""`kevytasiointi demo load`: example authorities, their adoptions, and roles for the people of the demonstration."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kevytasiointi.adoption.demo import NotInProduction, load_demo
from kevytasiointi.core import clock
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.adapters.test_identification import personas


class Command(BaseCommand):
    help = "Load the demonstration's authorities, adoptions and roles. Running it again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["load"])

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            loaded = load_demo(now=clock.now())
        except NotInProduction:
            raise CommandError("The demonstration is for demo mode only: set KEVYTASIOINTI_MODE=demo.") from None
        except NotFound:
            raise CommandError("There are no municipalities yet: run `kevytasiointi reference load` first.") from None
        self.stdout.write(
            f"Demonstration: {loaded.authorities} authorities, {loaded.adoptions} adoptions, {loaded.roles} roles."
        )
        self.stdout.write("Sign in as:")
        for person in personas():
            self.stdout.write(f"  {person.given_name} {person.family_name}: {person.about.in_language('en')}")
        if not loaded.adoptions:
            self.stdout.write("Nothing could be adopted: run `kevytasiointi definitions load`, then this again.")
