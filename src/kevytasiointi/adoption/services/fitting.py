"""Whether an adoption may begin: each thing that is missing or wrong has its own name."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import Adoption, ConnectionMethod
from kevytasiointi.adoption.refusals import (
    AddressMissing,
    AlandIsOutside,
    AuthorityHasEnded,
    LanguageIncomplete,
    MailboxNotConfirmed,
    MunicipalityHasEnded,
    NoMunicipality,
    NotAMailbox,
    OutsideTerritory,
    StartsInThePast,
    TooManyWorkingDays,
    WrongAuthority,
)
from kevytasiointi.adoption.rules import MOST_WORKING_DAYS, Days, cover
from kevytasiointi.authorities.models import Authority, Municipality, Territory
from kevytasiointi.authorities.rules import types_serving
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.text import Text


def refuse_unless_fitting(*, authority: Authority, procedure: Procedure) -> None:
    """Refuses with `WrongAuthority`. A joint authority does the work of municipalities."""
    is_fitting = authority.type in types_serving(procedure.authority_type) and authority.sector == procedure.sector
    if not is_fitting or procedure.is_elsewhere or procedure.owner_id not in {None, authority.pk}:
        raise WrongAuthority


def refuse_unless_ready(*, adoption: Adoption, today: dt.date) -> None:
    """Refuses by the name of the first thing that keeps the adoption from beginning.

    That nobody else answers there is left to `begin`: until it is confirmed, two may ask.
    """
    refuse_unless_fitting(authority=adoption.authority, procedure=adoption.procedure)
    _refuse_wrong_days(adoption, today)
    if adoption.method != ConnectionMethod.LIGHT and not adoption.address:
        raise AddressMissing
    if adoption.method != ConnectionMethod.INTEGRATED:
        refuse_unready_alerts(adoption)
    wanted = [row.municipality for row in adoption.wanted.select_related("municipality__successor")]
    if not wanted:
        raise NoMunicipality
    refuse_wrong_places(adoption=adoption, places={m: days_in(adoption=adoption, municipality=m) for m in wanted})
    refuse_incomplete_language(adoption=adoption, municipalities=wanted)


def _refuse_wrong_days(adoption: Adoption, today: dt.date) -> None:
    if adoption.valid_from < today:
        raise StartsInThePast
    ended_on = adoption.authority.valid_to
    if ended_on is not None and ended_on <= adoption.valid_from:
        raise AuthorityHasEnded(adoption.authority)


def refuse_unready_alerts(adoption: Adoption) -> None:
    """Alerts must reach somebody: addresses that are addresses, and a mailbox that has answered."""
    for address in filter(None, [adoption.alert_address or "-", adoption.substitute_address]):
        refuse_unless_mailbox(address)
    if adoption.alert_after_working_days > MOST_WORKING_DAYS:
        raise TooManyWorkingDays
    if not queries.is_mailbox_confirmed(adoption.alert_address, adoption.authority):
        raise MailboxNotConfirmed(adoption.alert_address)


def refuse_unless_mailbox(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise NotAMailbox from None


def days_in(*, adoption: Adoption, municipality: Municipality) -> Days:
    """The days on which the adoption can answer there: a municipality that is known to end limits them."""
    return adoption.days.until(municipality.valid_to)


def places_of(adoption: Adoption) -> Mapping[Municipality, Days]:
    wanted = [row.municipality for row in adoption.wanted.select_related("municipality")]
    return {m: days_in(adoption=adoption, municipality=m) for m in wanted}


def refuse_wrong_places(*, adoption: Adoption, places: Mapping[Municipality, Days]) -> None:
    """Refuses with `AlandIsOutside`, `MunicipalityHasEnded` or `OutsideTerritory`."""
    if aland := [m for m in places if m.is_aland]:
        raise AlandIsOutside(aland)
    if ended := [m for m, days in places.items() if days.are_none]:
        raise MunicipalityHasEnded(ended)
    territory: dict[int, list[Days]] = {}
    for row in Territory.objects.filter(authority=adoption.authority, municipality__in=list(places)):
        territory.setdefault(row.municipality_id, []).append(Days(row.valid_from, row.valid_to))
    if outside := [m for m, days in places.items() if not cover(territory.get(m.pk, []), days)]:
        raise OutsideTerritory(outside)


def refuse_incomplete_language(*, adoption: Adoption, municipalities: Collection[Municipality]) -> None:
    """In a bilingual municipality the service and every text are in both languages: `LanguageIncomplete`.

    The form itself can't lack one: a definition without Finnish or Swedish isn't published.
    """
    texts = [text for text in (adoption.contact, adoption.fee) if any(text.values())]
    if incomplete := [m for m in municipalities if _lacks_a_language(m, adoption.service_languages, texts)]:
        raise LanguageIncomplete(incomplete)


def official_languages(municipality: Municipality) -> set[str]:
    """Of Finnish and Swedish, those in which its authorities must serve (kielilaki 423/2003)."""
    return {"fi", "sv"} & set(municipality.languages.split("+"))


def _lacks_a_language(municipality: Municipality, served: Collection[str], texts: Collection[Text]) -> bool:
    official = official_languages(municipality)
    if len(official) < 2:  # noqa: PLR2004 - one language is no bilingual municipality
        return False
    return not official <= set(served) or any(not text.get(language) for text in texts for language in official)
