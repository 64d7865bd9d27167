import uuid

import pytest

from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Organisation
from kevytasiointi.identity.organisations import (
    NotABusinessId,
    NotAPtvId,
    checked_business_id,
    checked_ptv_id,
    put_organisation,
)
from support.makers import NOW

PTV = "6d5c3c4e-31cb-4e8f-8f4d-4f3a1d0e9b77"
NAME = Text(fi="Porvoon kaupunki", sv="Borgå stad")


def put(business_id="9990638-9", ptv_id=PTV, name=NAME):
    return put_organisation(business_id=business_id, ptv_id=ptv_id, name=name, actor=None, now=NOW)


@pytest.mark.django_db
def test_an_organisation_is_known_by_its_business_id():
    made = put(business_id=" 9990638-9 ", ptv_id="")
    again = put(name=Text(fi="Toinen nimi", sv="Ett annat namn"))
    assert (again, again.name, again.ptv_id) == (made, NAME, uuid.UUID(PTV))
    assert put(ptv_id=str(uuid.uuid4())).ptv_id == uuid.UUID(PTV), "what is known isn't overwritten by a form"
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    "typed", ["", "9990638-8", "99906-9", "Porvoo", "\u0669\u0669\u0669\u0660\u0666\u0663\u0668-\u0669"]
)
def test_a_business_id_has_its_check_digit(typed):
    with pytest.raises(NotABusinessId):
        checked_business_id(typed)


@pytest.mark.parametrize("typed", ["x", PTV[:-1], "{" + PTV + "}", PTV.replace("-", ""), "urn:uuid:" + PTV])
def test_a_ptv_id_is_written_as_ptv_writes_it(typed):
    with pytest.raises(NotAPtvId):
        checked_ptv_id(typed)


def test_a_ptv_id_may_be_left_out_or_be_in_capitals():
    assert checked_ptv_id(" ") is None
    assert checked_ptv_id(PTV.upper()) == uuid.UUID(PTV)
