"""Room: minutes, own pages. Addresses below my/; part of the namespace `minutes`."""

from django.urls import path

from minutes.mine import note_pages, views

urlpatterns = [
    path("", views.overview, name="my-overview"),
    path("sessions/", views.session_list, name="my-sessions"),
    path("sessions/<uuid:pk>/", views.session_detail, name="my-session"),
    path("sessions/<uuid:session>/items/<uuid:item>/note/", note_pages.note_edit, name="my-note"),
    path("papers/", views.paper_list, name="my-papers"),
    path("objections/", views.objection_list, name="my-objections"),
    path("notes/", note_pages.note_list, name="my-notes"),
    path("notes.txt", note_pages.note_export, name="my-notes-export"),
    path("notes/<uuid:pk>/delete/", note_pages.note_delete, name="my-note-delete"),
    path("notes/<uuid:pk>/restore/", note_pages.note_restore, name="my-note-restore"),
]
