"""Room: minutes, the portal. Addresses below search/; part of the namespace `minutes`."""

from django.urls import path

from minutes.portal import searching

urlpatterns = [
    path("", searching.search_page, name="search"),
    path("suggestions/", searching.suggestions, name="search-suggestions"),
]
