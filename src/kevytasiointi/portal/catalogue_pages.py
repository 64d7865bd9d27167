"""What authorities see of what is ready for them: the catalogue, and everything about one procedure."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kevytasiointi.adoption import coverage
from kevytasiointi.adoption import queries as adoptions
from kevytasiointi.adoption.coverage import Tally
from kevytasiointi.authorities import queries as authorities
from kevytasiointi.authorities.models import Authority, AuthorityType, Municipality
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue import statuses
from kevytasiointi.catalogue.definition import ProcedureDefinition
from kevytasiointi.catalogue.languages import complete_languages
from kevytasiointi.catalogue.models import FormVersion, Procedure, ProcedureKind
from kevytasiointi.core.folding import alphabetical
from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.exports.blank import BlankForm, Recipient
from kevytasiointi.formflow.outline import Outline, outline
from kevytasiointi.formflow.sheet import Sheet, sheet
from kevytasiointi.portal.coverage_pages import METHODS
from kevytasiointi.portal.trial import Trial
from kevytasiointi.reporting import queries as reporting
from kevytasiointi.reporting.queries import Measured
from kevytasiointi.site.chrome import LANGUAGE_NAMES

KINDS: Final = {
    ProcedureKind.PERMIT: gettext_lazy("Permit"),
    ProcedureKind.NOTIFICATION: gettext_lazy("Notification"),
    ProcedureKind.REGISTRATION: gettext_lazy("Registration"),
    ProcedureKind.PLAN: gettext_lazy("Plan"),
    ProcedureKind.SUPERVISION_REQUEST: gettext_lazy("Request for supervision"),
}
_MUNICIPAL: Final[Mapping[str, str | Promise]] = {
    "environment": gettext_lazy("Municipalities: environmental protection"),
    "health": gettext_lazy("Municipalities: environmental health"),
    "building": gettext_lazy("Municipalities: building control"),
    "waste": gettext_lazy("Municipalities: waste management"),
    "public_areas": gettext_lazy("Municipalities: streets and public areas"),
}
_OTHERS: Final[Mapping[str, str | Promise]] = {
    AuthorityType.MUNICIPALITY: gettext_lazy("Municipalities: other matters"),
    AuthorityType.JOINT_AUTHORITY: gettext_lazy("Joint authorities of municipalities"),
    AuthorityType.POLICE_DEPARTMENT: gettext_lazy("Police departments"),
    AuthorityType.RESCUE_DEPARTMENT: gettext_lazy("Wellbeing services counties: rescue departments"),
    AuthorityType.HEALTH_CARE: gettext_lazy("Wellbeing services counties: health care"),
    AuthorityType.STATE_AGENCY: gettext_lazy("State agencies"),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A procedure in the list, and how many municipalities have it through this service."""

    procedure: Procedure
    kind: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is ready for one type of authority."""

    id: str
    label: str
    ready: Sequence[Ready]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    shelves: Sequence[Shelf]
    count: int


def catalogue_page(*, language: str, on: dt.date) -> CataloguePage:
    tallies = coverage.tallies(on)
    shelves: dict[tuple[str, str], list[Ready]] = {}
    for tally in tallies:
        procedure = tally.procedure
        ready = Ready(procedure, str(KINDS[ProcedureKind(procedure.kind)]), tally)
        shelves.setdefault((procedure.authority_type, procedure.sector), []).append(ready)
    return CataloguePage(
        [
            Shelf(
                f"{authority_type}-{sector}".strip("-").replace("_", "-"),
                authority_label(authority_type, sector),
                sorted(those, key=lambda ready: alphabetical(ready.procedure.name.in_language(language))),
            )
            for (authority_type, sector), those in sorted(shelves.items(), key=_in_order)
        ],
        len(tallies),
    )


def _in_order(shelf: tuple[tuple[str, str], list[Ready]]) -> tuple[int, int, str]:
    (authority_type, sector), _those = shelf
    types, sectors = list(_OTHERS), list(_MUNICIPAL)
    return types.index(authority_type), sectors.index(sector) if sector in sectors else len(sectors), sector


def authority_label(authority_type: str, sector: str) -> str:
    if authority_type == AuthorityType.MUNICIPALITY and sector in _MUNICIPAL:
        return str(_MUNICIPAL[sector])
    return str(_OTHERS[authority_type])


@dataclass(frozen=True, slots=True)
class User:
    """An authority that has the procedure in use, and its method in words where that isn't this service."""

    authority: Authority
    method: str
    since: dt.date


@dataclass(frozen=True, slots=True)
class Law:
    """A provision and how well it is known: `source` is that of the definition."""

    name: str
    act: str
    section: str
    source: str
    checked_on: dt.date


