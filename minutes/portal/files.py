"""Room: minutes, the portal. Published files as answers."""

from django.http import HttpResponse

from minutes.downloads import file_response
from minutes.models import PublishedFile
from minutes.record.values import FileValue


def answer(file: FileValue) -> HttpResponse:
    """The content, always to be saved: nothing that was uploaded is shown under this site's address."""
    stored = PublishedFile.objects.get(pk=file.sha256)
    response = file_response(
        bytes(stored.content), content_type=file.content_type, filename=file.name, as_attachment=True
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
