"""Room: minutes, the desk. Addresses below sessions/; part of the namespace `minutes`."""

from django.urls import include, path

from minutes.desk import agenda, attendance, movement_pages, sessions

session_urls = [
    path("", sessions.session_detail, name="session-detail"),
    path("edit/", sessions.session_edit, name="session-edit"),
    path("delete/", sessions.session_delete, name="session-delete"),
    path("agenda/", agenda.agenda_page, name="agenda"),
    path("agenda/first/", agenda.part_first, name="part-first"),
    path("agenda/proposed/", agenda.proposal_add, name="proposal-add"),
    path("agenda/new/", agenda.item_create, name="item-create"),
    path("attendance/", attendance.attendance_list, name="attendance-list"),
    path("attendance/invite/", attendance.attendance_invite, name="attendance-invite"),
    path("attendance/add/", attendance.attendance_add, name="attendance-add"),
    path("attendance/add-member/", attendance.attendance_add_member, name="attendance-add-member"),
]

item_urls = [
    path("edit/", agenda.item_edit, name="item-edit"),
    path("delete/", agenda.item_delete, name="item-delete"),
    path("move/", agenda.item_move, name="item-move"),
    path("recusals/", agenda.recusal_list, name="recusal-list"),
    path("movements/add/", movement_pages.movement_add, name="movement-add"),
]

attendance_urls = [
    path("edit/", attendance.attendance_edit, name="attendance-edit"),
    path("substitute/", attendance.attendance_substitute, name="attendance-substitute"),
    path("remove/", attendance.attendance_remove, name="attendance-remove"),
]

urlpatterns = [
    path("", sessions.session_list, name="session-list"),
    path("new/", sessions.session_create, name="session-create"),
    path("<uuid:pk>/", include(session_urls)),
    path("items/<uuid:pk>/", include(item_urls)),
    path("attendance/<uuid:pk>/", include(attendance_urls)),
    path("movements/<int:pk>/undo/", movement_pages.movement_undo, name="movement-undo"),
    path("recusals/<int:pk>/remove/", agenda.recusal_remove, name="recusal-remove"),
    path("<uuid:pk>/redactions/", include("minutes.desk.redaction_urls")),
    path("", include("minutes.desk.record_urls")),
    path("", include("minutes.desk.live.urls")),
]
