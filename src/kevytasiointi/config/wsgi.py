import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kevytasiointi.ledger import mode

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kevytasiointi.config.settings")
application = get_wsgi_application()
mode.check(mode=settings.ENVIRONMENT.mode)
