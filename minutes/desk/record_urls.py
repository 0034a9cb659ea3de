"""Room: minutes, the desk. Addresses of contributions, decisions and votes; part of the namespace `minutes`."""

from django.urls import path

from . import blocs, contributions, decisions, items, revisions, roll_calls, voting

urlpatterns = [
    path("<uuid:session_pk>/items/<uuid:pk>/", items.item, name="item"),
    path("items/<uuid:pk>/contributions/add/", contributions.contribution_add, name="contribution-add"),
    path("contributions/<uuid:pk>/", contributions.contribution_edit, name="contribution-edit"),
    path("contributions/<uuid:pk>/move/", contributions.contribution_move, name="contribution-move"),
    path("contributions/<uuid:pk>/delete/", contributions.contribution_delete, name="contribution-delete"),
    path("contributions/<uuid:pk>/versions/", revisions.contribution_revisions, name="contribution-revisions"),
    path("revisions/<int:pk>/restore/", revisions.revision_restore, name="revision-restore"),
    path("<uuid:pk>/deleted/", revisions.session_revisions, name="session-revisions"),
    path("items/<uuid:pk>/decision/", decisions.decision, name="decision"),
    path("items/<uuid:pk>/votes/add/", voting.vote_add, name="vote-add"),
    path("items/<uuid:pk>/votes/unanimous/", voting.vote_unanimous, name="vote-unanimous"),
    path("items/<uuid:pk>/votes/roll-call/", roll_calls.roll_call_start, name="roll-call-start"),
    path("<uuid:pk>/votes/together/", blocs.bloc_add, name="bloc-add"),
    path("votes/<uuid:pk>/", voting.vote_edit, name="vote-edit"),
    path("votes/<uuid:pk>/move/", voting.vote_move, name="vote-move"),
    path("votes/<uuid:pk>/delete/", voting.vote_delete, name="vote-delete"),
    path("votes/<uuid:pk>/close/", voting.vote_close, name="vote-close"),
    path("votes/<uuid:pk>/reopen/", voting.vote_reopen, name="vote-reopen"),
    path("votes/<uuid:pk>/roll-call/", roll_calls.roll_call, name="roll-call"),
    path("votes/<uuid:pk>/roll-call/discard/", roll_calls.roll_call_discard, name="roll-call-discard"),
]
