from django.apps import AppConfig
from django.utils.module_loading import import_string

from kevytasiointi.ledger import outbox


class ConfigConfig(AppConfig):
    name = "kevytasiointi.config"
    label = "config"

    def ready(self) -> None:
        # Tasks import models, which exist only now: the table is named, not imported, at the top.
        outbox.connect(import_string("kevytasiointi.config.wiring.LISTENERS"))