@dataclass(frozen=True, slots=True)
class Paper:
    language: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Told:
    """A measured time in words; the number of applications behind it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    procedure: Procedure
    definition: ProcedureDefinition
    kind: str
    authority_type: str
    languages: Sequence[str]
    outcomes: Sequence[str]
    statutory: Sequence[tuple[str, str]]
    """Name of the statutory procedure, and the provision it rests on."""
    laws: Sequence[Law]
    versions: Sequence[FormVersion]
    users: Sequence[User]
    papers: Sequence[Paper]
    minutes: Told | None
    days: Told | None
    outline: Outline
    question_count: int


def procedure_page(slug: str, *, language: str, on: dt.date) -> ProcedurePage:
    procedure = catalogue.procedure(slug)
    definition = catalogue.current_definition(procedure)
    drawn = outline(definition.form, language)
    measured = reporting.measured(procedure)
    return ProcedurePage(
        procedure=procedure,
        definition=definition,
        kind=str(KINDS[ProcedureKind(procedure.kind)]),
        authority_type=authority_label(procedure.authority_type, procedure.sector),
        languages=[LANGUAGE_NAMES.get(code, code) for code in complete_languages(definition)],
        outcomes=[statuses.outcome(one).name.in_language(language) for one in definition.outcomes],
        statutory=_statutory(definition, language),
        laws=[
            Law(
                each.name.in_language(language),
                each.act,
                each.section,
                each.source,
                dt.date.fromisoformat(each.checked_on),
            )
            for each in definition.legal_basis
        ],
        versions=list(catalogue.versions(procedure)),
        users=_users(procedure, language, on),
        papers=_papers(procedure, definition),
        minutes=_minutes(measured),
        days=_days(measured),
        outline=drawn,
        question_count=sum(bool(item.number) for item in drawn.items()),
    )


def _statutory(definition: ProcedureDefinition, language: str) -> list[tuple[str, str]]:
    found = []
    for each in definition.statutory_procedures:
        basis = definition.provision(each.basis)
        law = f"{basis.name.in_language(language)} ({basis.act}) {basis.section}" if basis else ""
        found.append((each.name.in_language(language), law.strip()))
    return found


def _users(procedure: Procedure, language: str, on: dt.date) -> list[User]:
    methods = {str(method): str(label) for method, label in METHODS.items()}
    those = coverage.users(procedure, on)
    users = [User(one.authority, methods.get(one.method, ""), one.valid_from) for one in those]
    return sorted(users, key=lambda user: alphabetical(user.authority.name.in_language(language)))


def _papers(procedure: Procedure, definition: ProcedureDefinition) -> list[Paper]:
    address = reverse("portal:blank_pdf", args=[procedure.slug])
    complete = complete_languages(definition)
    return [Paper(code, LANGUAGE_NAMES[code], translate_url(address, code)) for code in LANGUAGES if code in complete]


def _minutes(measured: Measured) -> Told | None:
    if measured.minutes_to_send is None:
        return None
    n = max(1, round(measured.minutes_to_send))
    return Told(ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}, measured.sent)


def _days(measured: Measured) -> Told | None:
    if measured.days_to_handled is None:
        return None
    n = round(measured.days_to_handled)
    if n == 0:
        return Told(_("less than a day"), measured.handled)
    return Told(ngettext("%(n)s day", "%(n)s days", n) % {"n": n}, measured.handled)


def blank_form(slug: str, *, language: str, municipality_code: str, on: dt.date) -> BlankForm:
    """The paper form; with a municipality, addressed to the authority that takes it in there, if it is known."""
    procedure = catalogue.procedure(slug)
    version = catalogue.current_version(procedure)
    definition = catalogue.definition_of(version)
    municipality = authorities.find_municipality(municipality_code, on)
    return BlankForm(
        language=language,
        procedure=definition.name.in_language(language),
        summary=definition.summary.in_language(language),
        version=version.number,
        sha256=version.sha256,
        published_at=version.published_at,
        form=definition.form,
        recipient=_recipient(procedure, municipality, language, on) if municipality else None,
    )


def _recipient(procedure: Procedure, municipality: Municipality, language: str, on: dt.date) -> Recipient | None:
    adoption = adoptions.competent(procedure, municipality, on)
    if adoption:
        authority, contact = adoption.authority, adoption.contact.in_language(language)
    else:
        found = authorities.authority_for(municipality, procedure.authority_type, procedure.sector, on)
        if found is None:
            return None
        authority, contact = found, ""
    reached = contact or "\n".join(filter(None, [authority.email, authority.phone, authority.website]))
    return Recipient(authority.name.in_language(language), reached, authority.is_example)


@dataclass(frozen=True, slots=True)
class TrialCheckPage:
    procedure: Procedure
    sheet: Sheet
    is_complete: bool


def trial_check_page(procedure: Procedure, trial: Trial, *, language: str, today: dt.date) -> TrialCheckPage:
    port = trial.port
    shown = sheet(
        port.form,
        port.answers,
        language=language,
        today=today,
        files=port.files,
        municipalities=port.municipalities,
        secrets=port.masked,
    )
    return TrialCheckPage(procedure, shown, port.is_complete(today))
