"""Count what people would use."""

import datetime as dt

from django.db import transaction
from django.db.models import F

from kevytasiointi.adoption.queries import competent
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.reporting.models import Wish


class OfferedThere(Refusal):
    """It can be used there already: there is nothing to wish for."""

    code = "offered_there"


class NeverOfferedThere(Refusal):
    """Åland is outside this service, whatever people wish."""

    code = "never_offered_there"


@transaction.atomic
def count_wish(*, procedure: Procedure, municipality: Municipality, now: dt.datetime) -> None:
    """One more who would use the procedure in the municipality, this month.

    Takes no actor and leaves no entry in the audit trail: it is a count of presses, and nobody's data.
    Refuses with `OfferedThere` or `NeverOfferedThere`.
    """
    today = finnish_day(now)
    if municipality.is_aland:
        raise NeverOfferedThere
    if competent(procedure, municipality, today) is not None:
        raise OfferedThere
    wish, _ = Wish.objects.get_or_create(procedure=procedure, municipality=municipality, month=today.replace(day=1))
    Wish.objects.filter(pk=wish.pk).update(count=F("count") + 1)
