"""Room: minutes, the desk. Addresses of the redactions of a session; part of the namespace `minutes`."""

from django.urls import path

from minutes.desk import redactions

urlpatterns = [
    path("", redactions.redaction_list, name="redaction-list"),
    path("items/<uuid:item>/", redactions.redaction_add, name="redaction-add"),
    path("<int:redaction>/remove/", redactions.redaction_remove, name="redaction-remove"),
]
