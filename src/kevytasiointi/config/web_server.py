"""How gunicorn serves, for `gunicorn --config python:kevytasiointi.config.web_server kevytasiointi.config.wsgi`.

The command line overrides what is said here; the address to listen at is said there.
"""

import gc

worker_class = "gthread"
workers = 2
threads = 4

# Loaded once, then forked: the workers share memory, and the first answer waits for one start, not for two.
preload_app = True


def when_ready(_server: object) -> None:
    """What was loaded stays for good: no collection needs to look at it, nor to copy it into each worker."""
    gc.collect()
    gc.freeze()
