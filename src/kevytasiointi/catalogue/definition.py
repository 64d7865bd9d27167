"""A procedure, a bundle and the words of statuses as their files say them: frozen, strict, complete.

The keys of a file are the attributes here. A published version is read with the same objects.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator
from pydantic.functional_validators import AfterValidator
from pydantic_core import PydanticCustomError

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.spec import Definition, Form, Id, LanguageSchema, Many, TranslatedText

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Kind: TypeAlias = Literal["permit", "notification", "registration", "plan", "supervision_request"]
Source: TypeAlias = Literal["statute", "authority_page", "seen", "general_knowledge"]

_WEB_ADDRESS: Final = re.compile(r"https://[a-zåäö0-9.-]+\.[a-z]{2,}(/[^\s<>\"]*)?$")


def _iso_day(written: str) -> str:
    try:
        return dt.date.fromisoformat(written).isoformat()
    except ValueError:
        raise PydanticCustomError(
            "not_a_day", "“{written}” isn't a day", {"written": written, "mend": 'Write it as "2026-11-23".'}
        ) from None


Day = Annotated[str, AfterValidator(_iso_day)]


class AuthorityKind(Definition):
    """What kind of authority is competent. `sector` tells apart those of one organisation."""

    type: Literal[
        "municipality", "joint_authority", "police_department", "rescue_department", "health_care", "state_agency"
    ]
    sector: Annotated[str, StringConstraints(pattern=r"^[a-z_]*$", max_length=40)] = ""


class Provision(Definition):
    """One provision the procedure rests on, where it was read and when."""

    id: Id
    act: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}/(1[6-9]|20)[0-9]{2}$")]
    section: str
    name: TranslatedText
    source: Source
    checked_on: Day


class StatutoryProcedure(Definition):
    name: TranslatedText
    basis: Id


class Deadline(Definition):
    """The last day to apply: so many days before the first day of the answer to `counted_back_from`."""

    days: Annotated[int, Field(ge=0, le=3650)]
    basis: Id
    counted_back_from: Id
    text: TranslatedText


class Retention(Definition):
    years: Annotated[int, Field(ge=0, le=200)] | None
    basis: Id


class Records(Definition):
    """How the authority's records management sees an application."""

    function_code: str
    publicity: Literal["public", "partly_secret", "secret"]
    secrecy: Many[str]
    personal_data: Literal["none", "basic", "special"]
    retention: Retention


class ProcedureFacts(Definition):
    """What there is to say about a procedure, wherever it is done."""

    language_schema: LanguageSchema
    id: Slug
    kind: Kind
    bundles: Many[Slug]
    name: TranslatedText
    summary: TranslatedText
    keywords: TranslatedText
    legal_basis: Annotated[tuple[Provision, ...], Field(strict=False, min_length=1)]
    statutory_procedures: Many[StatutoryProcedure]
    who: TranslatedText
    when: TranslatedText
    at_hand: Many[TranslatedText]
    notes: str = ""

    def provision(self, basis: str) -> Provision | None:
        """The provision with this id."""
        return next((each for each in self.legal_basis if each.id == basis), None)

    @model_validator(mode="after")
    def _bases_are_known(self) -> Self:
        known = {provision.id for provision in self.legal_basis}
        unknown = sorted({basis for _where, basis in self._bases_used() if basis not in known})
        if unknown:
            where = ", ".join(place for place, basis in self._bases_used() if basis in unknown)
            raise PydanticCustomError(
                "basis_unknown",
                "no provision in “legal_basis” has the id {unknown} (used in: {where})",
                {
                    "unknown": ", ".join(f"“{basis}”" for basis in unknown),
                    "where": where,
                    "mend": "Check the spelling, or add the provision.",
                },
            )
        return self

    def _bases_used(self) -> Iterator[tuple[str, str]]:
        for procedure in self.statutory_procedures:
            yield "statutory_procedures", procedure.basis


