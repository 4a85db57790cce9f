"""Every setting, each environment variable read once. `docs/instellingen.md` explains them in Dutch.

Nothing set: development, SQLite under var/, no secrets. DEBUG=0 (the default of wsgi.py): production,
which refuses to start on an unsafe combination instead of running with it.
"""

from pathlib import Path
from urllib.parse import quote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from environs import Env, validate

from dordt_monitor.databank import parse_database_url
from dordt_monitor.post import parse_email_url

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()


def check_safe_to_serve(*, secret_key: str, hosts: list[str]) -> None:
    """Raise ImproperlyConfigured when production would start without a secret of its own or a host name."""
    if len(secret_key.strip()) < 50:
        raise ImproperlyConfigured("Zet SECRET_KEY: minstens 50 willekeurige tekens, alleen van u.")
    if not hosts or "*" in hosts:
        raise ImproperlyConfigured("Zet ALLOWED_HOSTS: de namen waaronder de site bereikbaar is, zonder *.")


def check_safe_to_mail(*, site_url: str, afzender: str, http_toegestaan: bool) -> None:
    """Raise ImproperlyConfigured when a mail would hold no link, or one over plain http, or no sender."""
    begin = ("https://", "http://") if http_toegestaan else ("https://",)
    if not site_url.startswith(begin) or not urlsplit(site_url).hostname:
        raise ImproperlyConfigured("Zet DORDT_SITE_URL: het adres van de site, met https://, voor in e-mail.")
    if "@" not in afzender:
        raise ImproperlyConfigured("Zet DORDT_AFZENDER: het e-mailadres waar de herinneringen vandaan komen.")


def check_contact(contact: str) -> str:
    """Raise ImproperlyConfigured for what a reader can neither mail nor open."""
    if contact and "@" not in contact and not contact.startswith("https://"):
        raise ImproperlyConfigured("Zet DORDT_CONTACT: een e-mailadres, of een pagina met https:// ervoor.")
    return contact


def check_thema(naam: str) -> str:
    """Raise ImproperlyConfigured for a style sheet that is not there: no page could be drawn."""
    if not naam.endswith(".css") or not (BASE_DIR / "static" / naam).is_file():
        raise ImproperlyConfigured(f"Zet DORDT_THEMA: in de map static staat geen stijlblad {naam}.")
    return naam


def make_folder(path: Path) -> Path:
    try:
        path.mkdir(exist_ok=True)
    except OSError as fout:
        raise ImproperlyConfigured(f"DORDT_DATAMAP: de map {path} is niet te maken.") from fout
    return path


# --- from the environment -------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", True)
SECRET_KEY = env.str("SECRET_KEY", get_random_secret_key() if DEBUG else "")
HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
ALLOWED_HOSTS = [host.strip() for host in HOSTS if host.strip()]
# A name of a folder is one in the project, wherever the program was started.
DATAMAP = make_folder(BASE_DIR / env.path("DORDT_DATAMAP", "var"))
DATABASES = {
    "default": parse_database_url(
        env.str("DATABASE_URL", f"sqlite:///{quote(str(DATAMAP))}/dordt_monitor.sqlite3")
    )
}
# Plain http is for the demo on your own machine; production is https.
HTTP_TOEGESTAAN = env.bool("DORDT_HTTP_TOEGESTAAN", DEBUG)
# How many reverse proxies of our own stand in front: their X-Forwarded-* headers are believed, no others.
PROXIES = env.int("DORDT_PROXIES", 0, validate=validate.Range(min=0))
# One installation is one organisation.
ORGANISATIE = env.str("DORDT_ORGANISATIE", "Gemeente Dordrecht", validate=validate.Length(min=1))
# The one style sheet that knows colours and letters; docs/thema.md.
THEMA = check_thema(env.str("DORDT_THEMA", "css/thema.css"))
# Who readers turn to: an e-mail address, or the address of a page with https://.
CONTACT = check_contact(env.str("DORDT_CONTACT", "").strip())
# E-mail: printed while developing; in production there is none until a server is named.
EMAIL_URL = env.str("EMAIL_URL", "console://" if DEBUG else "")
POST_AAN = bool(EMAIL_URL)
# How a mail, which stands on no page, links to one.
SITE_URL = env.str("DORDT_SITE_URL", "http://localhost:8000" if DEBUG else "").rstrip("/")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DORDT_AFZENDER", "dordt-monitor@localhost" if DEBUG else "")

if POST_AAN:
    # The names are Django's own.
    vars().update(parse_email_url(EMAIL_URL))
    check_safe_to_mail(site_url=SITE_URL, afzender=DEFAULT_FROM_EMAIL, http_toegestaan=HTTP_TOEGESTAAN)
# A mail is sent within a transaction: a server that says nothing may not hold up the others for long.
EMAIL_TIMEOUT = 10

if not DEBUG:
    check_safe_to_serve(secret_key=SECRET_KEY, hosts=ALLOWED_HOSTS)

# --- the application ------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "dordt_monitor",
    "programmalijnen",
    "financien",
    "rapportage",
    "django_tables2",
    "django_filters",
    "csp",
    "allauth",
    "allauth.account",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "dordt_monitor.middleware.InpakMiddleware",
    "csp.middleware.CSPMiddleware",
    "dordt_monitor.middleware.PermissionsPolicyMiddleware",
    "dordt_monitor.middleware.NulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dordt_monitor.middleware.OnbekendNaarInloggenMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dordt_monitor.middleware.InloggenVerplichtMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dordt_monitor.middleware.NietZoMiddleware",
]

ROOT_URLCONF = "dordt_monitor.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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
                "dordt_monitor.context.organisatie",
            ]
        },
    }
]

LANGUAGE_CODE = "nl"
# Before Django's own translation, which is not always plain.
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# The rate limits of the log-in live here, so that all processes count together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# --- logging in -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "programmalijnen.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "dordt_monitor.inloggen.LangGenoeg",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "dordt_monitor.inloggen.GeslotenAanmelding"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

# --- what a browser may do ------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # plotly.js makes one empty <style> and fills it through the CSSOM; this is the hash of nothing.
        "style-src": [SELF, "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
        # plotly.js draws its PNG download through a blob.
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# Browsers ignore this header over http, with a console message.
SECURE_CROSS_ORIGIN_OPENER_POLICY = None if HTTP_TOEGESTAAN else "same-origin"
SECURE_SSL_REDIRECT = not HTTP_TOEGESTAAN
SECURE_HSTS_SECONDS = 0 if HTTP_TOEGESTAAN else 365 * 24 * 3600
# Subdomains and the preload list are of the organisation's whole domain, not for one application to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not HTTP_TOEGESTAAN
CSRF_COOKIE_HTTPONLY = True

# --- static files ---------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATAMAP / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Nothing asks for a file by its plain name: half the files, half the time to compress them.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
if not DEBUG:
    MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
