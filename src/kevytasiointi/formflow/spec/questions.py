"""One class per question type. A key's meaning for authors is told in docs/form-language.md."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final, Literal, Self, TypeAlias

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from kevytasiointi.core.text import Text
from kevytasiointi.formflow.spec.base import (
    AsWritten,
    Definition,
    Expression,
    Id,
    Many,
    QuestionId,
    SharedName,
    TranslatedText,
)
from kevytasiointi.formflow.spec.checks import (
    day_limit_as_written,
    refuse_crossed,
    refuse_same_options,
    refuse_unasked_parts,
    usable_pattern,
)
from kevytasiointi.formflow.spec.sharing import with_shared_facts

MAX_OPTIONS: Final = 60
MAX_ROWS: Final = 200
MAX_MEGABYTES: Final = 50
MAX_DIGITS: Final = 9_007_199_254_740_991  # the largest whole number every reader of JSON keeps exactly

FileType = Literal["pdf", "jpg", "png", "heic", "webp", "docx", "xlsx", "odt"]
Publicity = Literal["public", "personal", "secret"]
Prefill = Literal["account.name", "account.email", "organisation.name", "organisation.business_id"]
PersonPart = Literal[
    "given_name", "family_name", "role", "email", "phone", "street", "postcode", "city", "country"
]  # fmt: skip
OrganisationPart = Literal[
    "kind", "name", "business_id", "register_number", "email", "phone", "street", "postcode", "city", "country"
]


class Purpose(Definition):
    """Why a question is asked: `basis` is the id of a provision in the procedure's legal basis."""

    basis: Id
    why: TranslatedText | None = None


class Transfer(Definition):
    """Name and place of an answer in the authority's own case management."""

    label: TranslatedText | None = None
    order: int | None = None


class Option(Definition):
    id: Id
    label: TranslatedText
    help: TranslatedText | None = None


class BaseQuestion(Definition):
    is_answered: ClassVar[bool] = True
    """False for text that only informs."""
    is_secret: ClassVar[bool] = False
    """True when the answer is kept sealed, apart from the other answers."""

    id: QuestionId
    shared: SharedName | None = None
    label: TranslatedText
    help: TranslatedText | None = None
    required: bool | Expression = True
    show_if: Expression | None = None
    purpose: Purpose | None = None
    publicity: Publicity = "public"
    ground: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    transfer: Transfer | None = None
    prefill: Prefill | None = None

    @model_validator(mode="after")
    def _secret_has_ground(self) -> Self:
        if self.publicity == "secret" and not self.ground:
            raise PydanticCustomError(
                "ground_missing",
                "a secret answer needs its ground",
                {"mend": 'Add “ground:” with the provision of the openness act, such as "JulkL 24 § 1 mom. 20 k".'},
            )
        return self


Pattern = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(usable_pattern)]


class TextQuestion(BaseQuestion):
    type: Literal["text"]
    min_length: Annotated[int, Field(ge=1)] | None = None
    max_length: Annotated[int, Field(ge=1, le=1000)] = 200
    pattern: Pattern | None = None
    pattern_message: TranslatedText | None = None

    @model_validator(mode="after")
    def _pattern_is_explained(self) -> Self:
        refuse_crossed(self.min_length, self.max_length, "min_length", "max_length")
        if self.pattern and not self.pattern_message:
            raise PydanticCustomError(
                "pattern_message_missing",
                "a pattern needs a message",
                {"mend": "Add “pattern_message:” that tells people how to write the answer."},
            )
        return self


class LongTextQuestion(BaseQuestion):
    type: Literal["long_text"]
    max_length: Annotated[int, Field(ge=1, le=20_000)] = 4000


class IntegerQuestion(BaseQuestion):
    type: Literal["integer"]
    min: Annotated[int, Field(ge=-MAX_DIGITS, le=MAX_DIGITS)] | None = None
    max: Annotated[int, Field(ge=-MAX_DIGITS, le=MAX_DIGITS)] | None = None
    unit: TranslatedText | None = None

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        refuse_crossed(self.min, self.max, "min", "max")
        return self


