"""The admin site: users and all master data, for administrators."""

from typing import Any

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .deletion import affected
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
from .recording import recorded

admin.site.site_header = "Gremia"
admin.site.site_title = "Gremia"
# A role says what an account may do; groups say nothing here. Addresses are registered below.
admin.site.unregister([Group, EmailAddress])


class NewUserForm(forms.ModelForm):
    """A new user gets no password here, but a link to choose one (“forgot your password?”)."""

    class Meta:
        model = User
        fields = ("email", "role", "person", "committees")

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class RecordedAdmin(admin.ModelAdmin):
    """Entries of the directory: what is changed here is noted in the audit chain, as on the pages."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        with recorded(obj, by=_user(request)):
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        inlines = [inline.instance for formset in formsets for inline in formset.forms]
        with recorded(form.instance, *inlines, by=_user(request)):
            super().save_related(request, form, formsets, change)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with recorded(*affected(obj), by=_user(request)):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with recorded(*affected(*queryset), by=_user(request)):
            super().delete_queryset(request, queryset)


def _user(request: HttpRequest) -> User:
    administrator: User = request.user
    return administrator


class GuardedAdmin(RecordedAdmin):
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
class UserAdmin(RecordedAdmin, DjangoUserAdmin):
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

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:  # noqa: A002 - Django’s
        with recorded(*User.objects.filter(pk=id), by=_user(request)):
            return super().user_change_password(request, id, form_url)


@admin.register(EmailAddress)
class AddressAdmin(RecordedAdmin, EmailAddressAdmin):
    """The addresses that allauth knows of an account, changed one by one."""

    actions = ()


@admin.register(RuleProfile)
class RuleProfileAdmin(RecordedAdmin):
    list_display = ("name", "quorum_kind", "unanimity_with_abstentions", "counts_style", "numbering")


@admin.register(Body)
class BodyAdmin(RecordedAdmin):
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
class FactionAdmin(RecordedAdmin):
    list_display = ("name", "short_name", "term", "position")
    list_filter = ("term",)
    list_select_related = ("term",)
    search_fields = ("name", "short_name")


@admin.register(Committee)
class CommitteeAdmin(RecordedAdmin):
    list_display = ("name", "short_name", "body", "kind", "seats", "start", "end")
    list_filter = ("body", "kind")
    list_select_related = ("body",)
    search_fields = ("name", "short_name")


@admin.register(Person)
class PersonAdmin(RecordedAdmin):
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
class PaperAdmin(RecordedAdmin):
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
