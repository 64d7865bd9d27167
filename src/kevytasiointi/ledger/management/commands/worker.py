from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from kevytasiointi.ledger import mode
from kevytasiointi.ledger.worker import Worker


class Command(BaseCommand):
    help = "Do the queued jobs. Several workers may run; SIGTERM lets the job in hand be finished."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop when no job is due")
        parser.add_argument("--queue", action="append", default=[], help="only this queue; may be given again")

    def handle(self, **options: Any) -> None:
        mode.check(mode=settings.ENVIRONMENT.mode)
        worker = Worker(queues=options["queue"])
        worker.stop_on_signals()
        if options["until_empty"]:
            worker.run_until_empty()
        else:
            worker.run()