class ProcedureDefinition(ProcedureFacts):
    """One thing a customer can do through this service: its facts and its form in one file."""

    authority: AuthorityKind
    change_note: TranslatedText
    cost: TranslatedText
    time: TranslatedText
    deadline: Deadline | None = None
    minutes_to_fill: Annotated[int, Field(ge=1, le=600)]
    other_channels: TranslatedText
    what_next: TranslatedText
    outcomes: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    records: Records
    form: Form

    @model_validator(mode="after")
    def _deadline_is_counted_from_a_question(self) -> Self:
        question = self.deadline.counted_back_from if self.deadline else None
        if question is not None and self.form.question(question) is None:
            raise PydanticCustomError(
                "deadline_question_unknown",
                "the form has no question “{question}”, from which the deadline is counted back",
                {"question": question, "mend": "Name the question that asks when the activity begins."},
            )
        return self

    def _bases_used(self) -> Iterator[tuple[str, str]]:
        for question in self.form.questions():
            if question.purpose is not None:
                yield question.id, question.purpose.basis
        yield from super()._bases_used()
        if self.deadline is not None:
            yield "deadline", self.deadline.basis
        if self.records.retention.basis != "general_knowledge":
            yield "records", self.records.retention.basis


def _web_addresses(by_language: Text) -> Text:
    for address in by_language.values():
        if not _WEB_ADDRESS.match(address):
            raise PydanticCustomError(
                "not_a_web_address",
                "“{address}” isn't a web address",
                {"address": address, "mend": "Write the whole address. It begins with https://."},
            )
    return by_language


class Elsewhere(Definition):
    """The authority, or other body, in whose own service a procedure is done, and the way there."""

    authority: TranslatedText
    address: Annotated[TranslatedText, AfterValidator(_web_addresses)]
    how: TranslatedText


class ElsewhereDefinition(ProcedureFacts):
    """A procedure that is only shown here: it has no form, nobody adopts it, and it is done elsewhere."""

    elsewhere: Elsewhere


class FormDefinition(Definition):
    """A form that is no procedure's: the service asks it for itself, such as the joining notice."""

    language_schema: LanguageSchema
    id: Slug
    name: TranslatedText
    change_note: TranslatedText
    minutes_to_fill: Annotated[int, Field(ge=1, le=600)]
    notes: str = ""
    form: Form


class BundleDefinition(Definition):
    """Procedures of one theme. Which they are, each procedure says itself."""

    language_schema: LanguageSchema
    id: Slug
    name: TranslatedText
    summary: TranslatedText
    position: Annotated[int, Field(ge=0, le=1000)] = 0


class StatusWords(Definition):
    """A status' name, in `names` otherwise for some kinds of procedure, and what it means to the customer."""

    name: TranslatedText
    names: Mapping[Kind, TranslatedText] = Field(default_factory=dict)
    explanation: TranslatedText
    source: Source = "general_knowledge"


class OutcomeWords(Definition):
    """How a matter can end, and for which kinds of procedure."""

    kinds: Annotated[tuple[Kind, ...], Field(strict=False, min_length=1)]
    name: TranslatedText
    explanation: TranslatedText
    source: Source = "general_knowledge"


class StatusesDefinition(Definition):
    """The words for statuses and outcomes. The meanings of statuses are fixed in `applications.rules`."""

    language_schema: LanguageSchema
    statuses: Mapping[Id, StatusWords]
    outcomes: Mapping[Id, OutcomeWords]


def canonical(definition: ProcedureFacts | FormDefinition) -> str:
    """The definition as stored: what its author said and nothing else, keys sorted, no blanks.

    Defaults are left out, so that a version says the same for as long as its language schema is read.
    """
    said: dict[str, Any] = definition.model_dump(mode="json", exclude_unset=True)
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def read_stored(content: str) -> ProcedureDefinition:
    """The definition that `canonical` has written, now or years ago."""
    return ProcedureDefinition.model_validate_json(content)


def read_stored_elsewhere(content: str) -> ElsewhereDefinition:
    """The same for what is done elsewhere."""
    return ElsewhereDefinition.model_validate_json(content)


def read_stored_form(content: str) -> FormDefinition:
    """The same of a form that is no procedure's."""
    return FormDefinition.model_validate_json(content)


def retyped(former: Iterable[Form], form: Form) -> tuple[str, ...]:
    """Ids of questions that ask for another type of answer than under the same id in a former version."""
    types = {question.id: question.type for each in former for question in each.questions()}
    return tuple(question.id for question in form.questions() if types.get(question.id, question.type) != question.type)
