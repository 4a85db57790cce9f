"""Which mail server EMAIL_URL means."""

from typing import Any
from urllib.parse import unquote, urlsplit

BACKENDS = "django.core.mail.backends"
POORTEN = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def parse_email_url(url: str) -> dict[str, Any]:
    """Turn `smtp+tls://naam:wachtwoord@server:587` into Django's EMAIL_ settings; also `smtp` and `smtps`.

    `console://` prints every message. Raises ValueError with a Dutch sentence for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{BACKENDS}.console.EmailBackend"}
    if parts.scheme not in POORTEN:
        raise ValueError("EMAIL_URL moet beginnen met smtp://, smtp+tls://, smtps:// of console://")
    if not parts.hostname:
        raise ValueError("EMAIL_URL noemt geen mailserver.")
    try:
        poort = parts.port or POORTEN[parts.scheme]
    except ValueError as fout:
        raise ValueError("EMAIL_URL noemt een poort die er geen is.") from fout
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": poort,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
