from django.apps import AppConfig
from django.utils.module_loading import import_string


class ConfigConfig(AppConfig):
    name = "kevytasiointi.config"
    label = "config"

    def ready(self) -> None:
        # By name, since the wiring imports models, which exist only now.
        import_string("kevytasiointi.config.wiring.connect")()
