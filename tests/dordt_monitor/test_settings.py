"""Settings are read when Python starts, so each case is a Python of its own."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

SLEUTEL = "een-sleutel-van-minstens-vijftig-tekens-voor-de-tests"
PRODUCTIE = {"DEBUG": "0", "SECRET_KEY": SLEUTEL, "ALLOWED_HOSTS": "monitor.voorbeeld.nl"}


def read_settings(expression: str, **env: str) -> subprocess.CompletedProcess:
    code = f"from django.conf import settings; print({expression})"
    basis = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "dordt_monitor.settings"}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=basis | env, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )


def value(expression: str, **env: str) -> str:
    result = read_settings(expression, **env)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def refusal(**env: str) -> str:
    """The last line of what is said when the settings refuse."""
    result = read_settings("settings.DEBUG", **env)
    assert result.returncode == 1
    return result.stderr.strip().splitlines()[-1]


def test_development_starts_without_any_variable():
    assert value("settings.DEBUG, len(settings.SECRET_KEY)") == "True 50"


def test_development_has_another_secret_each_time():
    assert value("settings.SECRET_KEY") != value("settings.SECRET_KEY")


def test_production_starts_with_a_secret_and_a_name():
    assert value("settings.DEBUG, settings.ALLOWED_HOSTS", **PRODUCTIE) == "False ['monitor.voorbeeld.nl']"


@pytest.mark.parametrize("secret", ["", "kort", 60 * " "])
def test_production_refuses_to_start_without_a_real_secret(secret):
    assert "Zet SECRET_KEY" in refusal(**PRODUCTIE | {"SECRET_KEY": secret})


@pytest.mark.parametrize("hosts", ["", " ", "*", "monitor.voorbeeld.nl, *"])
def test_production_refuses_to_start_without_host_names(hosts):
    assert "Zet ALLOWED_HOSTS" in refusal(**PRODUCTIE | {"ALLOWED_HOSTS": hosts})


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("DEBUG", "misschien"),
        ("DORDT_PROXIES", "-1"),
        ("DORDT_HTTP_TOEGESTAAN", "soms"),
        ("DORDT_ORGANISATIE", ""),
        ("DATABASE_URL", "mysql://server/monitor"),
        ("DATABASE_URL", "postgresql://server:poort/monitor"),
        ("DORDT_DATAMAP", "/dev/null/map"),
        ("EMAIL_URL", "post.voorbeeld.nl"),
        ("DORDT_CONTACT", "de griffie"),
        ("DORDT_THEMA", "css/bestaat-niet.css"),
    ],
)
def test_nonsense_in_a_variable_is_refused_by_name(name, nonsense):
    assert name in refusal(**PRODUCTIE | {name: nonsense})


MET_POST = PRODUCTIE | {
    "EMAIL_URL": "smtp+tls://post.voorbeeld.nl",
    "DORDT_SITE_URL": "https://monitor.voorbeeld.nl/",
    "DORDT_AFZENDER": "monitor@voorbeeld.nl",
}


def test_production_sends_no_mail_by_itself():
    assert value("settings.POST_AAN", **PRODUCTIE) == "False"


def test_production_mails_with_an_address_and_a_sender():
    expression = "settings.EMAIL_PORT, settings.SITE_URL, settings.DEFAULT_FROM_EMAIL"
    assert value(expression, **MET_POST) == "587 https://monitor.voorbeeld.nl monitor@voorbeeld.nl"


@pytest.mark.parametrize("adres", ["", "http://monitor.voorbeeld.nl", "monitor.voorbeeld.nl", "https://"])
def test_production_refuses_to_mail_links_that_are_not_https(adres):
    assert "Zet DORDT_SITE_URL" in refusal(**MET_POST | {"DORDT_SITE_URL": adres})


def test_production_refuses_to_mail_without_a_sender():
    assert "Zet DORDT_AFZENDER" in refusal(**MET_POST | {"DORDT_AFZENDER": ""})


def test_host_names_may_stand_apart():
    hosts = PRODUCTIE | {"ALLOWED_HOSTS": "een.voorbeeld.nl, twee.voorbeeld.nl"}
    assert value("settings.ALLOWED_HOSTS", **hosts) == "['een.voorbeeld.nl', 'twee.voorbeeld.nl']"


def test_a_folder_of_any_name_holds_the_database(tmp_path):
    folder = tmp_path / "50% #1"
    name = value("settings.DATABASES['default']['NAME']", DORDT_DATAMAP=str(folder))
    assert name == f"{folder}/dordt_monitor.sqlite3"


def test_production_is_https_only():
    names = ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"]
    expression = ", ".join(f"settings.{name}" for name in names)
    assert value(expression, **PRODUCTIE) == "True True True 31536000"


def test_production_allows_http_only_when_said():
    expression = "settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS"
    assert value(expression, **PRODUCTIE, DORDT_HTTP_TOEGESTAAN="1") == "False 0"


def test_forwarded_headers_are_believed_only_behind_a_proxy_of_our_own():
    assert value("settings.SECURE_PROXY_SSL_HEADER", **PRODUCTIE) == "None"
    assert "HTTP_X_FORWARDED_PROTO" in value(
        "settings.SECURE_PROXY_SSL_HEADER", **PRODUCTIE, DORDT_PROXIES="1"
    )


def test_a_served_application_is_not_in_debug_by_itself():
    result = read_settings("__import__('dordt_monitor.wsgi')")
    assert "Zet SECRET_KEY" in result.stderr


def test_production_passes_the_deployment_check_of_django():
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    env = {"PATH": os.environ["PATH"]} | PRODUCTIE
    result = subprocess.run(
        command, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    assert "no issues (2 silenced)" in result.stdout


def test_every_variable_is_explained_to_the_beheerder():
    source = (settings.BASE_DIR / "dordt_monitor" / "settings.py").read_text()
    documented = (settings.BASE_DIR / "docs" / "instellingen.md").read_text()
    variables = re.findall(r'env\.\w+\("(\w+)"', source)
    assert len(variables) == len(set(variables)) == 13
    assert re.findall(r"^\| `(\w+)` \|", documented, re.M) == variables
