"""Settings of the project: safe for production by environment, ready for development without one."""

import contextlib
import os
import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)


def _secret_key() -> str:
    """The key from SECRET_KEY, or one made once and kept beside the database (readable by the owner only)."""
    path = BASE_DIR / ".secret_key"
    if not path.exists():
        draft = BASE_DIR / f".secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # whole or not at all, and the first of several processes wins
        draft.unlink()
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or _secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
# Under which licence everybody may re-use what is published: an address; the house decides.
DATA_LICENSE = env.str("DATA_LICENSE", default="")

INSTALLED_APPS = [
    "committees",
    "votes",
    "minutes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "minutes.portal.page_cache.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "minutes.login_cookie.LoginCookieMiddleware",
    "minutes.language.ChosenLanguageMiddleware",
    "minutes.large_requests.LargeRequestMiddleware",
    "django.middleware.common.CommonMiddleware",
    "minutes.origin.OriginMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "minutes.fragments.FragmentMiddleware",
    "minutes.typed_text.TypedTextMiddleware",
    "minutes.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "minutes.urls"
WSGI_APPLICATION = "minutes.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "minutes.fragments.layout",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "kern"
CRISPY_TEMPLATE_PACK = "kern"
CRISPY_FAIL_SILENTLY = False

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'gremia.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        # Without recursive triggers, REPLACE removes rows past the triggers that keep them.
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;",
    }
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Attempts to log in are counted for all processes together; a migration makes the table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "committees_cache",
        # With few entries, attempts under many addresses would push out those that count.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # PDFs by the hash of what they were made of; whoever deletes the folder loses time, nothing else.
    "documents": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": env.str("DOCUMENT_CACHE", default=str(BASE_DIR / "document-cache")),
        "TIMEOUT": 30 * 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
    # Pages of the public, in the memory of each process; a page is asked for again after five minutes at the latest.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 300,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

AUTH_USER_MODEL = "committees.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "committees.accounts.ClosedAccountAdapter"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Gremia: "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Whose attempts are counted together: behind a proxy, the address that the proxy saw, not that of the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = env.str("TRUSTED_CLIENT_IP_HEADER", default="") or None
ACCOUNT_FORMS = {
    "login": "committees.account_forms.LoginForm",
    "reset_password": "committees.account_forms.ResetPasswordForm",
    "reset_password_from_key": "committees.account_forms.ResetPasswordKeyForm",
    "change_password": "committees.account_forms.ChangePasswordForm",
    "set_password": "committees.account_forms.SetPasswordForm",
    "reauthenticate": "committees.account_forms.ReauthenticateForm",
}
# Beside those of allauth for accounts: reports of barriers, which anybody may send.
ACCOUNT_RATE_LIMITS = {"report_barrier": "10/h/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * env.int("REAUTHENTICATION_MINUTES", default=5)
MFA_ADAPTER = "committees.accounts.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "committees.account_forms.AuthenticateForm",
    "reauthenticate": "committees.account_forms.ReauthenticateByCodeForm",
    "activate_totp": "committees.account_forms.ActivateSecondFactorForm",
}
MFA_TOTP_ISSUER = "Gremia"
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute wrong
MFA_REQUIRED_ROLES = [role.strip() for role in env.list("MFA_REQUIRED_ROLES", default=[])]
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)
_MAIL = env.email_url_config(env.str("EMAIL_URL", default="") or "consolemail://")
EMAIL_BACKEND = env.str("EMAIL_BACKEND", default=_MAIL["EMAIL_BACKEND"])
EMAIL_HOST = _MAIL["EMAIL_HOST"] or "localhost"
EMAIL_HOST_USER = _MAIL["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_PORT = _MAIL["EMAIL_PORT"] or (465 if EMAIL_USE_SSL else 587 if EMAIL_USE_TLS else 25)
EMAIL_TIMEOUT = 20  # seconds until a mail server that says nothing counts as unreachable
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="gremia@localhost")

# What takes long: done in the request that asks for it, or by a worker beside the site (`manage.py db_worker`).
TASKS_BACKEND = env.str("TASKS_BACKEND", default="immediate")
_TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": _TASK_BACKENDS.get(TASKS_BACKEND, TASKS_BACKEND)}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Whoever reads a secret address in a log could use it.
    "filters": {"secrets": {"()": "minutes.masking.SecretAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"]}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO"},
        "django.request": {"level": "ERROR"},
    },
}

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
# In the second are strings of packages that say "Du" in German, or say nothing; `make messages` leaves them alone.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale/packages"]
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
LARGEST_REQUEST = 60 * 1024 * 1024
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "media")
# Finished exports and what they are made of: read by those who may fetch them, never served directly.
EXPORTS_ROOT = env.path("EXPORTS_ROOT", default=BASE_DIR / "exports")
EXPORT_DAYS = env.int("EXPORT_DAYS", default=7)
EXPORT_STALE_SECONDS = 60  # after so long without a sign of life, another worker goes on with an export

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
HTTPS = env.bool("HTTPS", default=SITE_URL.startswith("https://"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
