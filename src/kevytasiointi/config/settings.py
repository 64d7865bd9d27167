"""Django's settings: the same in every mode but for what `environment` says."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from kevytasiointi.config.environment import Mode, read_environment
from kevytasiointi.core.sealing import Sealer
from kevytasiointi.site.navigation import Audience, NavigationItem

ENVIRONMENT = read_environment()
BASE_DIR = Path(__file__).resolve().parents[3]

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = [ENVIRONMENT.host, *(["127.0.0.1", "localhost", "testserver"] if ENVIRONMENT.mode.is_pretend else [])]
SEALER = Sealer(ENVIRONMENT.sealing_keys)
PUBLIC_URL = ENVIRONMENT.public_url

INSTALLED_APPS = [
    "kevytasiointi.config",
    "kevytasiointi.portal",
    "kevytasiointi.desk",
    "kevytasiointi.studio",
    "kevytasiointi.console",
    "kevytasiointi.api",
    "kevytasiointi.site",
    "kevytasiointi.exports",
    "kevytasiointi.reporting",
    "kevytasiointi.applications",
    "kevytasiointi.guidance",
    "kevytasiointi.adoption",
    "kevytasiointi.answers",
    "kevytasiointi.catalogue",
    "kevytasiointi.authorities",
    "kevytasiointi.notifications",
    "kevytasiointi.identity",
    "kevytasiointi.attachments",
    "kevytasiointi.ledger",
    "kevytasiointi.formflow",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kevytasiointi.site.middleware.NoStore",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kevytasiointi.identity.middleware.SessionLimits",
    "kevytasiointi.site.limiting.RateLimits",
    "kevytasiointi.site.access.SignInWall",
    "kevytasiointi.site.access.TermsWall",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Innermost, so that what it makes gets the headers of all the others.
    "kevytasiointi.site.middleware.ErrorPages",
]

AUTHENTICATION_BACKENDS = ["kevytasiointi.identity.auth.AccountBackend"]
LOGIN_URL = "site:sign_in"
TASKS = {"default": {"BACKEND": "kevytasiointi.ledger.backend.JobBackend"}}

ROOT_URLCONF = "kevytasiointi.config.urls"
WSGI_APPLICATION = "kevytasiointi.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kevytasiointi.site.chrome.site",
            ],
        },
    },
]

NAVIGATION = [
    NavigationItem(_("Front page"), "portal:front"),
    NavigationItem(_("My applications"), "portal:applications", Audience.SIGNED_IN),
    NavigationItem(_("Inbox"), "desk:inbox", Audience.OFFICIAL),
    NavigationItem(_("Administration"), "console:start", Audience.ADMINISTRATOR),
]

DATABASES = {"default": dict(ENVIRONMENT.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "identity.Account"

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

STATIC_URL = "static/"
STATIC_ROOT = ENVIRONMENT.data_folder / "static"
_FINGERPRINTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_AS_THEY_ARE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # In tests nobody has collected the files that fingerprints are made of.
    "staticfiles": {"BACKEND": _AS_THEY_ARE if ENVIRONMENT.mode is Mode.TEST else _FINGERPRINTED},
}
STATICFILES_DIRS = [BASE_DIR / "static"]
FILES_FOLDER = ENVIRONMENT.data_folder / "files"

# The proxy tells gunicorn that the visitor came by https; gunicorn believes only the proxy.
SECURE_SSL_REDIRECT = ENVIRONMENT.is_https
SECURE_REDIRECT_EXEMPT = ["^health/$"]
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading is for the owner of the whole domain to decide
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.is_https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.is_https
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kevytasiointi.site.errors.csrf_failure"
SESSION_COOKIE_NAME = "__Host-session" if ENVIRONMENT.is_https else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if ENVIRONMENT.is_https else "csrf"
SESSION_COOKIE_AGE = 30 * 60  # seconds unattended; SessionLimits has the longest in use
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_https
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
