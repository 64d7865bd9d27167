"""Every path through every definition, sent in every language: what is checked, shown, printed and mailed.

The answers are made up from the conditions (`formflow.paths`), so a new question or branch is tried without a word here.
"""

import re
import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings

from exports.samples import text_of
from kevytasiointi.applications import queries
from kevytasiointi.applications.notices import to_authority, to_customer
from kevytasiointi.applications.services import drafting, sending
from kevytasiointi.attachments import services as files
from kevytasiointi.catalogue.services import load_definitions
from kevytasiointi.core.text import LANGUAGES, Text
from kevytasiointi.exports.queries import receipt_data
from kevytasiointi.exports.receipt import receipt_pdf
from kevytasiointi.exports.receipt.glyphs import printable
from kevytasiointi.formflow.answers import Change
from kevytasiointi.formflow.engine import Shown, check, walk
from kevytasiointi.formflow.paths import in_words, paths_of
from kevytasiointi.formflow.sheet import LineKind
from kevytasiointi.formflow.spec import DeclarationQuestion, RepeatQuestion
from kevytasiointi.identity.principal import own_principal
from kevytasiointi.notifications.letters import compose
from support.cast import NOW, TODAY, customer, offer
from support.filling import DEFINITIONS, procedure
from support.makers import a_municipality, an_authority

PROCEDURES = sorted(path.stem for path in (DEFINITIONS / "procedures").glob("*.yaml"))
PLACEHOLDER = re.compile(r"\{\w*\}|\{\{|%\(|\bTODO\b|\bTBD\b|\bFIXME\b|\bX{3,}\b|lorem ipsum", re.IGNORECASE)
MUNICIPALITY = "091"


@pytest.mark.parametrize("name", PROCEDURES)
def test_paths_go_through_every_branch(name):
    found = paths_of(procedure(name).form, today=TODAY)
    assert [in_words(missed.branch) for missed in found.missed] == []
    assert found.unanswered == ()


@pytest.mark.django_db
@pytest.mark.parametrize("name", PROCEDURES)
def test_every_path_can_be_sent_and_is_shown_printed_and_told_in_every_language(name, tmp_path):
    service = _Service(name, tmp_path)
    for language in LANGUAGES:
        for path in service.paths:
            assert check(service.form, path.answers, today=TODAY) == ()
            _look_at(service, path, service.sent(path, language), language)


def _look_at(service, path, submission, language):
    sent = queries.sent_sheet(submission, language=language)
    assert [(line.question_id, line.row) for line in sent.lines()] == list(_shown(service, path))
    _every_text_is_in(language, service, path, sent)
    answers = {line.value for line in sent.lines() if line.value}
    said = [section.title for section in sent.sections] + [
        text for line in sent.lines() for text in (line.label, line.transfer_label, line.value)
    ]
    assert [text for text in said if PLACEHOLDER.search(text)] == []

    printed = text_of(receipt_pdf(receipt_data(submission)))
    assert PLACEHOLDER.search(printed) is None
    on_paper = _bare(printed)
    for line in sent.lines():
        assert _bare(line.label) in on_paper
        assert all(_bare(text) in on_paper for text in _answered(line))

    for notice in (to_authority("alert_new", submission.application), to_customer("receipt", submission.application)):
        letter = compose(notice, key="job")
        assert letter.language == language
        assert service.definition.name[language] in letter.subject
        assert not [text for text in (letter.subject, letter.text, letter.html) if PLACEHOLDER.search(text)]
        assert not [
            answer
            for answer in answers
            if answer in letter.text and answer not in service.definition.name[language] and len(answer) > 10
        ]


def _every_text_is_in(language, service, path, sent):
    """Not only some text: the one of this language, for labels, headings of pages and chosen options."""
    titles = {page.id: page.title[language] for page in service.form.pages}
    assert [section.title for section in sent.sections] == [titles[section.page_id] for section in sent.sections]
    for line in sent.lines():
        question = service.form.question(line.question_id)
        label = question.text if isinstance(question, DeclarationQuestion) else question.label
        if line.kind is LineKind.ROW_HEADING:
            assert line.label.startswith(question.row_label[language])
        else:
            assert line.label == label[language]
        if question.type in ("one_of", "many_of") and line.value:
            labels = {option.label[language] for option in question.options}
            labels |= {question.none_label[language]} if getattr(question, "none_label", None) else set()
            assert set(line.value.split("\n")) <= labels


def _answered(line) -> Iterator[str]:
    if line.kind is LineKind.FILES:
        yield from (fact.name for _, fact in line.files)
    else:
        yield from line.value.split("\n")


def _shown(service, path) -> Iterator[tuple[str, str | None]]:
    for step in walk(service.form, path.answers, today=TODAY).steps:
        for shown in step.questions:
            yield from _lines_of(shown)


def _lines_of(shown: Shown) -> Iterator[tuple[str, str | None]]:
    if isinstance(shown.question, RepeatQuestion):
        for row in shown.rows:
            yield shown.question.id, row.id
            yield from ((inner.question.id, row.id) for inner in row.questions if inner.question.is_answered)
        if not shown.rows:
            yield shown.question.id, None
    elif shown.question.is_answered:
        yield shown.question.id, None


def _bare(text):
    """Without what only breaks lines."""
    return re.sub(r"[\s\u200b\u00ad]", "", printable(text))


class _Service:
    """The service with one procedure, which one authority takes in."""

    def __init__(self, name, folder):
        for part in ("statuses.yaml", "vocabulary.yaml", f"procedures/{name}.yaml"):
            (folder / part).parent.mkdir(exist_ok=True)
            shutil.copy(settings.BASE_DIR / "definitions" / part, folder / part)
        shutil.copytree(settings.BASE_DIR / "definitions" / "bundles", folder / "bundles")
        load_definitions(folder=folder, now=NOW)
        self.definition = procedure(name)
        self.form = self.definition.form
        self.paths = paths_of(self.form, today=TODAY).paths
        helsinki = a_municipality(MUNICIPALITY, name=Text(fi="Helsinki", sv="Helsingfors"))
        of = self.definition.authority
        authority = an_authority("Esimerkkilä", covering=(helsinki,), type=of.type, sector=of.sector or "")
        self.adoption = offer(authority, name)
        self.sender = customer("Aino", "fi")

    def sent(self, path, language):
        self.sender.language = self.adoption.alert_language = language
        self.sender.save()
        self.adoption.save()
        draft = drafting.start(
            applicant=own_principal(self.sender),
            procedure_slug=self.definition.id,
            municipality_code=MUNICIPALITY,
            language=language,
            now=NOW,
        )
        values = _replaced(path.answers.values, self._kept(path, draft))
        sheet = draft.filled_sheet
        sheet.refresh_from_db()
        filled_in_before = dict.fromkeys(sheet.answers)
        change = Change(values=filled_in_before | values, secrets=dict(path.secrets))
        drafting.save(application=draft, change=change, expected_revision=sheet.revision, now=NOW)
        submission = sending.submit(application=draft, sender=own_principal(self.sender), now=NOW)
        assert submission.answers == values
        return submission

    def _kept(self, path, draft):
        """The made-up files by their made-up ids, as the service keeps them."""
        return {
            made_up: files.keep(
                owner=queries.files_owner(draft),
                name=fact.name,
                media_type="application/pdf",
                content=fact.name.encode(),
                now=NOW,
            ).public_id
            for made_up, fact in path.files.items()
        }


def _replaced(value, kept):
    if isinstance(value, dict):
        return {key: _replaced(one, kept) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, kept) for one in value]
    return kept.get(value, value) if isinstance(value, str) else value
