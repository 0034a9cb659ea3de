"""All addresses of the site."""

from allauth.account.decorators import secure_admin_login
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language
from django_tasks_db.models import DBTaskResult

from minutes.origin import without_token
from minutes.start import start
from minutes.theme import set_theme

# One way in, with its limit of attempts: the admin site has no login page of its own.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
# What allauth registers by itself: the keys of second factors are nobody's to read, and logins end on their own page.
admin.site.unregister([Authenticator, UserSession])
# Tasks are a matter of the machine; what they make has pages of its own.
admin.site.unregister(DBTaskResult)

# One namespace for all pages of the record, wherever they are kept.
minutes_patterns = [
    path("sessions/", include("minutes.desk.urls")),
    path("sessions/", include("minutes.desk.publishing_urls")),
    path("directory/papers/", include("minutes.desk.paper_urls")),
    path("directory/committees/", include("minutes.desk.directory_urls")),
    path("directory/house-styles/", include("minutes.desk.house_style_urls")),
    path("modules/", include("minutes.desk.module_urls")),
    path("exports/", include("minutes.desk.export_urls")),
    path("imports/oparl/", include("minutes.desk.import_urls")),
    path("imports/texts/", include("minutes.desk.text_import_urls")),
    path("genuine/", include("minutes.portal.genuine_urls")),
    path("papers/", include("minutes.portal.paper_urls")),
    path("minutes/", include("minutes.portal.urls")),
    path("bodies/", include("minutes.portal.directory_urls")),
    path("oparl/", include("minutes.oparl.urls")),
    path("calendar/", include("minutes.portal.calendar_urls")),
    path("people/", include("minutes.portal.people_urls")),
    path("", include("minutes.portal.register_urls")),
    path("search/", include("minutes.portal.search_urls")),
    path("my/", include("minutes.mine.urls")),
    path("", include("minutes.portal.house.urls")),
    path("", include("minutes.portal.follow_urls")),
]

urlpatterns = [
    path("", start, name="start"),
    path("language/", login_not_required(without_token(set_language)), name="set_language"),
    path("theme/", set_theme, name="set_theme"),
    path("accounts/", include("committees.account_urls")),
    path("directory/", include("committees.urls")),
    path("", include((minutes_patterns, "minutes"))),
    path("admin/", admin.site.urls),
]
