from django.db import models

from kevytasiointi.applications.models import Submission
from kevytasiointi.attachments.models import StoredFile


class Receipt(models.Model):
    """The receipt of one submission, made once. What was handed out stays what is handed out."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="receipt")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, help_text="Of the PDF, kept apart from the file's own row")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"receipt of {self.submission}"
