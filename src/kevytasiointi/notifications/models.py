from typing import ClassVar

from django.db import models


class SentMail(models.Model):
    """A message the mail server has accepted. One per job and recipient; a repeat finds it and stops.

    The body is kept in demo mode only, for the mailbox page.
    """

    message_id = models.CharField(max_length=200, unique=True)
    recipient = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    accepted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return self.message_id
