from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from kevytasiointi.ledger import mode


class Command(BaseCommand):
    help = "Bring database, reference data, definitions, translations and static files up to this version."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration

    def handle(self, *_args: Any, **_options: Any) -> None:
        """May be run again at any time; an upgrade is to run it before the new version is started."""
        environment = settings.ENVIRONMENT
        environment.data_folder.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        mode.mark(mode=environment.mode)
        call_command("reference", "load")
        call_command("definitions", "load")
        if environment.mode.is_pretend:
            call_command("demo", "load")
        call_command("adoption", "daily")
        call_command("messages", "compile")
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(self.style.SUCCESS("Ready."))
