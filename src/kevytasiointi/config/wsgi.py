"""What the web server serves. It refuses to start on a database of another mode."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kevytasiointi.config.settings")
application = get_wsgi_application()
# By name, since it imports models, which exist only now.
import_string("kevytasiointi.ledger.mode.check")(mode=settings.ENVIRONMENT.mode)
