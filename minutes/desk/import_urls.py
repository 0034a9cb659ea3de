"""Room: minutes, the desk. Addresses below imports/oparl/; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import imports

urlpatterns = [
    path("", imports.import_list, name="import-list"),
    path("new/", imports.import_create, name="import-create"),
    path("<uuid:pk>/", imports.import_detail, name="import-detail"),
    path("<uuid:pk>/state/", imports.import_state, name="import-state"),
    path("<uuid:pk>/run/", imports.import_run, name="import-run"),
    path("<uuid:pk>/cancel/", imports.import_cancel, name="import-cancel"),
]
