"""Room: minutes, the desk. Addresses below exports/; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import exports

urlpatterns = [
    path("", exports.export_list, name="export-list"),
    path("new/", exports.export_create, name="export-create"),
    path("archive/", exports.export_archive, name="export-archive"),
    path("<uuid:pk>/", exports.export_detail, name="export-detail"),
    path("<uuid:pk>/state/", exports.export_state, name="export-state"),
    path("<uuid:pk>/run/", exports.export_run, name="export-run"),
    path("<uuid:pk>/download/", exports.export_download, name="export-download"),
    path("<uuid:pk>/cancel/", exports.export_cancel, name="export-cancel"),
    path("<uuid:pk>/delete/", exports.export_delete, name="export-delete"),
]
