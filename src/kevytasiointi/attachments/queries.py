"""Files by the owner they belong to. A removed file is not found."""

from collections.abc import Collection

from kevytasiointi.attachments.models import StoredFile


def file(owner: str, public_id: str) -> StoredFile | None:
    """The file, or None when the owner has no such file: the same answer as for a made-up id."""
    return StoredFile.objects.filter(owner=owner, public_id=public_id, removed_at=None).first()


def files(owner: str, public_ids: Collection[str] | None = None) -> list[StoredFile]:
    """The owner's files in the order they came; only `public_ids` when given."""
    found = StoredFile.objects.filter(owner=owner, removed_at=None).order_by("id")
    return list(found if public_ids is None else found.filter(public_id__in=public_ids))
