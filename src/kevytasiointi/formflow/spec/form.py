"""Form and page, and the vocabulary of shared questions."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Final, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from kevytasiointi.formflow.spec.base import Definition, Expression, Id, LanguageSchema, SharedName, TranslatedText
from kevytasiointi.formflow.spec.questions import (
    AnyQuestion,
    OneOfQuestion,
    Option,
    Question,
    RepeatQuestion,
    SimpleQuestion,
)

MAX_QUESTIONS: Final = 300
_VOCABULARY_ID: Final = "shared"


Place = tuple[str | int, ...]
"""A path of keys and positions in a definition."""


class Page(Definition):
    id: Id
    title: TranslatedText
    intro: TranslatedText | None = None
    show_if: Expression | None = None
    questions: Annotated[tuple[AnyQuestion, ...], Field(strict=False, min_length=1)]


class Form(Definition):
    """Pages of questions. Frozen: two forms are equal when they say the same."""

    pages: Annotated[tuple[Page, ...], Field(strict=False, min_length=1, max_length=60)]

    @cached_property
    def question_ids(self) -> tuple[str, ...]:
        """Ids in reading order; the questions of a repeating group follow the group."""
        return tuple(question.id for question in self.questions())

    def questions(self) -> Iterator[Question]:
        return (question for _, question in self.placed_questions())

    def placed_questions(self) -> Iterator[tuple[Place, Question]]:
        """Each question with its path from the form, in reading order."""
        for page_number, page in enumerate(self.pages):
            for number, question in enumerate(page.questions):
                place: Place = ("pages", page_number, "questions", number)
                yield place, question
                for inner_number, inner in enumerate(
                    question.questions if isinstance(question, RepeatQuestion) else ()
                ):
                    yield (*place, "questions", inner_number), inner

    def question(self, question_id: str) -> Question | None:
        """The question with this id, also from inside a repeating group."""
        return self._by_id.get(question_id)

    def page(self, page_id: str) -> Page | None:
        return next((page for page in self.pages if page.id == page_id), None)

    def group_of(self, question_id: str) -> RepeatQuestion | None:
        """The repeating group in which the question stands."""
        return self._groups.get(question_id)

    def with_options(self, options: Mapping[str, tuple[Option, ...]]) -> "Form":
        """The form with options filled in where a question takes them from data: by the name of the data.

        A form to be walked has none left that is open.
        """
        return Form(pages=tuple(_filled_page(page, options) for page in self.pages))

    def without_pages(self, *ids: str) -> "Form":
        """The form as it is where what those pages ask is known already."""
        return Form(pages=tuple(page for page in self.pages if page.id not in ids))

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions()}

    @cached_property
    def _groups(self) -> Mapping[str, RepeatQuestion]:
        groups = (question for question in self.questions() if isinstance(question, RepeatQuestion))
        return {inner.id: group for group in groups for inner in group.questions}

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        _refuse_twice("page", [(("pages", number), page.id) for number, page in enumerate(self.pages)])
        _refuse_twice("question", [(place, question.id) for place, question in self.placed_questions()])
        return self

    @model_validator(mode="after")
    def _not_too_many(self) -> Self:
        count = sum(1 for _ in self.questions())
        if count > MAX_QUESTIONS:
            raise PydanticCustomError(
                "too_many_questions",
                "the form has {count} questions; {limit} is the most",
                {"count": count, "limit": MAX_QUESTIONS, "mend": "Ask less, or make two forms."},
            )
        return self


class Vocabulary(Definition):
    """The questions that are asked once for all applications of a project."""

    language_schema: LanguageSchema
    shared: Mapping[SharedName, AnyQuestion]

    @field_validator("shared", mode="before")
    @classmethod
    def _ids_from_names(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        return {name: {"id": _VOCABULARY_ID, **facts} if isinstance(facts, Mapping) else facts
                for name, facts in given.items()}  # fmt: skip

    def facts(self, name: str) -> Mapping[str, Any] | None:
        """The keys of a shared question as written, without its id."""
        question = self.shared.get(name)
        return None if question is None else question.model_dump(mode="json", exclude_unset=True, exclude={"id"})


def _filled_page(page: Page, options: Mapping[str, tuple[Option, ...]]) -> Page:
    return page.model_copy(update={"questions": tuple(_filled(question, options) for question in page.questions)})


def _filled(question: Question, options: Mapping[str, tuple[Option, ...]]) -> Question:
    if isinstance(question, RepeatQuestion):
        inner = tuple(_filled(each, options) for each in question.questions)
        return question.model_copy(update={"questions": inner})
    if isinstance(question, OneOfQuestion) and question.options_from is not None and question.options_from in options:
        return question.model_copy(update={"options": options[question.options_from], "options_from": None})
    return question


def _refuse_twice(what: str, ids: list[tuple[Place, str]]) -> None:
    seen: set[str] = set()
    for place, one in ids:
        if one in seen:
            raise PydanticCustomError(
                "id_twice",
                "the {what} id “{id}” is used more than once",
                {
                    "what": what,
                    "id": one,
                    "place": (*place, "id"),
                    "mend": "Give each an id of its own, also inside repeating groups.",
                },
            )
        seen.add(one)


__all__ = ["Form", "Page", "Question", "SimpleQuestion", "Vocabulary"]
