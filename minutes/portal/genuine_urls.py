"""Room: minutes, the portal. The address of the page that tells whether a document is genuine."""

from django.urls import path

from minutes.portal.genuine import genuine

urlpatterns = [path("", genuine, name="genuine")]
