"""Storing what a page sent: at once, over nobody's head, files too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.core.files.uploadedfile import UploadedFile

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.formflow.answers import Change
from kevytasiointi.formflow.spec import AttachmentQuestion, Page, RepeatQuestion
from kevytasiointi.formflow.visit import Shown
from kevytasiointi.formflow.web.decoding import add_row, remove_row
from kevytasiointi.formflow.web.names import field_id, input_name
from kevytasiointi.formflow.web.port import STALE, Fields, SheetPort
from kevytasiointi.formflow.web.seen import Seen, Standing, saver_key, standing

DO: Final = "do"
CONTINUE: Final = "continue"
LEAVE: Final = "save"


@dataclass(frozen=True, slots=True)
class Act:
    """Which button was pressed, and on what: `add-row:group`, `remove-file:x:file`."""

    kind: str
    what: str = ""
    part: str = ""


def pressed(fields: Fields) -> Act:
    kind, _, rest = next(iter(fields.get(DO, ())), CONTINUE).partition(":")
    what, _, part = rest.partition(":")
    return Act(kind, what, part)


def change_rows(change: Change, act: Act, page: Page, typed: Mapping[str, object]) -> str:
    """Add or remove the row, or clear the secret, that the button was about; the id of the element to go on from."""
    group = next((one for one in page.questions if isinstance(one, RepeatQuestion) and one.id == act.what), None)
    if group and act.kind == "add-row":
        return field_id(f"{group.id}.{add_row(change, group)}")
    if group and act.kind == "remove-row":
        remove_row(change, group, act.part, typed.keys())
        return field_id(group.id)
    if act.kind == "clear" and any(act.what.split(".")[0] == question.id for question in page.questions):
        change.secrets[act.what] = None
    return field_id(act.what) if act.what else ""


def store(port: SheetPort, page: Page, change: Change, seen: Seen) -> tuple[Standing, SheetPort]:
    """Save the page unless another window has saved it since it was seen; the sheet as it is after.

    The sheet may have moved on for another page's sake between our reading and our saving: then once more.
    """
    change.typed[saver_key(page)] = seen.saver
    now = standing(seen, port, page)
    if now is not Standing.FRESH:
        return now, port
    try:
        return Standing.FRESH, port.save(change)
    except Refusal as refusal:
        if refusal.code != STALE:
            raise
        port = port.refreshed()
        now = standing(seen, port, page)
        if now is not Standing.FRESH:
            return now, port
        return Standing.FRESH, port.save(change)


def attach(
    port: SheetPort, shown: Sequence[Shown], uploads: "Mapping[str, Sequence[UploadedFile[bytes]]]"
) -> dict[str, str]:
    """Hand on each chosen file; why one was refused, by the key of its question."""
    errors = {}
    for one in shown:
        if not isinstance(one.question, AttachmentQuestion):
            continue
        for uploaded in uploads.get(input_name(one.key), ()):
            try:
                port.attach(one, uploaded)
            except Refusal as refusal:
                errors[one.key] = port.explain(refusal)
    return errors
