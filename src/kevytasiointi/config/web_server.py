"""How gunicorn serves, for `gunicorn --config python:kevytasiointi.config.web_server kevytasiointi.config.wsgi`.

The command line overrides what is said here; the address to listen at is said there.
"""

import gc

worker_class = "gthread"
workers = 2
threads = 4

# Loaded once, then forked: the workers share memory, and the first answer waits for one start, not for two.
preload_app = True

# One line a request on standard output. No query: people search with their own words. No address and no
# browser either: who has looked at what is in the audit trail, and the proxy counts visitors.
accesslog = "-"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"


def when_ready(_server: object) -> None:
    """What was loaded stays for good: no collection needs to look at it, nor to copy it into each worker."""
    gc.collect()
    gc.freeze()
