"""Room: minutes, the desk. Addresses below imports/; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import text_imports

urlpatterns = [
    path("", text_imports.text_import_list, name="text-import-list"),
    path("<uuid:pk>/", text_imports.text_import, name="text-import"),
    path("<uuid:pk>/items/<int:place>/", text_imports.text_import_item, name="text-import-item"),
    path("<uuid:pk>/accept/", text_imports.text_import_accept, name="text-import-accept"),
    path("<uuid:pk>/discard/", text_imports.text_import_discard, name="text-import-discard"),
]
