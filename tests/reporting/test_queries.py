import datetime as dt

from kevytasiointi.applications.models import Application
from kevytasiointi.applications.rules import Status
from kevytasiointi.applications.services import handling
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.reporting.queries import measured
from support.cast import NOW


def sent(cast, minutes):
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    cast.send(draft, cast.aino, now=NOW + dt.timedelta(minutes=minutes))
    return cast.as_now(draft)


def handled(cast, case, *, arrived, days):
    at = NOW + dt.timedelta(minutes=arrived, days=days)
    handling.take(application=case, actor=cast.onni, seen=cast.seen(case), now=at)
    decision = handling.Decision(Status.HANDLED, "received")
    handling.change_status(application=case, decision=decision, actor=cast.onni, seen=cast.seen(case), now=at)


def test_medians_from_start_to_arrival_and_to_handled(cast):
    for minutes, days in ((4, 1), (6, 2), (10, 3), (20, 20), (200, 30)):
        handled(cast, sent(cast, minutes), arrived=minutes, days=days)
    found = measured(catalogue.procedure("small"))
    assert (found.minutes_to_send, found.sent) == (10, 5)
    assert (found.days_to_handled, found.handled) == (3, 5)


def test_fewer_than_five_tell_nothing(cast):
    for minutes in (4, 6, 10, 20):
        sent(cast, minutes)
    found = measured(catalogue.procedure("small"))
    assert (found.minutes_to_send, found.sent) == (None, 4)
    assert (found.days_to_handled, found.handled) == (None, 0)


def test_rehearsals_are_not_measured(cast):
    for minutes in (4, 6, 10, 20, 30):
        sent(cast, minutes)
    Application.objects.update(is_rehearsal=True)
    assert measured(catalogue.procedure("small")).sent == 0
