"""The adoptions of an authority, and one of them with its terms, its places and its history."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.models import Adoption, AdoptionEvent, ChangeNotice, ConnectionMethod, EndingPlan
from kevytasiointi.adoption.rules import EventKind, State
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority
from kevytasiointi.console.fields import Field, Option, Typed, problems_of, written_day
from kevytasiointi.console.pages.joining import Mailbox, Named, mailbox_of
from kevytasiointi.console.pages.start import NoticeLine, notice_line
from kevytasiointi.core.clock import finnish_day
from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.identity.models import Account
from kevytasiointi.site.chrome import LANGUAGE_NAMES
from kevytasiointi.site.refusals import Mend

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AdoptionLine:
    adoption: Adoption
    state: Named
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    authority: Authority
    adoptions: Sequence[AdoptionLine]
    notices: Sequence[NoticeLine]
    may_join: bool
    is_owner: bool
    """Whether the reader owns the service."""


@dataclass(frozen=True, slots=True)
class AuthoritiesPage:
    rows: Sequence[tuple[Authority, int]]


def state_name(state: State) -> Named:
    return {
        State.DRAFT: Named(_("Draft"), "draft"),
        State.RETURNED: Named(_("Returned to be corrected"), "yours"),
        State.SENT: Named(_("Sent, waits for confirmation"), "waiting"),
        State.CONFIRMED: Named(_("Confirmed, begins later"), "going"),
        State.IN_FORCE: Named(_("In force"), "done"),
        State.ENDING: Named(_("In force, ends"), "going"),
        State.ENDED: Named(_("Ended"), "closed"),
    }[state]


def event_name(kind: str) -> str:
    return {
        EventKind.PREPARED: _("Prepared"),
        EventKind.CHANGED: _("Draft changed"),
        EventKind.SENT: _("Sent"),
        EventKind.RETURNED: _("Returned to be corrected"),
        EventKind.CONFIRMED: _("Confirmed"),
        EventKind.GIVEN_UP: _("Given up"),
        EventKind.TERMS_CHANGED: _("Terms changed"),
        EventKind.EXTENDED: _("Municipalities added"),
        EventKind.SHRUNK: _("Municipalities left out"),
        EventKind.TOOK_OVER: _("Took over from another authority"),
        EventKind.HANDED_OVER: _("Handed over to another authority"),
        EventKind.DETACHED: _("Detached"),
        EventKind.MERGED: _("Municipalities merged"),
        EventKind.TERRITORY_LEFT: _("The authority left municipalities"),
    }[EventKind(kind)]


def authorities_page(now: dt.datetime) -> AuthoritiesPage:
    counts = adoptions.counts_in_force(finnish_day(now))
    return AuthoritiesPage([(each, counts.get(each.pk, 0)) for each in authorities.authorities()])


def authority_page(authority: Authority, account: Account, now: dt.datetime) -> AuthorityPage:
    today = finnish_day(now)
    return AuthorityPage(
        authority=authority,
        adoptions=[_line(each, today) for each in adoptions.adoptions_of(authority)],
        notices=[notice_line(each) for each in adoptions.notices_of(authority)],
        may_join=adoptions.is_administrator(account, authority, today),
        is_owner=authorities.is_service_owner(account, today),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the history."""

    name: str
    event: AdoptionEvent
    municipalities: str
    unserved: str


@dataclass(frozen=True, slots=True)
class AdoptionPage:
    adoption: Adoption
    state: Named
    last_day: dt.date | None
    method: str
    languages: str
    alert_language: str
    municipalities: Sequence[str]
    changes: Sequence[ChangeNotice]
    plan: EndingPlan | None
    history: Sequence[Told]
    may_change: bool


def adoption_page(adoption: Adoption, account: Account, *, language: str, now: dt.datetime) -> AdoptionPage:
    today = finnish_day(now)
    line = _line(adoption, today)
    names = authorities.municipality_names()
    return AdoptionPage(
        adoption=adoption,
        state=line.state,
        last_day=line.last_day,
        method=method_name(adoption.method),
        languages=", ".join(LANGUAGE_NAMES.get(each, each) for each in adoption.service_languages),
        alert_language=LANGUAGE_NAMES.get(adoption.alert_language, adoption.alert_language),
        municipalities=[m.name.in_language(language) for m in adoptions.municipalities_of(adoption, today)],
        changes=list(adoptions.pending_changes(adoption)),
        plan=adoptions.ending_plan(adoption),
        history=[
            Told(
                event_name(event.kind),
                event,
                _names(event.municipalities, names, language),
                _names(event.unserved_codes, names, language),
            )
            for event in adoptions.history_of(adoption)
        ],
        may_change=adoption.state_on(today).is_confirmed
        and authorities.may_administer(account, adoption.authority, today),
    )


