"""The admin site: contributions and publications, to look up."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from committees.admin import ReadOnlyAdmin

from .models import Contribution, Publication


@admin.register(Contribution)
class ContributionAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "item", "kind", "position")
    list_filter = ("kind",)
    list_select_related = ("item",)
    search_fields = ("text",)


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ("reference", "audience", "date", "published_at", "published_by", "superseded_at", "sha256")
    list_filter = ("audience", "committee")
    exclude = ("pdf", "record")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).without_content().select_related("published_by__person")
