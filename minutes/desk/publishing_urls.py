"""Room: minutes, the desk. Addresses of the draft and of its publication; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import drafts, publishing

urlpatterns = [
    path("<uuid:pk>/publish/", publishing.publish, name="publish"),
    path("<uuid:pk>/minutes/", drafts.preview, name="preview"),
    path("<uuid:pk>/minutes.pdf", drafts.document, {"ending": "pdf"}, name="document"),
    path("<uuid:pk>/minutes.json", drafts.document, {"ending": "json"}, name="document-json"),
    path("<uuid:pk>/items/<uuid:item>/extract.pdf", drafts.extract, {"ending": "pdf"}, name="extract"),
    path("<uuid:pk>/items/<uuid:item>/extract.json", drafts.extract, {"ending": "json"}, name="extract-json"),
]
