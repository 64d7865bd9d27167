"""What the web server serves. It refuses to start on a database of another mode."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kevytasiointi.config.settings")
application = get_wsgi_application()
# By name, since it imports models, which exist only now.
import_string("kevytasiointi.ledger.mode.check")(mode=settings.ENVIRONMENT.mode)


def _get_ready_to_fork() -> None:
    """Import every view now, once for all workers; and leave them no connection that they would share."""
    import_module(settings.ROOT_URLCONF)
    for connection in connections.all(initialized_only=True):
        connection.close()
        if close_pool := getattr(connection, "close_pool", None):
            close_pool()


_get_ready_to_fork()
