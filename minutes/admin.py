"""The admin site: contributions and publications, to look up."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from committees.admin import ReadOnlyAdmin

from .models import (
    Contribution,
    Correction,
    Minutes,
    Objection,
    Publication,
    Signature,
    Withdrawal,
)


@admin.register(Contribution)
class ContributionAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "item", "kind", "position")
    list_filter = ("kind",)
    list_select_related = ("item",)
    search_fields = ("text",)


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "session", "visible_from", "published_by", "sha256")
    list_filter = ("kind", "audience")
    list_select_related = ("published_by__person", "session__committee")
    exclude = ("pdf", "record")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("record", "pdf")


@admin.register(Minutes)
class MinutesAdmin(ReadOnlyAdmin):
    list_display = ("session", "submitted_at", "completed_at")
    list_select_related = ("session__committee",)


@admin.register(Signature)
class SignatureAdmin(ReadOnlyAdmin):
    list_display = ("session", "role", "person", "is_refused", "is_on_paper", "signed_on")
    list_select_related = ("session__committee", "person")


@admin.register(Objection)
class ObjectionAdmin(ReadOnlyAdmin):
    list_display = ("session", "raised_by", "raised_on", "outcome")
    list_filter = ("outcome",)
    list_select_related = ("session__committee", "raised_by")


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ("session", "made_on", "is_public")
    list_select_related = ("session__committee",)


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    list_display = ("publication", "withdrawn_at", "withdrawn_by")
    list_select_related = ("publication", "withdrawn_by__person")
