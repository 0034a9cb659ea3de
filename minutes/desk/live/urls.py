"""Room: minutes, the desk. Addresses of the live desk, below sessions/; part of the namespace `minutes`."""

from django.urls import path

from . import page, reading, vote_results, writing

urlpatterns = [
    path("<uuid:session_pk>/desk/", page.desk, name="desk"),
    path("<uuid:pk>/live/", reading.live, name="live"),
    path("<uuid:session_pk>/desk/close/", page.session_close, name="session-close"),
    path("<uuid:session_pk>/desk/<uuid:pk>/", page.desk, name="desk-item"),
    path("<uuid:session_pk>/desk/<uuid:pk>/state/", page.desk_state, name="desk-state"),
    path("<uuid:session_pk>/desk/<uuid:pk>/call/", page.item_call, name="item-call"),
    path("items/<uuid:pk>/votes/result/", vote_results.vote_result, name="vote-result"),
    path("items/<uuid:pk>/contributions/save/", writing.contribution_save, name="contribution-save"),
    path("contributions/<uuid:pk>/remove/", writing.contribution_remove, name="contribution-remove"),
    path("contributions/<uuid:pk>/place/", writing.contribution_place, name="contribution-place"),
]
