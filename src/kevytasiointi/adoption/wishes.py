"""What a joining notice asks for: its answers, read into the terms of adoptions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.models import ConnectionMethod, JoiningNotice
from kevytasiointi.adoption.rules import Days
from kevytasiointi.adoption.services.joining import Terms
from kevytasiointi.answers import queries as sheets
from kevytasiointi.authorities.founding import AuthorityFacts
from kevytasiointi.authorities.models import AuthorityType, Municipality
from kevytasiointi.authorities.queries import find_municipalities_as_typed
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import shown_answers
from kevytasiointi.formflow.spec import Form, Option

FORM: Final = "joining-notice"
_AUTHORITY_PAGE: Final = "authority"
_TERMS_PAGE: Final = "terms"
_WORKING_DAYS: Final = 3
"""When nobody said: it is asked only with a substitute address."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What decides which procedures there are to choose from."""

    type: str
    sector: str


@dataclass(frozen=True, slots=True)
class WishedAuthority:
    facts: AuthorityFacts
    organisation_name: Text
    business_id: str
    ptv_id: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One procedure on its terms."""

    procedure: Procedure
    terms: Terms


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything a notice asks for. `unknown` are lines that name no municipality there is that day."""

    wishes: Sequence[Wish]
    twice: Sequence[Procedure]
    municipalities: Sequence[Municipality]
    unknown: Sequence[str]
    authority: WishedAuthority | None
    accepts_terms: bool

    @property
    def alert_addresses(self) -> Sequence[str]:
        """Those that must be confirmed, each once."""
        needing = [wish.terms for wish in self.wishes if wish.terms.method is not ConnectionMethod.INTEGRATED]
        return list(dict.fromkeys(terms.alert_address for terms in needing if terms.alert_address))


def form_of(notice: JoiningNotice, answers: Answers) -> Form:
    """The form as this authority gets it: its own procedures to choose from, and nothing that is known already."""
    form = catalogue.form_of(notice.sheet.version).form
    left_out = []
    if not notice.is_of_new_authority:
        left_out.append(_AUTHORITY_PAGE)
    if notice.authority is not None and not notice.terms_version and queries.has_accepted_terms(notice.authority):
        left_out.append(_TERMS_PAGE)
    options = tuple(
        Option(id=option_of(procedure), label=procedure.name) for procedure in procedures_to_choose(notice, answers)
    )
    return _tailored(notice.sheet.version.sha256, form, options, tuple(left_out))


def procedures_to_choose(notice: JoiningNotice, answers: Answers) -> Sequence[Procedure]:
    kind = kind_of(notice, answers)
    owner = notice.authority if not notice.is_of_new_authority else None
    return list(catalogue.procedures_of_kind(kind.type, kind.sector, owner=owner))


def kind_of(notice: JoiningNotice, answers: Answers) -> Kind:
    if notice.authority is not None and not notice.is_of_new_authority:
        return Kind(notice.authority.type, notice.authority.sector)
    type_ = str(answers.values.get("authority_type") or "")
    has_sector = type_ in {AuthorityType.MUNICIPALITY, AuthorityType.JOINT_AUTHORITY}
    return Kind(type_, str(answers.values.get("sector") or "") if has_sector else "")


def option_of(procedure: Procedure) -> str:
    """The id of the option that stands for the procedure: ids of options have no hyphens."""
    return procedure.slug.replace("-", "_")


@lru_cache(maxsize=64)
def _tailored(_sha256: str, form: Form, options: tuple[Option, ...], left_out: tuple[str, ...]) -> Form:
    # The same form object for the same authority: its conditions are compiled once.
    return form.without_pages(*left_out).with_options({"procedures": options})


def wishes_of(notice: JoiningNotice, *, today: dt.date) -> Wishes:
    """What the notice asks for as it is filled in now, complete or not."""
    answers = sheets.answers_of(notice.sheet)
    given = shown_answers(form_of(notice, answers), answers, today=today)
    by_option = {option_of(procedure): procedure for procedure in procedures_to_choose(notice, answers)}
    rows: list[Mapping[str, Any]] = [row["values"] for row in _list(given.get("procedures"))]
    wishes = [
        Wish(by_option[row["procedure"]], _terms(row, given, today))
        for row in rows
        if row.get("procedure") in by_option
    ]
    slugs = [wish.procedure.slug for wish in wishes]
    first_day = _day(given.get("first_day")) or today
    municipalities, unknown = read_municipalities(str(given.get("municipalities") or ""), first_day)
    return Wishes(
        wishes=wishes,
        twice=list({w.procedure.slug: w.procedure for w in wishes if slugs.count(w.procedure.slug) > 1}.values()),
        municipalities=municipalities,
        unknown=unknown,
        authority=_authority(given) if notice.is_of_new_authority else None,
        accepts_terms=given.get("terms_accepted") is True,
    )


def read_municipalities(typed: str, on: dt.date) -> tuple[list[Municipality], list[str]]:
    """Those named, one on a line by name or code, and the lines that name none."""
    lines = dict.fromkeys(" ".join(line.split()).strip(",;") for line in typed.splitlines())
    named = [line for line in lines if line]
    found = list(zip(named, find_municipalities_as_typed(named, on), strict=True))
    municipalities = {m.code: m for _line, m in found if m is not None}
    return list(municipalities.values()), [line for line, m in found if m is None]


def name_of(notice: JoiningNotice) -> Text:
    """What the authority is called: by the service, or before it is there by whoever fills in the notice."""
    if notice.authority is not None:
        return notice.authority.name
    return _texts(notice.sheet.answers, "name")


def _terms(row: Mapping[str, Any], given: Mapping[str, Any], today: dt.date) -> Terms:
    return Terms(
        days=Days(_day(given.get("first_day")) or today),
        alert_address=row.get("own_alert_address") or given.get("alert_address") or "",
        alert_language=given.get("alert_language") or LANGUAGES[0],
        substitute_address=given.get("substitute_address") or "",
        alert_after_working_days=given.get("alert_after_working_days") or _WORKING_DAYS,
        languages=tuple(given.get("languages") or ()),
        method=ConnectionMethod(row.get("method") or ConnectionMethod.LIGHT),
        address=row.get("address") or "",
        why_light=row.get("why_light") or "",
        contact=_texts(given, "contact"),
        fee=_texts(row, "fee"),
        handling_days=row.get("handling_days"),
    )


def _authority(given: Mapping[str, Any]) -> WishedAuthority | None:
    organisation = given.get("organisation") or {}
    if "authority_type" not in given or "business_id" not in organisation:
        return None
    name = str(organisation.get("name") or "")
    facts = AuthorityFacts(
        type=AuthorityType(given["authority_type"]),
        sector=str(given.get("sector") or ""),
        name=_texts(given, "name"),
        website=str(given.get("website") or ""),
        email=str(given.get("alert_address") or ""),
    )
    swedish = str(given.get("organisation_name_sv") or name)
    return WishedAuthority(
        facts, Text(fi=name, sv=swedish), str(organisation["business_id"]), str(given.get("ptv_id") or "")
    )


def _texts(given: Mapping[str, Any], name: str) -> Text:
    texts = {language: given.get(f"{name}_{language}") for language in LANGUAGES}
    return Text({language: str(text) for language, text in texts.items() if text})


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
