"""Room: minutes, OParl. Addresses below oparl/v1.1/: stable, without a slash at the end; part of the namespace."""

from django.urls import path

from minutes.oparl import views
from minutes.oparl.addresses import KINDS

urlpatterns = [
    path("", views.entrance, name="oparl-entrance"),
    path("v1.1/", views.entrance, name="oparl-entrance-of-version"),
    path("v1.1/system", views.system, name="oparl-system"),
    path("v1.1/bodies", views.bodies, name="oparl-bodies"),
    path("v1.1/body/<slug:body>/<slug:name>", views.list_of_body, name="oparl-list"),
    path("v1.1/organization/<slug:key>/<slug:name>", views.list_of_organization, name="oparl-list-of-organization"),
    path("v1.1/file/<slug:key>/access", views.file_content, {"way": "access"}, name="oparl-file-access"),
    path("v1.1/file/<slug:key>/download", views.file_content, {"way": "download"}, name="oparl-file-download"),
    *(
        path(f"v1.1/{start}/<slug:key>", views.object_of_kind, {"kind": kind}, name=f"oparl-{start}")
        for kind, start in KINDS.items()
        if kind != "System"
    ),
    path("v1.1/<path:rest>", views.canonical, name="oparl-nothing"),
]
