"""Room: committees. Addresses of the directory: committees, people, terms, papers, files, accounts."""

from django.urls import include, path

from .views import (
    accounts,
    attachments,
    committees,
    invitations,
    member_import,
    memberships,
    papers,
    people,
    terms,
    trail,
)

app_name = "committees"

committee_urls = [
    path("", committees.committee_detail, name="committee-detail"),
    path("edit/", committees.committee_edit, name="committee-edit"),
    path("end/", committees.committee_end, name="committee-end"),
    path("delete/", committees.committee_delete, name="committee-delete"),
]

member_urls = [
    path("new/", memberships.membership_create, name="membership-create"),
    path("import/", member_import.member_import, name="member-import"),
    path("import/confirm/", member_import.member_import_confirm, name="member-import-confirm"),
    path("export/", member_import.member_export, name="member-export"),
    path("template/", member_import.member_template, name="member-template"),
]

membership_urls = [
    path("edit/", memberships.membership_edit, name="membership-edit"),
    path("end/", memberships.membership_end, name="membership-end"),
    path("delete/", memberships.membership_delete, name="membership-delete"),
]

person_urls = [
    path("", people.person_detail, name="person-detail"),
    path("edit/", people.person_edit, name="person-edit"),
    path("delete/", people.person_delete, name="person-delete"),
]

term_urls = [
    path("", terms.term_list, name="term-list"),
    path("new/", terms.term_create, name="term-create"),
    path("<int:pk>/edit/", terms.term_edit, name="term-edit"),
    path("<int:term_pk>/factions/new/", terms.faction_create, name="faction-create"),
    path("factions/<int:pk>/edit/", terms.faction_edit, name="faction-edit"),
    path("factions/<int:pk>/delete/", terms.faction_delete, name="faction-delete"),
]

paper_urls = [
    path("", papers.paper_list, name="paper-list"),
    path("new/", papers.paper_create, name="paper-create"),
    path("<int:pk>/", papers.paper_detail, name="paper-detail"),
    path("<int:pk>/edit/", papers.paper_edit, name="paper-edit"),
    path("<int:pk>/delete/", papers.paper_delete, name="paper-delete"),
    path("<int:paper_pk>/attachments/new/", attachments.attachment_create, name="attachment-create"),
]

attachment_urls = [
    path("", attachments.attachment, name="attachment"),
    path("edit/", attachments.attachment_edit, name="attachment-edit"),
    path("delete/", attachments.attachment_delete, name="attachment-delete"),
    path("move/", attachments.attachment_move, name="attachment-move"),
]

annex_urls = [
    path("", attachments.session_annexes, name="session-annexes"),
    path("new/", attachments.annex_create, name="annex-create"),
]

account_urls = [
    path("", accounts.account_list, name="account-list"),
    path("<int:pk>/", accounts.account_detail, name="account-detail"),
    path("<int:pk>/second-factor/reset/", accounts.second_factor_reset, name="second-factor-reset"),
    path("access/", accounts.access, name="access"),
    path("trail/", trail.audit_trail, name="audit-trail"),
    path("invitations/", invitations.invitation_list, name="invitation-list"),
    path("invitations/new/", invitations.invitation_create, name="invitation-create"),
    path("invitations/<int:pk>/resend/", invitations.invitation_resend, name="invitation-resend"),
    path("invitations/<int:pk>/revoke/", invitations.invitation_revoke, name="invitation-revoke"),
]

urlpatterns = [
    path("committees/", committees.committee_list, name="committee-list"),
    path("committees/new/", committees.committee_create, name="committee-create"),
    path("committees/<int:pk>/", include(committee_urls)),
    path("committees/<int:committee_pk>/members/", include(member_urls)),
    path("memberships/<int:pk>/", include(membership_urls)),
    path("people/", people.person_list, name="person-list"),
    path("people/new/", people.person_create, name="person-create"),
    path("people/<int:pk>/", include(person_urls)),
    path("terms/", include(term_urls)),
    path("accounts/", include(account_urls)),
    path("papers/", include(paper_urls)),
    path("attachments/<int:pk>/", include(attachment_urls)),
    path("sessions/<uuid:session_pk>/annexes/", include(annex_urls)),
]