Limit = Annotated[Decimal, AsWritten, Field(strict=False, allow_inf_nan=False, max_digits=18)]


class DecimalQuestion(BaseQuestion):
    type: Literal["decimal"]
    min: Limit | None = None
    max: Limit | None = None
    decimals: Annotated[int, Field(ge=1, le=6)] = 2
    unit: TranslatedText | None = None

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        refuse_crossed(self.min, self.max, "min", "max")
        return self


class MoneyQuestion(BaseQuestion):
    """An amount in euros."""

    type: Literal["money"]
    min: Limit | None = None
    max: Limit | None = None

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        refuse_crossed(self.min, self.max, "min", "max")
        return self


DayLimit = Annotated[str, AfterValidator(day_limit_as_written)]


class DateQuestion(BaseQuestion):
    type: Literal["date"]
    min: DayLimit | None = None
    max: DayLimit | None = None


class TimeQuestion(BaseQuestion):
    type: Literal["time"]


class DateRangeQuestion(BaseQuestion):
    type: Literal["date_range"]
    min: DayLimit | None = None
    max: DayLimit | None = None


class PeriodQuestion(BaseQuestion):
    """Days and times of day: from 12.6. at 18.00 to 13.6. at 2.00."""

    type: Literal["period"]
    min: DayLimit | None = None
    max: DayLimit | None = None


class YesNoQuestion(BaseQuestion):
    type: Literal["yes_no"]


def _refuse_no_options(options: tuple[Option, ...], options_from: str | None, least: int) -> None:
    """Options are written in the form, or come from data that the form names; not both, not neither."""
    if options_from is not None and options:
        raise PydanticCustomError(
            "options_twice",
            "“options” and “options_from” are both there",
            {"mend": "Leave out “options”: they come from the data that “options_from” names."},
        )
    if options_from is None and len(options) < least:
        raise PydanticCustomError(
            "options_missing",
            "there are fewer than {least} options",
            {"least": least, "mend": "Write the options, or name where they come from with “options_from:”."},
        )


Options = Annotated[tuple[Option, ...], Field(strict=False, max_length=MAX_OPTIONS)]


