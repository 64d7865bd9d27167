"""What an administrator or the service owner has to do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger import queries as jobs


@dataclass(frozen=True, slots=True)
class StartPage:
    own: Sequence[Authority]
    """Those the person administers."""
    is_owner: bool
    dead_jobs: int


def start_page(account: Account, now: dt.datetime) -> StartPage:
    today = finnish_day(now)
    is_owner = authorities.is_service_owner(account, today)
    return StartPage(
        own=list(authorities.authorities_of(account, RoleName.ADMINISTRATOR, today).order_by("slug")),
        is_owner=is_owner,
        dead_jobs=jobs.job_counts(now).dead if is_owner else 0,
    )
