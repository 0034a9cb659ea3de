"""Room: minutes, the portal. Addresses of the register of decisions, of the statistics, and of their tables."""

from django.urls import path

from minutes.portal import decisions, statistics, tables

urlpatterns = [
    path("decisions/", decisions.decisions, name="decisions"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("tables/<slug:name>.<slug:format>", tables.table, name="table"),
]
