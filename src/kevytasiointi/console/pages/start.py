"""What an administrator or the service owner has to do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption import wishes
from kevytasiointi.adoption.models import JoiningNotice
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, RoleName
from kevytasiointi.console.pages.joining import Named, state_name
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from kevytasiointi.ledger import queries as jobs


@dataclass(frozen=True, slots=True)
class NoticeLine:
    notice: JoiningNotice
    name: Text
    state: Named


@dataclass(frozen=True, slots=True)
class EndingRight:
    last_day: dt.date


@dataclass(frozen=True, slots=True)
class OwnAuthority:
    authority: Authority
    to_do: Sequence[NoticeLine]
    """Its joining notices that aren't decided yet."""
    ending_rights: Sequence[EndingRight]


@dataclass(frozen=True, slots=True)
class StartPage:
    own: Sequence[OwnAuthority]
    own_notices: Sequence[NoticeLine]
    to_decide: Sequence[NoticeLine]
    is_owner: bool
    dead_jobs: int


def notice_line(notice: JoiningNotice) -> NoticeLine:
    return NoticeLine(notice, wishes.name_of(notice), state_name(notice.state))


def start_page(account: Account, now: dt.datetime) -> StartPage:
    today = finnish_day(now)
    is_owner = authorities.is_service_owner(account, today)
    administered = authorities.authorities_of(account, RoleName.ADMINISTRATOR, today).order_by("slug")
    return StartPage(
        own=[_own(authority, today) for authority in administered],
        own_notices=[notice_line(each) for each in adoptions.notices_of_new_authorities(account)],
        to_decide=[notice_line(each) for each in adoptions.notices_to_decide()] if is_owner else [],
        is_owner=is_owner,
        dead_jobs=jobs.job_counts(now).dead if is_owner else 0,
    )


def _own(authority: Authority, today: dt.date) -> OwnAuthority:
    return OwnAuthority(
        authority,
        [notice_line(each) for each in adoptions.notices_of(authority) if each.state.is_undecided],
        [EndingRight(right.valid_to - dt.timedelta(days=1)) for right in adoptions.ending_rights_of(authority, today)],
    )
