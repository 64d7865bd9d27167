"""Handing out a stored file so that it can do nothing but be saved."""

from django.http import FileResponse

from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.attachments.serving import headers, open_file


def handed_out(file: StoredFile) -> FileResponse:
    """As attachment, with the type we found ourselves, in a sandbox, for this origin only (ASVS 3.2.1)."""
    return FileResponse(
        open_file(file),
        as_attachment=True,
        filename=file.name,
        headers={**headers(file), "Cross-Origin-Resource-Policy": "same-origin"},
    )
