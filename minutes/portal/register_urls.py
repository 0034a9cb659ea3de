"""Room: minutes, the portal. Addresses of the register of decisions and of the statistics."""

from django.urls import path

from minutes.portal import decisions, statistics

urlpatterns = [
    path("decisions/", decisions.decisions, name="decisions"),
    path("statistics/", statistics.statistics, name="statistics"),
]
