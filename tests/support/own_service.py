"""Sipoo takes in the small notification in a service of its own."""

from kevytasiointi.adoption.models import Adoption, ConnectionMethod
from kevytasiointi.adoption.rules import Days
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.services import elsewhere
from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.services import give_role
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.core.text import Text
from kevytasiointi.identity.models import Account
from support.cast import NOW, SINCE, Cast
from support.makers import a_municipality, an_adoption, an_authority

ADDRESS = "https://asiointi.sipoo.example/"
PLACE = "753"


def an_own_service(cast: Cast, method: ConnectionMethod = ConnectionMethod.CONDITIONAL) -> Adoption:
    """Onni and Ilona handle there too."""
    adoption = an_adoption_of_sipoo(method)
    for official in (cast.onni, cast.ilona):
        give_role(account=official, role=RoleName.HANDLER, authority=adoption.authority, actor=None, now=NOW)
    return adoption


def an_adoption_of_sipoo(method: ConnectionMethod) -> Adoption:
    sipoo = an_authority("Sipoo", covering=(a_municipality(PLACE, name=Text(fi="Sipoo", sv="Sibbo")),))
    return an_adoption(
        sipoo,
        catalogue.procedure("small"),
        days=Days(SINCE),
        alert_address="ymparisto@sipoo.example",
        method=method,
        address=ADDRESS,
    )


def begun(cast: Cast, by: Account) -> Application:
    return cast.as_now(cast.draft(by, municipality=PLACE))


def told_sent(cast: Cast, by: Account) -> Application:
    application = begun(cast, by)
    elsewhere.tell_sent(application=application, sender=cast.principal(by), now=NOW)
    return cast.as_now(application)
