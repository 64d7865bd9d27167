"""Random sequences of joining, changing, merging, handing over and leaving, as days go by.

Whatever is asked in whatever order: never two that answer for the procedure in a place on a day, what
has been true of a past day stays true, and where an answerer is followed by nobody, an event says so.
"""

import contextlib
import datetime as dt

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kevytasiointi.adoption.models import Adoption, AdoptionEvent, Competence
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.daily import do_the_day
from kevytasiointi.adoption.services.joining import Terms, confirm, give_up, prepare, send
from kevytasiointi.adoption.services.leaving import Plan, detach, transfer
from kevytasiointi.adoption.services.running import Change, change_terms, extend, shrink
from kevytasiointi.adoption.services.territory import leave_territory
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities.founding import extend_territory
from kevytasiointi.authorities.models import AuthorityType, Municipality, Territory
from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from support.makers import NOW, TODAY, a_mailbox, a_municipality, a_procedure, an_authority

ADDRESS = "ymparisto@esimerkki.example"
WINDOW = 45
TURN_TO = Text(fi="Kirjaamo", sv="Registratorskontoret")

offsets = st.integers(0, 12)
lengths = st.none() | st.integers(1, 15)
which = st.integers(0, 30)
places = st.sets(st.integers(0, 5), min_size=1, max_size=3)


def day(number):
    return TODAY + dt.timedelta(days=number)


