"""What a submission says, gathered for those who make a document of it."""

from functools import partial

from kevytasiointi.applications import queries as applications
from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.attachments import queries as files
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.serving import open_file
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.exports.package import CaseFacts, FormFacts, PackageData, PackageFile
from kevytasiointi.exports.receipt import ReceiptData, ReceiptFile
from kevytasiointi.formflow.sheet import Sheet


def receipt_data(submission: Submission) -> ReceiptData:
    """What the receipt of `submission` says, in the language in which it was filled in."""
    application = submission.application
    language = submission.language
    definition = catalogue.definition_of(submission.version)
    sheet = applications.sent_sheet(submission, language=language)
    return ReceiptData(
        language=language,
        kind=definition.kind,
        reference=application.reference or "",
        procedure=definition.name.in_language(language),
        authority=application.authority.name.in_language(language),
        municipality=application.municipality.name.in_language(language),
        arrived_at=submission.received_at,
        sender=submission.sender.name,
        principal=_principal(submission),
        what_next=definition.what_next.in_language(language),
        handling_days=application.adoption.handling_days,
        sheet=sheet,
        files=tuple(ReceiptFile(file.name, file.size, file.sha256) for file in _sent_files(application, sheet)),
        content_sha256=submission.sha256,
        is_example=application.authority.is_example,
        is_rehearsal=application.is_rehearsal,
    )


def package_data(submission: Submission, *, pdf: bytes) -> PackageData:
    """What the package of `submission` holds, with `pdf` as its document."""
    application = submission.application
    language = submission.language
    sheet = applications.sent_sheet(submission, language=language)
    return PackageData(
        facts=_case_facts(submission),
        form=FormFacts(
            id=submission.version.form.slug, number=submission.version.number, sha256=submission.version.sha256
        ),
        arrived_at=submission.received_at,
        sheet=sheet,
        values=submission.answers,
        pdf=pdf,
        files=tuple(_package_file(file) for file in _sent_files(application, sheet)),
    )


def _case_facts(submission: Submission) -> CaseFacts:
    application = submission.application
    language = submission.language
    definition = catalogue.definition_of(submission.version)
    return CaseFacts(
        reference=application.reference or "",
        kind=definition.kind,
        procedure=definition.name.in_language(language),
        authority=application.authority.name.in_language(language),
        municipality_code=application.municipality.code,
        municipality=application.municipality.name.in_language(language),
        sender=submission.sender.name,
        principal=_principal(submission),
        case_number=application.case_number,
        language=language,
        content_sha256=submission.sha256,
        is_example=application.authority.is_example,
    )


def _principal(submission: Submission) -> str:
    """Empty where somebody has sent for themselves."""
    own = submission.principal.account_id == submission.sender_id
    return "" if own else str(submission.principal)


def _sent_files(application: Application, sheet: Sheet) -> list[StoredFile]:
    """The files that the answers name, in reading order; not those that a draft had and lost."""
    kept = {file.public_id: file for file in files.files_of(applications.files_owner(application))}
    named = [file_id for section in sheet.sections for line in section.lines for file_id, _ in line.files]
    return [kept[file_id] for file_id in dict.fromkeys(named) if file_id in kept]


def _package_file(file: StoredFile) -> PackageFile:
    return PackageFile(
        id=file.public_id,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        open=partial(open_file, file),
    )
