"""Room: minutes, the portal. Addresses below minutes/: readable and stable; part of the namespace `minutes`."""

from django.urls import include, path

from minutes.portal import agendas, objecting, versions, views

item_urls = [
    path("", views.published_item, name="published-item"),
    path("extract.pdf", views.extract, {"ending": "pdf"}, name="published-extract"),
    path("extract.json", views.extract, {"ending": "json"}, name="published-extract-json"),
]

protocol_urls = [
    path("", views.published, name="published"),
    path("minutes.pdf", views.published_pdf, name="published-pdf"),
    path("non-public.pdf", views.non_public_pdf, name="published-non-public"),
    path("minutes.json", views.published_json, name="published-json"),
    path("agenda/", agendas.agenda, name="published-agenda"),
    path("agenda.json", agendas.agenda_json, name="published-agenda-json"),
    path("annexes/<int:annex>/", views.published_annex, name="published-annex"),
    path("items/<str:item>/", include(item_urls)),
    path("object/", objecting.objection_raise, name="objection-raise"),
    path("versions/", versions.version_list, name="published-versions"),
    path("versions/<int:edition>/", versions.version, name="published-version"),
    path("versions/<int:edition>/minutes.pdf", versions.version_pdf, name="published-version-pdf"),
]

urlpatterns = [
    path("", views.published_list, name="published-list"),
    path("agendas/", agendas.agenda_list, name="agenda-list"),
    path("<slug:body>/<slug:committee>/<int:number>/<int:year>/", include(protocol_urls)),
]
