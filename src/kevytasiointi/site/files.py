"""Handing out a stored file so that it can do nothing but be saved."""

from django.http import FileResponse

from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.services import open_file


def handed_out(file: StoredFile) -> FileResponse:
    """As attachment, with the type we found ourselves, in a sandbox, for this origin only (ASVS 3.2.1)."""
    response = FileResponse(open_file(file), as_attachment=True, filename=file.name, content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response
