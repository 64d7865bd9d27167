"""How a kept file leaves: as bytes, under our own media type, never shown inside a page."""

from collections.abc import Mapping
from typing import IO

from django.utils.http import content_disposition_header

from kevytasiointi.attachments.adapters.storage import file_store
from kevytasiointi.attachments.models import StoredFile


def open_file(stored: StoredFile) -> IO[bytes]:
    """Its bytes, to be closed by the caller; `FileNotFoundError` when the storage has lost them."""
    return file_store().open(stored.storage_key)


def headers(stored: StoredFile) -> Mapping[str, str]:
    """The headers with which its bytes are served, so that nothing in them can act as a page of ours."""
    return {
        "Content-Type": stored.media_type,
        "Content-Length": str(stored.size),
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=stored.name) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
