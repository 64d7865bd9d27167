from dataclasses import replace

import pytest
from stdnum.fi import hetu

from kevytasiointi.config.environment import Mode
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.adapters.test_identification import persona, personas


def test_the_cast_is_there():
    residents = {"aino", "bo", "li"}
    officials = {"onni", "eeva", "vaino", "pirkko", "reino", "tuula"}
    assert {one.subject for one in personas()} == residents | officials | {"salli", "kerttu"}
    assert persona("aino").given_name == "Aino"
    assert persona("bo").language == "sv"
    assert not persona("li").given_name.isascii()


@pytest.mark.parametrize("one", personas(), ids=lambda one: one.subject)
def test_nobody_of_the_cast_exists(one):
    assert hetu.is_valid(one.identity_code, allow_temporary=True)
    assert 900 <= int(one.identity_code[7:10]) <= 999


@pytest.mark.parametrize("one", personas(), ids=lambda one: one.subject)
def test_everybody_says_in_each_language_what_they_are_there_for(one):
    assert all(one.about[language] for language in ("fi", "sv", "en"))


def test_nobody_is_taken_for_another():
    assert len({one.identity_code for one in personas()}) == len(personas())


def test_a_stranger_is_not_in_the_cast():
    with pytest.raises(NotFound):
        persona("somebody")


@pytest.mark.parametrize("ask", [personas, lambda: persona("aino")])
def test_in_production_there_is_no_test_identification(settings, ask):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, mode=Mode.PRODUCTION)

    with pytest.raises(NotFound):
        ask()