class Country(RuleBasedStateMachine):
    """Four municipalities with a joint authority and two of their own; time goes on in steps."""

    def __init__(self):
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.passed = 0
        self.seen = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)

    @initialize()
    def begin(self):
        self.municipalities = [a_municipality(f"{number:03}") for number in range(4)]
        zero, one, two, three = self.municipalities
        self.authorities = [
            an_authority("Nolla", covering=(zero,)),
            an_authority("Yksi", covering=(one, two)),
            an_authority("Yhtymä", type=AuthorityType.JOINT_AUTHORITY, covering=(zero, one, two, three)),
        ]
        for authority in self.authorities:
            a_mailbox(authority, ADDRESS)
        self.noise = a_procedure()

    @property
    def now(self):
        return NOW + dt.timedelta(days=self.passed)

    @property
    def by_nobody(self):
        return {"actor": None, "now": self.now}

    def adoption(self, number):
        found = list(Adoption.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def chosen(self, numbers):
        return [self.municipalities[number % len(self.municipalities)] for number in sorted(numbers)]

    def asked(self, number, numbers, first, length):
        begins = self.passed + first
        days = Days(day(begins), None if length is None else day(begins + length))
        adoption = prepare(
            authority=self.authorities[number % len(self.authorities)],
            procedure=self.noise,
            terms=Terms(days=days, alert_address=ADDRESS),
            municipalities=list(dict.fromkeys(self.chosen(numbers))),
            **self.by_nobody,
        )
        return send(adoption=adoption, accepts=JOINING_TERMS_VERSION, **self.by_nobody)

    @rule(number=which, numbers=places, first=offsets, length=lengths)
    def join(self, number, numbers, first, length):
        with contextlib.suppress(Refusal), transaction.atomic():
            confirm(adoption=self.asked(number, numbers, first, length), **self.by_nobody)
            do_the_day(now=self.now)  # a merger that is known to come is followed on the next morning

    @rule(number=which, numbers=places, first=offsets)
    def think_again(self, number, numbers, first):
        with contextlib.suppress(Refusal), transaction.atomic():
            give_up(adoption=self.asked(number, numbers, first, None), **self.by_nobody)

    @rule(adoption=which, number=which, numbers=places, first=offsets, length=lengths)
    def hand_over(self, *, adoption, number, numbers, first, length):
        if present := self.adoption(adoption):
            with contextlib.suppress(Refusal), transaction.atomic():
                successor = self.asked(number, numbers, first, length)
                transfer(adoption=present, successor=successor, **self.by_nobody)
                do_the_day(now=self.now)

    @rule(adoption=which, last=offsets)
    def leave(self, adoption, last):
        if present := self.adoption(adoption):
            with contextlib.suppress(Refusal), transaction.atomic():
                plan = Plan(last_day=day(self.passed + last), replacement=TURN_TO)
                detach(adoption=present, plan=plan, **self.by_nobody)

    @rule(adoption=which, numbers=places, first=offsets)
    def grow(self, adoption, numbers, first):
        if present := self.adoption(adoption):
            with contextlib.suppress(Refusal), transaction.atomic():
                more = list(dict.fromkeys(self.chosen(numbers)))
                extend(adoption=present, municipalities=more, from_day=day(self.passed + first), **self.by_nobody)
                do_the_day(now=self.now)

    @rule(adoption=which, numbers=places, last=offsets)
    def grow_less(self, adoption, numbers, last):
        if present := self.adoption(adoption):
            with contextlib.suppress(Refusal), transaction.atomic():
                fewer = self.chosen(numbers)
                shrink(adoption=present, municipalities=fewer, last_day=day(self.passed + last), **self.by_nobody)

    @rule(adoption=which, first=offsets, days=st.integers(1, 90))
    def change(self, adoption, first, days):
        if present := self.adoption(adoption):
            with contextlib.suppress(Refusal), transaction.atomic():
                terms = Change(from_day=day(self.passed + first), handling_days=days)
                change_terms(adoption=present, change=terms, **self.by_nobody)

    @rule(number=which, numbers=places, last=offsets)
    def lose_ground(self, number, numbers, last):
        authority = self.authorities[number % len(self.authorities)]
        leave_territory(
            authority=authority,
            municipalities=self.chosen(numbers),
            last_day=day(self.passed + last),
            **self.by_nobody,
        )

    @rule(number=which, numbers=places, first=offsets)
    def gain_ground(self, number, numbers, first):
        authority = self.authorities[number % len(self.authorities)]
        since = day(self.passed + first)
        extend_territory(authority=authority, municipalities=self.chosen(numbers), since=since, **self.by_nobody)

    @rule(numbers=places, into=which, first=st.integers(1, 12), is_new=st.booleans(), is_announced=st.booleans())
    def merge(self, *, numbers, into, first, is_new, is_announced):
        """As the reference data would tell it; followed at once, or on the next morning."""
        on = day(self.passed + first)
        ending = [m for m in dict.fromkeys(self.chosen(numbers)) if m.valid_to is None and m.valid_from < on]
        successor = self.municipalities[into % len(self.municipalities)]
        if is_new and len(self.municipalities) < 8:
            successor = a_municipality(f"{len(self.municipalities):03}", valid_from=on)
            self.municipalities.append(successor)
        elif successor in ending or successor.valid_to is not None or successor.valid_from >= on:
            return
        Municipality.objects.filter(pk__in=[m.pk for m in ending]).update(valid_to=on, successor=successor)
        for municipality in self.municipalities:
            municipality.refresh_from_db()
        if is_announced:
            do_the_day(now=self.now)

    @rule(days=st.integers(1, 6))
    def go_on(self, days):
        for _ in range(days):
            self.passed += 1
            do_the_day(now=self.now)
            self.remember()

    def remember(self):
        """Who answered yesterday: that is past, and no decision of today changes it."""
        self.seen[self.passed - 1] = self.answering(day(self.passed - 1))

    def answering(self, on):
        rows = Competence.objects.in_force(on).values_list("municipality__code", "adoption")
        return dict(rows)

    @invariant()
    def never_two(self):
        for days in self.rows().values():
            for number in range(WINDOW):
                assert sum(day(number) in each for each, _adoption in days) <= 1

    @invariant()
    def the_past_is_past(self):
        for number, answered in self.seen.items():
            assert self.answering(day(number)) == answered

    @invariant()
    def competence_is_of_the_adoption_and_in_the_territory(self):
        for (code, days), adoption in self.flat():
            territory = Territory.objects.filter(authority=adoption.authority, municipality__code=code)
            held = [Days(row.valid_from, row.valid_to) for row in territory]
            municipality = next(m for m in self.municipalities if m.code == code)
            for number in range(WINDOW):
                if day(number) in days:
                    assert day(number) in adoption.days
                    assert municipality.valid_to is None or day(number) < municipality.valid_to or self.is_not_told
                    assert any(day(number) in each for each in held) or self.is_not_told

    @property
    def is_not_told(self):
        """The reference data has told of a merger, and the morning that follows it has not come yet."""
        merged = Municipality.objects.filter(valid_to__isnull=False)
        return any(Competence.objects.filter(municipality=m).within(m.valid_to, None).exists() for m in merged)

    @invariant()
    def no_gap_is_silent(self):
        if self.is_not_told:
            return
        told = {tuple(pair) for event in AdoptionEvent.objects.all() for pair in event.unserved}
        for code, days in self.rows().items():
            municipality = next(m for m in self.municipalities if m.code == code)
            for number in range(1, WINDOW):
                before = [adoption for each, adoption in days if day(number - 1) in each]
                after = [adoption for each, adoption in days if day(number) in each]
                if not before or after:
                    continue
                goes_on_as = self.as_is(municipality, day(number))
                if goes_on_as is not municipality and self.answering(day(number)).get(goes_on_as.code):
                    continue
                is_told = (goes_on_as.code, day(number).isoformat()) in told
                assert is_told, (code, number)

    def as_is(self, municipality, on):
        while municipality.valid_to is not None and municipality.valid_to <= on:
            municipality = next(m for m in self.municipalities if m.pk == municipality.successor_id)
        return municipality

    def rows(self):
        found = {}
        for row in Competence.objects.select_related("adoption", "municipality"):
            found.setdefault(row.municipality.code, []).append((Days(row.valid_from, row.valid_to), row.adoption))
        return found

    def flat(self):
        return [((code, days), adoption) for code, those in self.rows().items() for days, adoption in those]


@pytest.mark.django_db
def test_never_two_never_another_past_and_no_silent_gap():
    run_state_machine_as_test(
        Country,
        settings=settings(
            max_examples=25 if connection.vendor == "sqlite" else 5,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.generate],
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
