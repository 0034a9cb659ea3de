"""Room: minutes, the portal. Published files and records as answers."""

from django.http import HttpResponse

from minutes.downloads import file_response
from minutes.models import Publication, PublishedFile
from minutes.record.values import FileValue


def answer(file: FileValue) -> HttpResponse:
    """The content, always to be saved: nothing that was uploaded is shown under this site's address."""
    stored = PublishedFile.objects.get(pk=file.sha256)
    response = file_response(
        bytes(stored.content), content_type=file.content_type, filename=file.name, as_attachment=True
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def record(publication: Publication) -> HttpResponse:
    """The frozen record, byte for byte, for the browser to show."""
    return HttpResponse(publication.record.encode(), content_type="application/json")
