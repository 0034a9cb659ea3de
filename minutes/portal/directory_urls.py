"""Room: minutes, the portal. Addresses below bodies/: who sits where; readable and stable."""

from django.urls import path

from minutes.portal import committees, directories

urlpatterns = [
    path("", directories.directory_list, name="directory-list"),
    path("<slug:body>/committees/", directories.directory_list, name="directory-list-of-body"),
    path("<slug:body>/committees/<slug:committee>/", committees.committee, name="published-directory"),
    path(
        "<slug:body>/committees/<slug:committee>/members.json",
        directories.directory_json,
        name="published-directory-json",
    ),
]
