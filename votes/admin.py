"""The admin site: votes and decisions, to look up. They are written at the desk, where their rules are."""

from django.contrib import admin

from committees.admin import ReadOnlyAdmin

from .models import Ballot, Decision, Option, Vote, Voter


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("item", "outcome", "outcome_text")
    list_filter = ("outcome",)
    list_select_related = ("item",)
    search_fields = ("item__title", "resolution")


class VoterInline(admin.TabularInline):
    model = Voter
    can_delete = False


class OptionInline(admin.TabularInline):
    model = Option
    can_delete = False


@admin.register(Vote)
class VoteAdmin(ReadOnlyAdmin):
    list_display = ("item", "label", "form", "majority", "is_final", "closed_at")
    list_filter = ("form", "majority")
    list_select_related = ("item",)
    search_fields = ("item__title", "label")
    inlines = (OptionInline, VoterInline)


@admin.register(Ballot)
class BallotAdmin(ReadOnlyAdmin):
    list_display = ("voter", "choice")
    list_select_related = ("voter__attendance__person",)
