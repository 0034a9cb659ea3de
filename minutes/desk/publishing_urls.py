"""Room: minutes, the desk. Addresses of the draft and of its publication; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import announcing, corrections, documents, drafts, publishing, review, signing

urlpatterns = [
    path("<uuid:pk>/review/", review.review, name="review"),
    path("<uuid:pk>/review/submit/", review.submit, name="submit"),
    path("<uuid:pk>/review/take-back/", review.take_back, name="take-back"),
    path("<uuid:pk>/review/remarks/", review.remark_add, name="remark-add"),
    path("<uuid:pk>/review/reason/", review.gap_reason, name="gap-reason"),
    path("<uuid:pk>/review/sign/<slug:role>/", signing.sign, name="sign"),
    path("<uuid:pk>/review/sign/<slug:role>/on-paper/", signing.signature_enter, name="signature-enter"),
    path("remarks/<int:pk>/settle/", review.remark_settle, name="remark-settle"),
    path("<uuid:pk>/publish/", publishing.publish, name="publish"),
    path("<uuid:pk>/agenda/publish/", publishing.publish_agenda, name="publish-agenda"),
    path("<uuid:pk>/notice/publish/", announcing.publish_notice, name="publish-notice"),
    path("publications/<int:pk>/withdraw/", publishing.withdraw, name="withdraw"),
    path("<uuid:pk>/corrections/", corrections.correction_list, name="correction-list"),
    path("<uuid:pk>/corrections/new/", corrections.correction_create, name="correction-create"),
    path("<uuid:pk>/objections/new/", corrections.objection_enter, name="objection-enter"),
    path("objections/<int:pk>/decide/", corrections.objection_decide, name="objection-decide"),
    path("<uuid:pk>/minutes/", drafts.preview, name="preview"),
    path("<uuid:pk>/minutes.pdf", drafts.document, {"ending": "pdf"}, name="document"),
    path("<uuid:pk>/minutes.json", drafts.document, {"ending": "json"}, name="document-json"),
    path("<uuid:pk>/documents/", documents.session_documents, name="session-documents"),
    path("<uuid:pk>/items/<uuid:item>/extract.pdf", drafts.extract, {"ending": "pdf"}, name="extract"),
    path("<uuid:pk>/items/<uuid:item>/extract.json", drafts.extract, {"ending": "json"}, name="extract-json"),
]
