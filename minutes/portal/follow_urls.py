"""Room: minutes, the portal. Addresses of calendars and feeds, and of following by e-mail; readable and stable."""

from django.urls import include, path

from minutes.portal import calendars, feeds, follow, private_feeds

calendar_urls = [
    path("all.ics", calendars.everything, name="calendar-all"),
    path("private/<str:word>.ics", private_feeds.private_calendar, name="private-calendar"),
    path("<slug:body>/all.ics", calendars.of_body, name="calendar-of-body"),
    path("<slug:body>/committees/<slug:committee>.ics", calendars.of_committee, name="calendar-of-committee"),
    path("<slug:body>/people/<int:person>.ics", calendars.of_person, name="calendar-of-person"),
]

feed_urls = [
    path("all.atom", feeds.everything, name="feed-all"),
    path("private/<str:word>.atom", private_feeds.private_feed, name="private-feed"),
    path("<slug:body>/all.atom", feeds.of_body, name="feed-of-body"),
    path("<slug:body>/committees/<slug:committee>.atom", feeds.of_committee, name="feed-of-committee"),
]

follow_urls = [
    path("", follow.follow, name="follow"),
    path("mail/", follow.subscribe, name="follow-mail"),
    path("mail/sent/", follow.sent, name="follow-sent"),
    path("confirm/<str:word>/", follow.confirm, name="follow-confirm"),
    path("end/<str:word>/", follow.end, name="follow-end"),
    path("mine/<str:word>/", follow.mine, name="follow-mine"),
    path("mine/<str:word>/<uuid:pk>/", follow.mine_change, name="follow-change"),
    path("private/", private_feeds.private_feeds, name="private-feeds"),
    path("private/<int:pk>/revoke/", private_feeds.private_feed_revoke, name="private-feed-revoke"),
]

urlpatterns = [
    path("calendar/", include(calendar_urls)),
    path("feeds/", include(feed_urls)),
    path("follow/", include(follow_urls)),
    path("search/feed/", feeds.of_search, name="search-feed"),
]
