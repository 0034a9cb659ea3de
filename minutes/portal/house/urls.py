"""Room: minutes, the portal. Addresses of the pages of the house; part of the namespace `minutes`."""

from django.urls import path

from minutes.portal.house import barriers, editing, machines, pages, sitemaps

urlpatterns = [
    path("imprint/", pages.house_page, {"key": "imprint"}, name="imprint"),
    path("privacy/", pages.house_page, {"key": "privacy"}, name="privacy"),
    path("accessibility/", pages.house_page, {"key": "accessibility"}, name="accessibility"),
    path("accessibility/report/", barriers.barrier_report, name="barrier-report"),
    path("accessibility/report/sent/", barriers.barrier_thanks, name="barrier-thanks"),
    path("easy-language/", pages.house_page, {"key": "easy-language"}, name="easy-language"),
    path("sign-language/", pages.house_page, {"key": "sign-language"}, name="sign-language"),
    path("house/", editing.house_list, name="house-list"),
    path("house/facts/", editing.house_facts, name="house-facts"),
    path("house/pages/<slug:key>/", editing.house_edit, name="house-edit"),
    path("house/barriers/", barriers.barrier_list, name="barrier-list"),
    path("house/barriers/<int:pk>/done/", barriers.barrier_done, name="barrier-done"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security-txt"),
    path("sitemap.xml", sitemaps.index, name="sitemap-index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
]
