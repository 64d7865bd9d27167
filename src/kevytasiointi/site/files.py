"""Handing out a file so that it can do nothing but be saved."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

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


def made(content: bytes, *, name: str, media_type: str) -> HttpResponse:
    """A file that was made just now of what anybody may know, handed out to be saved."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
