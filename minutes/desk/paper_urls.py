"""Room: minutes, the desk. Addresses of publishing papers, beside their pages in the directory."""

from django.urls import path

from minutes.desk import papers

urlpatterns = [
    path("<int:pk>/publish/", papers.publish, name="publish-paper"),
    path("<int:pk>/withdraw/", papers.withdraw, name="withdraw-paper"),
]
