"""Where an adoption answers and where an authority is competent, and until when it may use the identification."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption
from kevytasiointi.adoption.refusals import UnknownMunicipality
from kevytasiointi.adoption.wishes import read_municipalities
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, Municipality
from kevytasiointi.console.fields import Field, Option, Typed, problems_of
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.site.refusals import Mend, sentence

ADD, LEAVE = "add", "leave"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlacesPage:
    authority: Authority
    adoption: Adoption | None
    """None: of all that the authority does."""
    present: Sequence[str]
    fields: Sequence[Field]
    problems: Sequence[Mend]


@dataclass(frozen=True, slots=True)
class Places:
    """What was asked for: from `day` on also there, or after `day` no more."""

    is_added: bool
    municipalities: Sequence[Municipality]
    day: dt.date


@dataclass(frozen=True, slots=True)
class RightPage:
    authority: Authority
    periods: Sequence[tuple[dt.date, dt.date]]
    """First and last day of each, the latest first."""
    fields: Sequence[Field]
    problems: Sequence[Mend]


def places_page(adoption: Adoption, *, typed: Typed | None, language: str, now: dt.datetime) -> PlacesPage:
    present = adoptions.municipalities_of(adoption, finnish_day(now))
    return _page(present, typed, language, authority=adoption.authority, adoption=adoption)


def territory_page(authority: Authority, *, typed: Typed | None, language: str, now: dt.datetime) -> PlacesPage:
    present = authorities.territory_of(authority, finnish_day(now)).order_by("code")
    return _page(present, typed, language, authority=authority, adoption=None)


def read_places(typed: Typed, today: dt.date) -> Places | None:
    """None when something typed isn't what it must be: then it has an error."""
    day = typed.required_day("day")
    if typed["what"] not in {ADD, LEAVE}:
        typed.errors["what"] = _("Choose what is done.")
    named, unknown = read_municipalities(typed["municipalities"], day or today)
    if unknown:
        typed.errors["municipalities"] = sentence(UnknownMunicipality(unknown))
    if typed.errors or day is None:
        return None
    return Places(typed["what"] == ADD, named, day)


def right_page(authority: Authority, *, typed: Typed | None) -> RightPage:
    sent = typed or Typed({})
    fields = [
        sent.field("first", _("First day"), kind="date", help=_("For example 1.6.2027.")),
        sent.field("last", _("Last day"), kind="date", help=_("It is told in the decision on the right.")),
    ]
    periods = [(each.valid_from, each.valid_to - _DAY) for each in authorities.rights_of(authority)]
    return RightPage(authority, periods, fields, problems_of(fields))


def _page(
    present: Iterable[Municipality],
    typed: Typed | None,
    language: str,
    *,
    authority: Authority,
    adoption: Adoption | None,
) -> PlacesPage:
    sent = typed or Typed({})
    choices = [
        Option("", _("Choose")),
        Option(ADD, _("Add municipalities")),
        Option(LEAVE, _("Leave municipalities out")),
    ]
    each_on_a_line = _("Each on a line of its own, by name or three-digit code.")
    which_day = _(
        "When municipalities are added, the first day with them. When they are left out, the last day with them."
    )
    fields = [
        sent.field("what", _("What is done"), kind="select", options=choices),
        sent.field("municipalities", _("Which municipalities"), kind="textarea", help=each_on_a_line),
        sent.field("day", _("Day"), kind="date", help=which_day),
    ]
    return PlacesPage(authority, adoption, [m.name.in_language(language) for m in present], fields, problems_of(fields))
