"""Room: minutes, the desk. Addresses below modules/; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import text_modules

urlpatterns = [
    path("", text_modules.module_list, name="module-list"),
    path("new/", text_modules.module_create, name="module-create"),
    path("<int:pk>/", text_modules.module_edit, name="module-edit"),
    path("<int:pk>/delete/", text_modules.module_delete, name="module-delete"),
]
