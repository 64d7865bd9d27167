"""Files by the owner they belong to. A removed file is not found."""

from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.core.refusals import NotFound


def file(owner: str, public_id: str) -> StoredFile:
    """The owner's file, else `NotFound`: another's, a removed and a made-up one look alike."""
    found = StoredFile.objects.filter(owner=owner, public_id=public_id, removed_at=None).first()
    if found is None:
        raise NotFound
    return found


def files_of(owner: str) -> list[StoredFile]:
    """The owner's files in the order they came."""
    return list(StoredFile.objects.filter(owner=owner, removed_at=None).order_by("id"))
