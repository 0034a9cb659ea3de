"""Room: minutes, the portal. Addresses below papers/; part of the namespace `minutes`. A number may have slashes."""

from django.urls import path

from minutes.portal import papers

urlpatterns = [
    path("", papers.paper_list, name="published-papers"),
    path("<slug:body>/<path:reference>/paper.json", papers.paper_json, name="published-paper-json"),
    path("<slug:body>/<path:reference>/files/<slug:file>/", papers.paper_file, name="published-paper-file"),
    path("<slug:body>/<path:reference>/", papers.paper, name="published-paper"),
]
