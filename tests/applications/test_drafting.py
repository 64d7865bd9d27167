import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from attachments import corpus
from kevytasiointi.answers.services import SheetClosed, StaleSheet
from kevytasiointi.applications import queries
from kevytasiointi.applications.models import Application
from kevytasiointi.applications.services import drafting
from kevytasiointi.formflow.answers import Change
from kevytasiointi.formflow.engine import walk
from support.cast import NOW, TODAY


def the_place(application, question="picture"):
    from kevytasiointi.catalogue import queries as catalogue  # noqa: PLC0415

    form = catalogue.definition_of(application.filled_sheet.version_id).form
    answers = queries.sheets.answers_of(application.filled_sheet)
    step = walk(form, answers, today=TODAY).steps[0]
    return next(shown for shown in step.questions if shown.question.id == question)


def a_file(name="kuva.pdf"):
    return SimpleUploadedFile(name, corpus.pdf())


def test_a_draft_goes_to_the_authority_that_answers_there(cast):
    assert cast.draft(cast.aino, municipality="837").authority == cast.tampere


def test_a_double_click_on_start_opens_one_draft(cast):
    assert cast.draft(cast.aino) == cast.draft(cast.aino)
    assert Application.objects.count() == 1


def test_a_second_draft_is_opened_once_the_first_has_answers(cast):
    cast.answer(cast.draft(cast.aino), what="Soitto")
    cast.draft(cast.aino)
    assert Application.objects.count() == 2


@pytest.mark.parametrize("code", ["091", "999", "", "'; --"])
def test_nothing_is_started_where_nobody_offers_it(cast, code):
    with pytest.raises(drafting.NotOfferedHere):
        cast.draft(cast.aino, municipality=code)


def test_saving_over_a_later_save_is_refused_and_writes_nothing(cast):
    draft = cast.answer(cast.draft(cast.aino), what="ensin")
    with pytest.raises(StaleSheet):
        drafting.save(application=draft, change=Change(values={"what": "myöhässä"}), expected_revision=0, now=NOW)
    assert cast.as_now(draft).filled_sheet.answers == {"what": "ensin"}


def test_what_has_been_sent_takes_no_more_answers(cast):
    with pytest.raises(SheetClosed):
        cast.answer(cast.sent(cast.aino), what="muutettu")


def test_a_file_becomes_part_of_the_answer_and_leaves_it(cast):
    draft = cast.draft(cast.aino)
    file = drafting.attach(application=draft, place=the_place(draft), uploaded=a_file(), now=NOW)
    draft = cast.as_now(draft)
    assert draft.filled_sheet.answers["picture"] == [file.public_id]

    drafting.detach(application=draft, place=the_place(draft), file_id=file.public_id, now=NOW)
    assert "picture" not in cast.as_now(draft).filled_sheet.answers
    assert queries.files_of(draft) == {}


def test_no_more_files_than_the_question_takes(cast):
    draft = cast.draft(cast.aino)
    for _ in range(2):
        drafting.attach(application=draft, place=the_place(draft), uploaded=a_file(), now=NOW)
    with pytest.raises(drafting.TooManyFiles):
        drafting.attach(application=draft, place=the_place(draft), uploaded=a_file(), now=NOW)


def test_a_draft_has_a_ceiling_for_all_its_files(cast, monkeypatch):
    monkeypatch.setattr(drafting, "DRAFT_FILES_CEILING", 10)
    draft = cast.draft(cast.aino)
    with pytest.raises(drafting.DraftIsFull):
        drafting.attach(application=draft, place=the_place(draft), uploaded=a_file(), now=NOW)
    assert queries.files_of(draft) == {}


def test_nothing_is_attached_to_a_question_that_takes_no_file(cast):
    draft = cast.draft(cast.aino)
    with pytest.raises(drafting.NotFound):
        drafting.attach(application=draft, place=the_place(draft, "what"), uploaded=a_file(), now=NOW)
