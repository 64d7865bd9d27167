"""Two at the same moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kevytasiointi.adoption.models import Competence
from kevytasiointi.adoption.refusals import AlreadyOffered
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.joining import confirm
from support.makers import NOW, TODAY, a_municipality, a_procedure, a_sent_adoption, an_authority


@pytest.mark.django_db(transaction=True)
def test_of_two_authorities_that_begin_at_once_one_is_told_that_it_is_late():
    porvoo, noise = a_municipality(), a_procedure()
    days = Days(TODAY)
    adoptions = [a_sent_adoption(an_authority(covering=(porvoo,)), noise, days=days) for _ in range(4)]
    together = Barrier(len(adoptions))

    def begin(adoption):
        together.wait()
        try:
            confirm(adoption=adoption, actor=None, now=NOW)
        except AlreadyOffered:
            return "late"
        else:
            return "in force"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(adoptions)) as pool:
        assert sorted(pool.map(begin, adoptions)) == ["in force", "late", "late", "late"]
    assert Competence.objects.count() == 1
