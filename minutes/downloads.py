"""Room: minutes. Files as answers, and the page that says why a document can't be made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from minutes.documents import DocumentError, PdfEngineMissing


def file_response(content: bytes, *, content_type: str, filename: str, as_attachment: bool = False) -> HttpResponse:
    """A file under its name: shown by the browser where it can, or saved (`as_attachment`)."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment, filename)
    return response


def refusal(request: HttpRequest, error: DocumentError) -> HttpResponse:
    """The sentence of the error on a page: 503 where the machine lacks something, 404 where the document does."""
    status = 503 if isinstance(error, PdfEngineMissing) else 404
    return render(request, "minutes/document_error.html", {"sentence": str(error), "code": status}, status=status)
