import datetime as dt

import pytest

from kevytasiointi.answers.kept import KEPT_FOR, MOST_KEPT, keep, look_up, purge_expired, take
from kevytasiointi.answers.models import KeptInput
from support.makers import NOW

pytestmark = pytest.mark.django_db

AINO, BO = "aino-public-id", "bo-public-id"
PAGE = "/fi/applications/x/fill/noise/"
FIELDS = {"q-name": ["Kesäjuhla 🎆"], "q-kinds": ["a", "b"]}


def kept(**facts):
    return keep(**{"subject": AINO, "address": PAGE, "fields": FIELDS, "now": NOW} | facts)


def taken(token, **facts):
    return take(**{"token": token, "subject": AINO, "address": PAGE, "now": NOW} | facts)


def test_the_same_person_gets_it_back_on_the_same_page():
    assert taken(kept()) == FIELDS


def test_looking_takes_nothing():
    token = kept()
    for _ in range(2):
        assert look_up(token=token, subject=AINO, address=PAGE, now=NOW) == FIELDS


def test_taking_is_once():
    token = kept()
    taken(token)
    assert taken(token) is None


@pytest.mark.parametrize(
    "other", [{"subject": BO}, {"address": "/fi/other/"}, {"token": "no-such"}, {"now": NOW + KEPT_FOR}]
)
def test_nobody_else_nowhere_else_and_no_later(other):
    token = kept()
    assert taken(**{"token": token} | other) is None
    assert taken(token) == FIELDS, "somebody's trying takes nothing from its owner"


def test_just_before_the_half_hour_is_over():
    assert taken(kept(), now=NOW + KEPT_FOR - dt.timedelta(seconds=1)) == FIELDS


def test_it_cant_be_read_in_the_database():
    kept()
    assert "juhla" not in str(KeptInput.objects.values().get())


def test_a_row_given_to_another_doesnt_open():
    token = kept()
    KeptInput.objects.update(subject=BO)
    assert taken(token, subject=BO) is None


def test_what_nobody_came_back_for_goes():
    kept()
    kept(now=NOW + KEPT_FOR)
    assert KeptInput.objects.count() == 1, "keeping cleans up"
    assert purge_expired(now=NOW + 2 * KEPT_FOR) == 1


def test_one_person_cant_fill_the_table():
    tokens = [kept() for _ in range(MOST_KEPT + 3)]
    theirs = kept(subject=BO)
    assert KeptInput.objects.filter(subject=AINO).count() == MOST_KEPT
    assert taken(tokens[0]) is None
    assert taken(tokens[-1]) == taken(theirs, subject=BO) == FIELDS
