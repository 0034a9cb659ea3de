"""The admin site: users and all master data, for administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import audit
from .guards import sentence
from .models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Committee,
    Faction,
    Interruption,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    Presence,
    Recusal,
    RuleProfile,
    Session,
    User,
)

admin.site.site_header = "Gremia"
admin.site.site_title = "Gremia"


class NewUserForm(forms.ModelForm):
    """A new user gets no password here, but a link to choose one (“forgot your password?”)."""

    class Meta:
        model = User
        fields = ("email", "role", "person", "committees")

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class GuardedAdmin(admin.ModelAdmin):
    """Rows under the guards of the database: what these refuse is an error of the form, and what was typed stays."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except IntegrityError as refusal:
            request.refused = sentence(refusal)  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, *args, **kwargs)
        refused = getattr(request, "refused", "")

        class Refusing(form):
            def clean(self) -> Any:
                if refused:
                    self.add_error(None, refused)
                return super().clean()

        return Refusing


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    add_form = NewUserForm
    list_display = ("email", "role", "person", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("email", "person__last_name", "person__first_name")
    ordering = ("email",)
    autocomplete_fields = ("person",)
    filter_horizontal = ("committees",)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email", "password", "is_active")}),
        (_("What the user may do"), {"fields": ("role", "person", "committees")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "role", "person", "committees")}),)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        administrator: User = request.user
        audit.note("account_changed", obj, by=administrator, role=obj.role, is_active=obj.is_active)


@admin.register(RuleProfile)
class RuleProfileAdmin(admin.ModelAdmin):
    list_display = ("name", "quorum_kind", "unanimity_with_abstentions", "counts_style", "numbering")


@admin.register(Body)
class BodyAdmin(admin.ModelAdmin):
    list_display = ("name", "key", "office", "profile")
    list_select_related = ("profile",)


class FactionInline(admin.TabularInline):
    model = Faction
    extra = 0


@admin.register(LegislativeTerm)
class LegislativeTermAdmin(GuardedAdmin):
    list_display = ("name", "body", "start", "end")
    list_select_related = ("body",)
    inlines = (FactionInline,)


@admin.register(Faction)
class FactionAdmin(admin.ModelAdmin):
    list_display = ("name", "short_name", "term", "position")
    list_filter = ("term",)
    list_select_related = ("term",)
    search_fields = ("name", "short_name")


@admin.register(Committee)
class CommitteeAdmin(admin.ModelAdmin):
    list_display = ("name", "short_name", "body", "kind", "seats", "start", "end")
    list_filter = ("body", "kind")
    list_select_related = ("body",)
    search_fields = ("name", "short_name")


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ("sort_name", "office", "detail", "is_staff_member")
    list_filter = ("is_staff_member",)
    search_fields = ("last_name", "first_name")


@admin.register(Membership)
class MembershipAdmin(GuardedAdmin):
    list_display = ("person", "committee", "faction", "kind", "function", "has_vote", "start", "end")
    list_filter = ("committee", "kind", "function")
    list_select_related = ("person", "committee", "faction")
    search_fields = ("person__last_name", "person__first_name", "committee__name")
    autocomplete_fields = ("person", "committee", "faction", "deputises_for")


class AttachmentInline(admin.TabularInline):
    model = Attachment
    fk_name = "paper"
    fields = ("position", "title", "note", "file", "is_public")
    extra = 0


@admin.register(Paper)
class PaperAdmin(admin.ModelAdmin):
    list_display = ("reference", "title", "kind", "date", "is_public")
    list_filter = ("body", "kind", "is_public")
    search_fields = ("reference", "title")
    inlines = (AttachmentInline,)


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that are written at the desk, where their rules are; here they are only looked up."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Session)
class SessionAdmin(ReadOnlyAdmin):
    list_display = ("reference", "committee", "date", "place")
    list_filter = ("committee", "year")
    date_hierarchy = "date"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Session]:
        return super().get_queryset(request).select_related("committee")


@admin.register(AgendaItem)
class AgendaItemAdmin(ReadOnlyAdmin):
    list_display = ("title", "session", "position", "is_public")
    list_select_related = ("session__committee",)
    search_fields = ("title",)


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyAdmin):
    list_display = ("person", "session", "capacity", "duty", "absence")
    list_filter = ("capacity", "absence")
    list_select_related = ("person", "session__committee")
    search_fields = ("person__last_name",)


@admin.register(Presence, Recusal, Interruption)
class LookUpAdmin(ReadOnlyAdmin):
    """Times and grounds, as recorded."""
