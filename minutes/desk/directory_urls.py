"""Room: minutes, the desk. Addresses below directory/committees/, where it is published who sits in one."""

from django.urls import path

from minutes.desk import directories

urlpatterns = [
    path("<int:pk>/publish/", directories.directory_publish, name="directory-publish"),
    path("directories/<int:pk>/withdraw/", directories.directory_withdraw, name="directory-withdraw"),
]
