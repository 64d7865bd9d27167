"""What the tests of one procedure look at: made-up applications, branch by branch, and what each must have."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.spec import Form
from support.filling import Application, filled_in, without

TODAY: Final = dt.date(2027, 3, 1)


@dataclass(frozen=True, kw_only=True)
class Case:
    """`demanded` by branch, and of all branches under "all"; `met` is how many questions somebody there meets.

    `told` lists what the person is told: changes to a branch, the day, and the information then shown.
    """

    procedure: str
    branches: Mapping[str, Application]
    demanded: Mapping[str, Sequence[str]]
    met: Mapping[str, int]
    personal: Sequence[str]
    information: frozenset[str] = frozenset()
    told: Sequence[tuple[str, Application, dt.date, frozenset[str]]] = field(default_factory=tuple)


def answers_of(form: Form, application: Application, language: str) -> Answers:
    """What is stored of the application. Identity codes are kept sealed, apart from the answers."""
    sealed = {one.id for one in form.questions() if one.is_secret and one.id in application}
    return Answers(filled_in(form, without(application, *sealed), language).values, frozenset(sealed))


def contact(who: str, name: str = "Aino") -> Application:
    """How to reach the one who applies, and the promise at the end."""
    return {
        f"{who}_phone": "000 999 0101",
        f"{who}_email": f"{name.lower()}@example.fi",
        "true_information": "yes",
    }


def company(who: str) -> Application:
    return {f"{who}_kind": "company", f"{who}_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"}}


def person(who: str) -> Application:
    return {f"{who}_kind": "person", f"{who}_name": "Aino Esimerkki"}


def address(who: str) -> Application:
    return {f"{who}_address": {"street": "Jokikatu 1", "postcode": "06100", "city": PORVOO}}


def invoice_to(who: str) -> Application:
    return {f"invoice_to_{who}": "yes"}


def invoice_elsewhere(who: str) -> Application:
    recipient = {"name": "Maksaja Oy", "street": "PL 10", "postcode": "06101", "city": PORVOO}
    return {f"invoice_to_{who}": "no", "invoice_recipient": recipient, "invoice_details": "003799999992 / 1201"}


PORVOO: Final = Text(fi="Porvoo", sv="Borgå")
ON_CALL: Final = {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"}
PLACE: Final[Application] = {
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandsparken"),
    "place_address": {"street": "Jokikatu 2", "postcode": "06100", "city": PORVOO},
}
EVENT_DAYS: Final = {"first": "12.6.2027", "first_time": "12", "last": "13.6.2027", "last_time": "18"}
