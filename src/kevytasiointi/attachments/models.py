from typing import ClassVar

from django.db import models

from kevytasiointi.core.fields import PublicIdField


class StoredFile(models.Model):
    """A file that was received and checked, or made here. Its owner is an opaque key.

    What a file belongs to, who may open it and how many there may be is known above.
    """

    public_id = PublicIdField()
    owner = models.CharField(max_length=60, db_index=True, help_text="Opaque key of what it belongs to")
    name = models.CharField(max_length=255, help_text="The sender's name for it: data, never a path")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    storage_key = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True, help_text="Marked; the bytes go later")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["removed_at"], name="file_removed", condition=models.Q(removed_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.name
