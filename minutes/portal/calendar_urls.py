"""Room: minutes, the portal. Addresses below calendar/; part of the namespace `minutes`."""

from django.urls import path

from minutes.portal import calendar

urlpatterns = [path("", calendar.calendar, name="calendar")]