class OneOfQuestion(BaseQuestion):
    """`options_from` names data of the service that the options come from; `Form.with_options` fills them in.

    Until then nothing can be chosen.
    """

    type: Literal["one_of"]
    options: Options = ()
    options_from: Id | None = None

    @field_validator("options")
    @classmethod
    def _options_differ(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse_same_options([option.id for option in options])
        return options

    @model_validator(mode="after")
    def _has_options(self) -> Self:
        _refuse_no_options(self.options, self.options_from, 2)
        return self


class ManyOfQuestion(BaseQuestion):
    type: Literal["many_of"]
    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=1, max_length=MAX_OPTIONS)]
    min: Annotated[int, Field(ge=0, le=MAX_OPTIONS)] | None = None
    max: Annotated[int, Field(ge=1, le=MAX_OPTIONS)] | None = None
    none_label: TranslatedText | None = None

    @field_validator("options")
    @classmethod
    def _options_differ(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse_same_options([option.id for option in options])
        return options

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        refuse_crossed(self.min, self.max, "min", "max")
        refuse_crossed(self.min, len(self.options), "min", "the number of options")
        return self


class EmailQuestion(BaseQuestion):
    type: Literal["email"]


class PhoneQuestion(BaseQuestion):
    type: Literal["phone"]


class AddressQuestion(BaseQuestion):
    type: Literal["address"]
    countries: Literal["finland", "any"] = "finland"


class MunicipalityQuestion(BaseQuestion):
    """A municipality of Finland by its three-digit code."""

    type: Literal["municipality"]


class PropertyIdQuestion(BaseQuestion):
    """A property identifier (kiinteistötunnus) such as 91-1-2-3."""

    type: Literal["property_id"]


class PersonQuestion(BaseQuestion):
    type: Literal["person"]
    ask: Annotated[tuple[PersonPart, ...], Field(strict=False, min_length=1)] = ("given_name", "family_name")
    optional: Many[PersonPart] = ()

    @model_validator(mode="after")
    def _parts_are_asked(self) -> Self:
        refuse_unasked_parts(self.ask, self.optional)
        return self


class OrganisationQuestion(BaseQuestion):
    type: Literal["organisation"]
    ask: Annotated[tuple[OrganisationPart, ...], Field(strict=False, min_length=1)] = ("name", "business_id")
    optional: Many[OrganisationPart] = ()

    @model_validator(mode="after")
    def _parts_are_asked(self) -> Self:
        refuse_unasked_parts(self.ask, self.optional)
        return self


class IdentityCodeQuestion(BaseQuestion):
    """A personal identity code. Kept sealed; never among the other answers."""

    is_secret: ClassVar[bool] = True

    type: Literal["identity_code"]
    publicity: Publicity = "personal"


class IbanQuestion(BaseQuestion):
    type: Literal["iban"]


class AttachmentQuestion(BaseQuestion):
    type: Literal["attachment"]
    max_files: Annotated[int, Field(ge=1, le=50)] = 5
    max_mb: Annotated[int, Field(ge=1, le=MAX_MEGABYTES)] = 10
    accept: Annotated[tuple[FileType, ...], Field(strict=False, min_length=1)] = (
        "pdf", "jpg", "png", "heic", "webp", "docx", "xlsx", "odt",
    )  # fmt: skip


DECLARATION: Final = Text(fi="Vakuutus", sv="Försäkran", en="Declaration")


class InformationQuestion(BaseQuestion):
    """Text between questions; nothing is answered."""

    is_answered: ClassVar[bool] = False

    type: Literal["information"]
    label: TranslatedText = Field(default_factory=Text)
    required: Literal[False] = False
    text: TranslatedText


class DeclarationQuestion(BaseQuestion):
    """Something to be affirmed by ticking it."""

    type: Literal["declaration"]
    label: TranslatedText = Field(default_factory=lambda: DECLARATION)
    text: TranslatedText


SimpleQuestion: TypeAlias = (
    TextQuestion
    | LongTextQuestion
    | IntegerQuestion
    | DecimalQuestion
    | MoneyQuestion
    | DateQuestion
    | TimeQuestion
    | DateRangeQuestion
    | PeriodQuestion
    | YesNoQuestion
    | OneOfQuestion
    | ManyOfQuestion
    | EmailQuestion
    | PhoneQuestion
    | AddressQuestion
    | MunicipalityQuestion
    | PropertyIdQuestion
    | PersonQuestion
    | OrganisationQuestion
    | IdentityCodeQuestion
    | IbanQuestion
    | AttachmentQuestion
    | InformationQuestion
    | DeclarationQuestion
)
"""Every type but the repeating group: what may stand inside one."""


def _shared(given: Any, info: ValidationInfo) -> Any:
    return with_shared_facts(given, info.context) if isinstance(given, Mapping) else given


RowQuestion: TypeAlias = Annotated[SimpleQuestion, Field(discriminator="type"), BeforeValidator(_shared)]


class RepeatQuestion(BaseQuestion):
    """A group of questions answered as many times as there are rows."""

    type: Literal["repeat"]
    questions: Annotated[tuple[RowQuestion, ...], Field(strict=False, min_length=1, max_length=40)]
    min_rows: Annotated[int, Field(ge=0, le=MAX_ROWS)] | None = None
    max_rows: Annotated[int, Field(ge=1, le=MAX_ROWS)] = 20
    row_label: TranslatedText

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        refuse_crossed(self.min_rows, self.max_rows, "min_rows", "max_rows")
        return self


Question: TypeAlias = SimpleQuestion | RepeatQuestion
AnyQuestion: TypeAlias = Annotated[Question, Field(discriminator="type"), BeforeValidator(_shared)]
"""A question as it is read: what `shared` names is filled in first."""
