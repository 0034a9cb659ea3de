"""Room: minutes, the portal. Addresses below people/; part of the namespace `minutes`."""

from django.urls import path

from minutes.portal import people

urlpatterns = [
    path("", people.people, name="people"),
    path("<int:person>/", people.person, name="person"),
    path("<int:person>/attendance/", people.person_attendance, name="person-attendance"),
    path("<int:person>/votes/", people.person_votes, name="person-votes"),
]