def method_name(method: str) -> str:
    return {
        ConnectionMethod.LIGHT: _("Light: filled in and handled here"),
        ConnectionMethod.CONDITIONAL: _("Conditional: filled in in the authority's own service"),
        ConnectionMethod.INTEGRATED: _("Integrated: handled in the authority's own service"),
    }[ConnectionMethod(method)]


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about one adoption."""

    adoption: Adoption
    fields: Sequence[Field]
    problems: Sequence[Mend]
    mailbox: Mailbox | None = None


def change_page(adoption: Adoption, *, now: dt.datetime, typed: Typed | None) -> FormPage:
    """The terms as they are, or as they were typed."""
    sent = typed or Typed(_as_typed(adoption, finnish_day(now)))
    fields = [
        sent.field("from_day", _("From which day"), kind="date", help=_("For example 1.6.2027.")),
        sent.field(
            "alert_address",
            _("Alert address"),
            kind="email",
            help=_("A new address has to be confirmed from its mailbox before it can be used."),
        ),
        sent.field(
            "alert_language",
            _("Language of the alerts"),
            kind="select",
            options=[Option(code, name) for code, name in LANGUAGE_NAMES.items()],
        ),
        sent.field("substitute_address", _("Substitute address"), kind="email", is_optional=True),
        _number("alert_after_working_days", _("Working days until the substitute address is told"), sent),
        _number("handling_days", _("Expected handling time, days"), sent, is_optional=True),
        *_texts("contact", _("Other channel"), sent),
        *_texts("fee", _("Fee"), sent),
    ]
    address = sent["alert_address"]
    is_new = address.casefold() != adoption.alert_address.casefold() and "@" in address
    mailbox = mailbox_of(adoption.authority, address) if is_new else None
    return FormPage(adoption, fields, problems_of(fields), mailbox)


def detach_page(adoption: Adoption, *, typed: Typed | None, language: str) -> FormPage:
    sent = typed or Typed({})
    others = [
        Option(each.public_id, each.name.in_language(language)) for each in adoptions.authorities_beside(adoption)
    ]
    fields = [
        sent.field(
            "last_day",
            _("Last day"),
            kind="date",
            help=_("For example 1.6.2027. On this day matters are still received."),
        ),
        *_texts("replacement", _("What customers are told"), sent),
        sent.field(
            "other_authority",
            _("Authority to turn to from then on"),
            kind="select",
            options=[Option("", _("None of these")), *others],
            is_optional=True,
        ),
    ]
    return FormPage(adoption, fields, problems_of(fields))


def read_texts(typed: Typed, name: str) -> Text:
    return Text({of: typed[f"{name}_{of}"] for of in LANGUAGES if typed[f"{name}_{of}"]})


def _as_typed(adoption: Adoption, today: dt.date) -> Mapping[str, str]:
    texts = {
        f"{name}_{of}": text
        for name, value in (("contact", adoption.contact), ("fee", adoption.fee))
        for of, text in value.items()
    }
    return {
        "from_day": written_day(max(today, adoption.valid_from)),
        "alert_address": adoption.alert_address,
        "alert_language": adoption.alert_language,
        "substitute_address": adoption.substitute_address,
        "alert_after_working_days": str(adoption.alert_after_working_days),
        "handling_days": "" if adoption.handling_days is None else str(adoption.handling_days),
        **texts,
    }


def _number(name: str, label: str, typed: Typed, *, is_optional: bool = False) -> Field:
    return typed.field(name, label, kind="number", size="w4", is_optional=is_optional)


def _texts(name: str, label: str, typed: Typed) -> list[Field]:
    return [
        typed.field(f"{name}_{of}", f"{label} ({LANGUAGE_NAMES[of]})", kind="textarea", lang=of, is_optional=True)
        for of in LANGUAGES
    ]


def _line(adoption: Adoption, today: dt.date) -> AdoptionLine:
    end = adoption.valid_to
    return AdoptionLine(adoption, state_name(adoption.state_on(today)), end - _DAY if end else None)


def _names(codes: Sequence[str], names: Mapping[str, Text], language: str) -> str:
    return ", ".join(names[code].in_language(language) if code in names else code for code in codes)
