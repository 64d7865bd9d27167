"""Two at the same moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kevytasiointi.adoption.models import Competence
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services import AlreadyOffered, Terms, adopt, bring_into_force
from support.makers import LONG_AGO, NOW, TODAY, a_municipality, a_procedure, an_authority


@pytest.mark.django_db(transaction=True)
def test_of_two_authorities_that_begin_at_once_one_is_told_that_it_is_late():
    porvoo, noise = a_municipality(), a_procedure()
    terms = Terms(days=Days(LONG_AGO), alert_address="a@b.example")
    adoptions = [
        adopt(authority=an_authority(covering=(porvoo,)), procedure=noise, terms=terms, actor=None, now=NOW)
        for _ in range(4)
    ]
    together = Barrier(len(adoptions))

    def begin(adoption):
        together.wait()
        try:
            bring_into_force(
                adoption=adoption, municipalities=[porvoo], valid_from=TODAY, valid_to=None, actor=None, now=NOW
            )
        except AlreadyOffered:
            return "late"
        else:
            return "in force"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(adoptions)) as pool:
        assert sorted(pool.map(begin, adoptions)) == ["in force", "late", "late", "late"]
    assert Competence.objects.count() == 1
